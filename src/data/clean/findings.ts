import type { Dataset } from "../dataset";
import type { StepId } from "../ledger";
import type { LoadReport } from "../source";
import type { Duplicates } from "./duplicates";
import type { FailedValues } from "./failed-values";
import type { Identity } from "./identity";
import type { MeansRow } from "./means-row";
import type { NegativeValues } from "./negative-values";
import type { Parsed } from "./parsed";
import type { SessionIds } from "./session-ids";
import type { Survey } from "./survey";
import type { Word } from "./words";

/** All that cleaning found in a file: what the ledger tells. */
export interface CleanFindings {
  readonly load: LoadReport;
  readonly off: ReadonlySet<string>;
  readonly grain: "session" | "customer";
  readonly unit: Dataset["unit"];
  readonly parsed: Parsed;
  readonly words: readonly Word[];
  readonly identity: Identity;
  readonly sessionIds: SessionIds | null;
  readonly survey: Survey;
  readonly failed: readonly FailedValues[];
  readonly negatives: readonly NegativeValues[];
  readonly meansRow: MeansRow | null;
  readonly duplicates: Duplicates;
  /** Rows set aside, by step. */
  readonly setAside: ReadonlyMap<string, number>;
}

export const isOn = (found: CleanFindings, step: StepId): boolean => !found.off.has(step);
