/** How a value is compared with a threshold. */
export type KindOperator = ">=" | "<=" | "!=" | ">" | "<" | "=";

/** A number of its own, or the value below which so many percent of all that are known lie. */
export type Threshold =
  { readonly by: "number"; readonly value: number } | { readonly by: "percentile"; readonly value: number };

/** One condition, its feature as a place among the columns. */
export interface BoundCondition {
  readonly column: number;
  readonly operator: KindOperator;
  readonly threshold: Threshold;
}

export interface KindsInput {
  /** One column per feature, one value per unit (a customer or a visit); NaN is not known. */
  readonly columns: readonly Float64Array[];
  /** The conditions of each kind, in the order in which kinds are tried. */
  readonly rules: readonly (readonly BoundCondition[])[];
}

export interface KindsOutput {
  /** Of each unit: the first rule that fits, or -1. */
  readonly kind: Int32Array;
  /** Units of each kind; last, those of none. */
  readonly sizes: Int32Array;
  /** Units that each rule fits, whatever stands before it. */
  readonly fits: Int32Array;
  /** [rule × rule]: units that both fit; on the diagonal `fits`. */
  readonly overlaps: Int32Array;
  /** Units that more than one rule fits. */
  readonly several: number;
  /** Per rule and condition: the number that the threshold came to; NaN for a percentile of nothing known. */
  readonly thresholds: readonly (readonly number[])[];
}

export interface GroupMeansInput {
  readonly values: Float64Array;
  /** Group of each value, 0 … k - 1; -1 for none. */
  readonly labels: Int32Array;
  readonly k: number;
  readonly seed: number;
  readonly resamples: number;
}

/** The mean of a group's known values with its 95 % interval; NaN where there are none. */
export interface GroupMean {
  readonly n: number;
  readonly sum: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Percentiles of resampled means, or, where there are more values than are resampled, mean and 1.96 standard errors. */
  readonly method: "bootstrap" | "normal";
}
