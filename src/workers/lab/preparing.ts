import type { PreparedFeature, Treatment } from "../contract";
import type { Matrix } from "./matrix";

/** What is done to a number before it is treated: the value, log(1 + value), the root, or ± log(1 + |value|). */
export type Transform = "none" | "log1p" | "sqrt" | "signed-log";

/** A feature of every customer, in the order of customer_no. */
export type RawFeature =
  | {
      readonly kind: "number";
      /** NaN for missing. */
      readonly column: Float64Array;
      readonly transform: Transform;
      /** Multiplies the scaled values. */
      readonly weight: number;
    }
  | {
      /** One axis for each level, together as wide as one scaled number. */
      readonly kind: "levels";
      /** Level of each customer, 0 … levels - 1; NaN for missing, which is far from every level alike. */
      readonly column: Float64Array;
      readonly levels: number;
      readonly weight: number;
    };

export interface PrepareFeaturesInput {
  readonly features: readonly RawFeature[];
  readonly treatment: Treatment;
}

/** One column of the matrix: axis = (transformed value - centre) / scale × weight. */
export interface Axis {
  /** Which of the features. */
  readonly feature: number;
  /** Which of its levels; null for a number. */
  readonly level: number | null;
  readonly centre: number;
  readonly scale: number;
  readonly weight: number;
}

export interface PreparedMatrix {
  readonly matrix: Matrix;
  /** Customers kept, ascending: row i of the matrix is customer `rows[i]`. */
  readonly rows: Int32Array;
  readonly axes: readonly Axis[];
  /** What treating did to each feature; levels are neither filled nor capped. */
  readonly features: readonly PreparedFeature[];
}

/** How a feature was treated when a model was made: what filled the missing, and where values were capped. */
export interface TreatedFeature {
  /** Of the transformed values; null where none was missing, and for levels. */
  readonly filledWith: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ApplyPreparationInput {
  readonly features: readonly RawFeature[];
  /** Beside each feature. */
  readonly treated: readonly TreatedFeature[];
  readonly axes: readonly Axis[];
}
