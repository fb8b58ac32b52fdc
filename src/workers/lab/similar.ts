import type { Matrix } from "./matrix";

export interface SimilarRowsInput {
  readonly matrix: Matrix;
  /** Feature that each axis of the matrix belongs to. */
  readonly featureOf: readonly number[];
  readonly row: number;
  /** How many are wanted. */
  readonly count: number;
}

export interface SimilarToGroupInput extends Omit<SimilarRowsInput, "row"> {
  /** 1 for each row of the group. */
  readonly group: Uint8Array;
}

/** A row that is near, and in what. */
export interface SimilarRow {
  readonly row: number;
  readonly distance: number;
  /** 1 is the nearest; rows at the same distance share a place. */
  readonly place: number;
  /** Share of the others that are farther away. */
  readonly farther: number;
  /** Share of the squared distance that each feature makes; all 0 at distance 0. */
  readonly contributions: Float64Array;
  /** For each feature the share of the others that are as near in it alone, or nearer. */
  readonly asNear: Float64Array;
}

/** The rows nearest to a place, nearest first, ties by the earlier row. */
export interface Nearest {
  readonly rows: readonly SimilarRow[];
  /** Rows that could have been among them. */
  readonly others: number;
  /** Of those, at distance 0. */
  readonly identical: number;
  /** Not among `rows`, but as near as the last of them. */
  readonly tied: number;
  /** From the place to the others; NaN where there are none. */
  readonly medianDistance: number;
}

export interface SimilarToGroup extends Nearest {
  readonly members: number;
  /** Nine tenths of the group are as near to its centre, or nearer. */
  readonly own90: number;
  /** Others that are so near. */
  readonly within90: number;
}
