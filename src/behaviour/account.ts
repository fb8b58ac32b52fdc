import type { Range } from "./ranges";
import type { Rule } from "./rules";

/** Rows that fall under a rule; left out by the first rule that is on and takes them. */
export interface RuleCount {
  readonly rule: Rule;
  readonly rows: number;
  /** Of those rows, left out by this rule. */
  readonly leftOut: number;
  /** Money of those rows; 0 where none is known. */
  readonly amount: number;
}

/** What became of every row between the view and the path table. */
export interface PathAccount {
  readonly rowsRead: number;
  /** Rules that a row alone decides. */
  readonly flagged: readonly RuleCount[];
  /** Rows without a visit's id where visits are given by one. */
  readonly withoutVisit: number;
  readonly bots: { readonly customers: number; readonly rows: number };
  readonly duplicates: number;
  /** Rows whose times are in another order than the file. */
  readonly unordered: number;
  /** Rows of rare events that are counted together as “other events”. */
  readonly other: number;
  /** Moments have a time of day. */
  readonly timed: boolean;
  /** How long an event took can be known. */
  readonly dwell: boolean;
  /** Visits of one customer went on at the same time, so that the order of visits is not the order of time. */
  readonly interleaved: boolean;
  /** Ranges of customers, in their order, each with few enough events to be looked at at once. */
  readonly slices: readonly Range[];
  readonly events: number;
  readonly visits: number;
  readonly customers: number;
  /** NaN where no column says money. */
  readonly amount: number;
  /** Milliseconds since 1970 UTC; NaN without time. */
  readonly first: number;
  readonly last: number;
}
