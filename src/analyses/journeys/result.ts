import type { Follow } from "../analysis";
import type { Changes } from "./changes";
import type { ComparedGroups } from "./compare-groups";
import type { Flows } from "./flows";
import type { FunnelResult } from "./funnel-result";
import type { Log } from "../../behaviour/log";
import type { Anchor } from "./queries-moves";
import type { ReverseFunnel } from "./came-before";
import type { Retention } from "./retention";
import type { StepMatrix } from "./step-matrix";
import type { Transitions } from "./transitions";
import type { Visits } from "./visits";
import type { WaysToCount } from "./ways-to-count";
import type { Rate } from "../../behaviour/wilson";

/** How visits move, from one path table. */
export interface Paths {
  readonly anchor: Anchor;
  /** The anchor in words. */
  readonly anchored: string;
  readonly transitions: Transitions;
  readonly steps: StepMatrix;
  readonly flows: Flows;
  /** Flows with a smaller share of their step are made one. */
  readonly least: number;
  /** Rare events that are shown as one. */
  readonly rest: number;
  /** Null where no property parts the visits in two. */
  readonly compared: ComparedGroups | null;
  /** Null where the funnel's first two steps are not events. */
  readonly ways: WaysToCount | null;
}

/** Everything the page shows; null until it is computed, or where the log cannot say. */
export interface JourneysResult {
  readonly log: Log;
  readonly visits: Visits;
  readonly funnel: FunnelResult;
  /** Visits that put something into a cart and did not buy after it. */
  readonly abandoned: (Rate & { readonly cart: string; readonly buy: string }) | null;
  readonly reverse: ReverseFunnel | null;
  readonly paths: Paths | null;
  readonly retention: Retention | null;
  /** Undefined until it is computed; null where time does not allow it. */
  readonly changes: Changes | null | undefined;
  /** Customers who may be followed, and who are. */
  readonly follow: Follow;
  readonly partial: boolean;
}
