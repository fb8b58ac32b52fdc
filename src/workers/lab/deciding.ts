import type { Labelled } from "./describing";

export interface DecisionTreeInput extends Labelled {
  /** Questions asked of a row at most: 4 when not given. */
  readonly depth?: number;
  /** Rows a leaf must have at least: 1 when not given. */
  readonly minLeaf?: number;
  /** Draws the rows the tree is grown on where there are more than 200,000. */
  readonly seed: number;
}

/** A binary tree as flat arrays by node; node 0 is the root and a child comes after its parent. */
export interface DecisionTree {
  readonly k: number;
  /** Feature asked at each node, -1 at a leaf. */
  readonly feature: Int32Array;
  /** A row goes left when its value is at most this; NaN at a leaf. */
  readonly threshold: Float64Array;
  /** Children; -1 at a leaf. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** 1 where a missing value goes left: the side with more of the known values, left of equal ones. */
  readonly missingLeft: Uint8Array;
  /** Rows of segment s at a node, `node * k + s`, over all rows with a segment. */
  readonly counts: Float64Array;
  /** Which features had missing values. */
  readonly someMissing: readonly boolean[];
  readonly rows: number;
  /** Rows it was grown on: all of them, or the sample. */
  readonly grownOn: number;
  /** Share of all rows whose leaf has their own segment as its most frequent. */
  readonly accuracy: number;
}

/** lower < value <= upper; null where open. */
export interface Condition {
  readonly feature: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A row whose value is missing meets it too. */
  readonly orMissing: boolean;
}

/** Conditions that must all hold, one per feature, in the order in which the tree asks; none means every row. */
export interface Rule {
  readonly node: number;
  readonly conditions: readonly Condition[];
  readonly n: number;
  /** Rows of the segment among the n. */
  readonly inSegment: number;
  /** Share of the segment that the rule finds. */
  readonly coverage: number;
  /** Share of the rows it finds that are of the segment. */
  readonly precision: number;
  /** Precision / the segment's share of all rows. */
  readonly lift: number;
}

export interface SegmentRules {
  readonly size: number;
  /** By falling coverage. */
  readonly rules: readonly Rule[];
  /** False where the segment is nowhere the most frequent: the one rule is then the leaf with the best F1. */
  readonly majority: boolean;
  /** Of all its rules together; NaN for an empty segment. */
  readonly coverage: number;
  readonly precision: number;
}
