/** In which order steps must come: others may lie between; none may lie between; any. */
export type FunnelOrder = "ordered" | "strict" | "any";

/** A value for each of neighbouring numbers: that of number `first` + i stands at place i. */
export interface ByNumber {
  readonly first: number;
  readonly values: Float64Array;
}

/**
 * The events that a funnel asks about, by unit (a customer or a visit) and in their order. All columns have one length.
 */
export interface FunnelInput {
  /** A number per unit; equal numbers stand together. */
  readonly unit: Float64Array;
  /** The place of the event among all events of its unit: neighbours differ by 1. */
  readonly place: Float64Array;
  /** Milliseconds; NaN for none. */
  readonly at: Float64Array;
  /** Bit s: the event is step s. Bit steps + x: it is exclusion x. */
  readonly mask: Float64Array;
  /** Number of the event that follows in the same visit; NaN where the visit ends. */
  readonly next: Float64Array;
  /** Number of the visit that the event is in. */
  readonly visit: Float64Array;
  /** Number of the last event of each visit. */
  readonly exits: ByNumber;
  /** Group of each unit, 0 … groups - 1; null where there are none. */
  readonly group: ByNumber | null;
  readonly groups: number;
  /** Different event numbers. */
  readonly events: number;
  /** Per step: nobody is held back by it. At least one is not optional. */
  readonly optional: readonly boolean[];
  /** Per exclusion: the step after which it ends an attempt, until the next step; -1: anywhere. */
  readonly exclusions: readonly number[];
  readonly order: FunnelOrder;
  /** Milliseconds from the first step to the last; null for none. */
  readonly window: number | null;
  /** Count every attempt; otherwise the deepest of each unit, the earliest of equals. */
  readonly every: boolean;
  /** Milliseconds at which watching ended: who has not converted by then may still. */
  readonly until: number;
  /** Ascending milliseconds at which periods begin, by which attempts are counted too; none where empty. */
  readonly periods: Float64Array;
}

/** What some units come to; parts of different units are put together by “funnelTimes” and by adding. */
export interface FunnelPart {
  /** Per step: attempts that reached it. */
  readonly reached: Float64Array;
  /** [group × step]. */
  readonly groupReached: Float64Array;
  /** [step × (events + 1)] of attempts that went no further: the event that came next in the visit; last: the visit ended. */
  readonly next: Float64Array;
  /** [step × events] of attempts that went no further: the event with which that visit ended. */
  readonly exit: Float64Array;
  /** Milliseconds from the first to the last step of those who converted. */
  readonly times: Float64Array;
  /** Milliseconds for which those who did not convert were watched. */
  readonly waiting: Float64Array;
  /** Per step after the first required one: milliseconds from the step before, of those who came to it. */
  readonly between: Readonly<Record<number, Float64Array>>;
  /** Per period of the first step: attempts, those that converted, and those that have not but may still, as their window has not ended. */
  readonly begun: Float64Array;
  readonly converted: Float64Array;
  readonly open: Float64Array;
  /** The unit of each attempt and the last step that it reached. */
  readonly unit: Float64Array;
  readonly depth: Int32Array;
}

/** Times of the parts of a funnel. */
export interface FunnelTimesInput {
  readonly steps: number;
  readonly parts: readonly Pick<FunnelPart, "times" | "waiting" | "between">[];
}

export interface FunnelTimes {
  /** Milliseconds from the first to the last step of those who converted, ascending. */
  readonly times: Float64Array;
  /** Per step after the first required one: median milliseconds from the step before; NaN where nobody knows. */
  readonly stepMedians: Float64Array;
  /** Share that has converted by each moment, those still waiting counted as long as they were watched (Kaplan-Meier). */
  readonly curve: { readonly at: Float64Array; readonly share: Float64Array };
}

/** Tables of counts: in each, one row per group. */
export interface IndependenceInput {
  readonly tables: readonly (readonly (readonly number[])[])[];
}

/** Per table: Pearson's chi-squared test without continuity correction, and p corrected over all tables. */
export interface IndependenceOutput {
  readonly chiSquared: readonly number[];
  readonly degrees: readonly number[];
  readonly p: readonly number[];
  /** Benjamini and Hochberg's adjusted p. */
  readonly q: readonly number[];
  /** More than a fifth of the cells expect fewer than five, so that p is not to be relied on. */
  readonly sparse: readonly boolean[];
}

/** Pairs of counts: `n` of `own` on one side, `otherN` of `other` on the other; one entry per pair. */
export interface ExactInput {
  readonly n: Float64Array;
  readonly own: Float64Array;
  readonly otherN: Float64Array;
  readonly other: Float64Array;
}

/** Fisher's exact two-sided p of each pair, and p corrected over all of them (Benjamini and Hochberg). */
export interface ExactOutput {
  readonly p: Float64Array;
  readonly q: Float64Array;
}
