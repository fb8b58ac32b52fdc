import type { FeatureTable, FittedModel, ModelSettings, OutcomeTable } from "./classifying";
import type { Validation } from "./validating";

export interface DriversInput extends OutcomeTable, Pick<Validation, "assignment" | "models"> {
  /** Shuffles of each feature in each fold; 5 by default. */
  readonly repeats?: number;
  /** Rows of each fold that are asked at most; 2,000 by default. */
  readonly rows?: number;
  readonly seed: number;
}

/** How much the models lean on one feature. */
export interface Driver {
  readonly feature: number;
  /** Mean fall of the AUC on rows the model never saw, when the feature's values are shuffled among them. */
  readonly aucFall: number;
  /** Over folds, widened for their shared training rows (Nadeau & Bengio 2003); NaN for a single fold. */
  readonly low95: number;
  readonly high95: number;
  readonly byFold: readonly number[];
}

export interface DriversOutput {
  /** By falling `aucFall`. */
  readonly drivers: readonly Driver[];
  readonly notes: readonly string[];
}

export interface PartialDependenceInput extends FeatureTable {
  readonly model: Classifier;
  /** Which features. */
  readonly features: readonly number[];
  /** Values of a feature that are tried at most; 20 by default. */
  readonly points?: number;
  /** Rows that are asked at most; 1,000 by default. */
  readonly rows?: number;
  readonly seed: number;
}

/** What the probability would be on average if every row had one and the same value of a feature. */
export interface PartialDependence {
  readonly feature: number;
  /** Values, or codes of the most frequent categories, ascending. */
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}

export interface ContributionsInput {
  readonly model: Classifier;
  readonly columns: readonly Float64Array[];
  /** Rows to explain. */
  readonly rows: readonly number[];
}

/** Why a row has its log-odds: `expected` plus all contributions. */
export interface Contributions {
  readonly row: number;
  readonly contributions: readonly number[];
  readonly logOdds: number;
  readonly probability: number;
}

export interface ContributionsOutput {
  /**
   * "exact": coefficient times distance from the mean, as the logistic model adds them up. "tree-shap": Shapley values of the
   * trees, absent features following the rows the trees were grown on (Lundberg et al. 2020, path-dependent).
   */
  readonly method: "exact" | "tree-shap";
  /** Mean log-odds over the rows learned from (for trees, by the rows in their leaves). */
  readonly expected: number;
  readonly rows: readonly Contributions[];
}

/** From a model's answer to a probability that can be taken at its word; never turns an order round. */
export type Calibrator =
  | { readonly kind: "none" }
  /** The probability has log-odds intercept + slope × log-odds. */
  | { readonly kind: "platt"; readonly slope: number; readonly intercept: number }
  /** Straight lines between points (x, y), ascending, and flat beyond them. */
  | { readonly kind: "isotonic"; readonly x: readonly number[]; readonly y: readonly number[] };

export interface TrainInput extends OutcomeTable, Pick<Validation, "probabilities" | "assignment"> {
  readonly model: ModelSettings;
  /** "auto", the default, takes the one whose log loss on folds it was not made from is least. */
  readonly calibrator?: "auto" | Calibrator["kind"];
}

/** A model of all rows with what makes its probabilities honest: plain, so that it can be kept as JSON. */
export interface Classifier {
  readonly model: FittedModel;
  readonly calibrator: Calibrator;
  /** Log loss of each way to calibrate, on folds it was not made from; null where it could not be made. */
  readonly calibrationLoss: { readonly [Kind in Calibrator["kind"]]: number | null };
  readonly rows: number;
  readonly baseRate: number;
}

export interface ScoreInput {
  readonly model: Classifier;
  readonly columns: readonly Float64Array[];
}

export interface ScoreOutput {
  /** Calibrated. */
  readonly probabilities: Float64Array;
  /** The model's own answer: parts rows whose calibrated probabilities tie. */
  readonly logOdds: Float64Array;
  /** Rows by falling log-odds, ties in their order. */
  readonly order: Int32Array;
}

export interface BestFirstInput {
  readonly scores: Float64Array;
}

export interface CorrectedInput {
  readonly probabilities: Float64Array;
  readonly calibrator: Calibrator;
}
