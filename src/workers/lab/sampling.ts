import type { Matrix } from "./matrix";

export interface SampledMatrixInput {
  readonly matrix: Matrix;
  /** Rows at most. */
  readonly size: number;
  readonly seed: number;
}

export interface SampledMatrixOutput {
  readonly matrix: Matrix;
  /** Row i of the sample is row `rows[i]`; ascending. */
  readonly rows: Int32Array;
}
