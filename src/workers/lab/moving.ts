import type { Matrix } from "./matrix";

/** How a feature was scaled: scaled = (value - centre) / scale, with scale > 0. */
export interface FeatureScale {
  readonly centre: number;
  readonly scale: number;
  /** Values beyond these make no sense (fewer than 0 visits), so no change leads there; open when not given. */
  readonly low?: number;
  readonly high?: number;
}

/** A customer among segments of which each row belongs to the nearest centroid. */
export interface MoveInput {
  /** Scaled, one row per segment. */
  readonly centroids: Matrix;
  /** Scaled, one value per feature, all finite. */
  readonly row: Float64Array;
  readonly scales: readonly FeatureScale[];
  /** Segment that each centroid stands for, all different. */
  readonly labels: readonly number[];
}

/** A feature's value before and after, before it was scaled. */
export interface Change {
  readonly feature: number;
  readonly from: number;
  readonly to: number;
}

/** What would bring the customer to one other segment. */
export interface Move {
  readonly segment: number;
  /** Scaled distance to its centroid. */
  readonly distance: number;
  /** How much farther it is than the own one. */
  readonly margin: number;
  /** The smallest change, in scaled units, of one feature alone; null where none would do. */
  readonly single: Change | null;
  /** The smallest change of all features together; null where the features' bounds forbid it. */
  readonly joint: { readonly changes: readonly Change[]; readonly length: number } | null;
}

export interface MoveOutput {
  /** Of the nearest centroid, the first of ties. */
  readonly segment: number;
  readonly distance: number;
  /** How much farther the second nearest centroid is; infinite where there is one segment. */
  readonly margin: number;
  /** To every other segment, nearest first. */
  readonly moves: readonly Move[];
}

/** Two labellings of the same customers, matched row by row; -1 is one that is not there before, or after. */
export interface MigrationInput {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly kBefore: number;
  readonly kAfter: number;
}

export interface Flow {
  /** Segment, -1 for those who joined. */
  readonly before: number;
  /** Segment, -1 for those who left. */
  readonly after: number;
  readonly n: number;
}

export interface MigrationOutput {
  /** Customers from segment a to segment b at `a * (kAfter + 1) + b`; the last row joined, the last column left. */
  readonly counts: Int32Array;
  /** The counts that are not 0, largest first, ties in the order of the table. */
  readonly flows: readonly Flow[];
  readonly joined: number;
  readonly left: number;
  /** In a segment of the same number before and after; tells something where both come from one model. */
  readonly stayed: number;
  readonly moved: number;
}
