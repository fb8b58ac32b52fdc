import type { LastingEngine } from "../data/duckdb/lasting-engine";
import type { ReadableFile } from "../data/open-source";
import type { Compute } from "../workers/contract";
import type { DataParts, Told } from "./data-parts";
import type { LoadedAnalysis } from "./loaded-analysis";

/** A step that is no longer wanted may take this long to end before the engine is ended under it. */
export const PATIENCE_MS = 1500;

/** A rehearsal ends by itself, in a moment; a busy device may need several. */
export const REHEARSAL_PATIENCE_MS = 6000;

/** Files to read, once they are there; a sample has a name that brings it back. */
export interface Delivery {
  readonly files: readonly ReadableFile[];
  readonly sample: string | null;
}

/** Brings the files; a sample is made, others are there. */
export type Deliver = (stop: AbortSignal, tell: Told) => Promise<Delivery>;

/** A file on its way in. */
export interface Taking {
  readonly label: string;
  /** The view came with the address, not from a file that was open before. */
  readonly fromLink: boolean;
  readonly deliver: Deliver;
}

/** What the flow of data works with. */
export interface FlowParts extends DataParts {
  readonly engine: LastingEngine;
  /** One in a thread of its own can be ended under a file that it does not get through. */
  readonly reader: DataParts["reader"] & { stop?(): void };
  readonly compute: Compute;
  readonly analyses: readonly LoadedAnalysis[];
  /** Ends what still uses the engine from before the first file. */
  readonly makeWay?: () => Promise<void>;
}
