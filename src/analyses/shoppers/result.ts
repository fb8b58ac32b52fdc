import type { Log } from "../../behaviour/log";
import type { Rate } from "../../behaviour/wilson";
import type { KindRule } from "../../view/kind-rules";
import type { Treatment } from "../../workers/contract";
import type { ProfileOutput } from "../../workers/lab/describing";
import type { GroupMean } from "../../workers/journeys/kinds";
import type { BehaviourSegments, NoSegments } from "./behaviour-segments";
import type { EventKinds } from "./event-kinds";
import type { Behaviour } from "./read-features";

/** A kind of shopper as it came out. */
export interface Kind {
  readonly rule: KindRule;
  /** The numbers that its thresholds came to. */
  readonly thresholds: readonly number[];
  /** Why nobody can be of it; empty where it can be decided. */
  readonly undecided: readonly string[];
  /** Customers (or visits) of this kind. */
  readonly n: number;
  /** Those whom the rule fits, also where a rule before it fits. */
  readonly fits: number;
}

/** A group that is looked at: each kind, then those of none. */
export interface Worth {
  readonly name: string;
  readonly n: number;
  /** Those who bought; null where the log does not tell buying from looking. */
  readonly conversion: Rate | null;
  /** The rule itself asks for purchases, so that the conversion follows from it. */
  readonly byRule: boolean;
  /** Money of each; null where the log has none. */
  readonly money: GroupMean | null;
}

/** Everything the page shows. */
export interface ShoppersResult {
  readonly log: Log;
  /** What one is called: “customer”, “visit”, “session”, “row”. */
  readonly one: string;
  readonly events: EventKinds;
  readonly behaviour: Behaviour;
  readonly kinds: readonly Kind[];
  /** Of each customer or visit, in the order of `behaviour`: its kind, or the number of kinds for none. */
  readonly labels: Int32Array;
  /** Customers (or visits) of no kind. */
  readonly none: number;
  readonly total: number;
  /** Those who fit more than one rule. */
  readonly several: number;
  /** [kind × kind]: those whom both rules fit. */
  readonly overlaps: Int32Array;
  readonly worth: readonly Worth[];
  /** Null until it is computed. */
  readonly profile: ProfileOutput | null;
  /** Null until they are found. */
  readonly segments: BehaviourSegments | NoSegments | null;
  /** What was done to the features before segments were found. */
  readonly treatment: Treatment;
  readonly partial: boolean;
}
