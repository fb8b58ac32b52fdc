/** Features of rows: one column each in its own unit, NaN (or an infinity) for missing. */
export interface FeatureTable {
  readonly columns: readonly Float64Array[];
  /** True where a column holds codes of categories, in no order. None by default. */
  readonly categorical?: readonly boolean[] | undefined;
  /** What sentences call the features; "Feature 1" and so on by default. */
  readonly names?: readonly string[] | undefined;
}

/** Rows whose outcome is known: 1 where it came about, 0 where not. */
export interface OutcomeTable extends FeatureTable {
  readonly outcome: Uint8Array;
}

export interface LogisticSettings {
  readonly kind: "logistic";
  /** Weight of the squared coefficients of scaled features, scikit-learn's 1 / C; 1 by default. */
  readonly ridge?: number;
}

export interface BoostingSettings {
  readonly kind: "boosting";
  /** 100 by default. */
  readonly trees?: number;
  /** Questions on the longest way through a tree; not limited by default. */
  readonly depth?: number;
  /** Leaves of a tree at most; 31 by default. */
  readonly leaves?: number;
  /** Share of a tree's answer that is believed; 0.1 by default. */
  readonly learningRate?: number;
  /** Rows a leaf has at least; 20 by default. */
  readonly minLeaf?: number;
  /** Groups of equal size the values of a feature are put in, 2 … 255; 255 by default. */
  readonly bins?: number;
  /** Weight of the squared answers of leaves; 0 by default. */
  readonly ridge?: number;
  /**
   * Stop when so many trees in a row did not help a tenth of the rows that is kept aside, and keep those before. Off by
   * default: every row is learned from and all trees are grown.
   */
  readonly patience?: number;
  /** For the rows that are kept aside, or that stand for more than 200,000 when bins are made; 1 by default. */
  readonly seed?: number;
}

export type ModelSettings = LogisticSettings | BoostingSettings;

export interface LogisticOutput {
  /** Log-odds where every feature is 0. */
  readonly intercept: number;
  /** Log-odds per unit of each feature; 0 for one that is constant or a combination of earlier ones. */
  readonly coefficients: readonly number[];
  /** From the inverse of the penalised information; NaN where the coefficient is left out. */
  readonly standardErrors: readonly number[];
  readonly low95: readonly number[];
  readonly high95: readonly number[];
  /** As asked, or 1 where without it no finite answer exists; `notes` says so. */
  readonly ridge: number;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly notes: readonly string[];
}

/** How a feature becomes numbers that a linear model adds up. */
export type EncodedFeature =
  | {
      readonly kind: "number";
      /** Stands for a missing value. */
      readonly median: number;
      /** encoded = (value - centre) / scale. */
      readonly centre: number;
      readonly scale: number;
      /** A second number, 1 where the value is missing, follows. */
      readonly flagged: boolean;
    }
  /** One number for each code, 1 for the row's own; all 0 for an unknown or missing one. */
  | { readonly kind: "category"; readonly codes: readonly number[] }
  /** Nothing to learn from: constant or wholly missing. */
  | { readonly kind: "none" };

/** A fitted logistic regression: plain, so that it can be kept as JSON. */
export interface LogisticModel {
  readonly kind: "logistic";
  readonly encoding: readonly EncodedFeature[];
  readonly intercept: number;
  /** Of the encoded numbers, feature after feature. */
  readonly coefficients: readonly number[];
  /** Null where a coefficient is left out. */
  readonly standardErrors: readonly (number | null)[];
  /** Of the encoded numbers, over the rows it was fitted on. */
  readonly means: readonly number[];
  readonly notes: readonly string[];
}

/** How the values of a feature become bins 0 … 254; a missing value is in bin 255. */
export type FeatureBins =
  /** Bin b holds the values above threshold b - 1, up to and with threshold b. */
  | { readonly kind: "number"; readonly thresholds: readonly number[] }
  /** Bin b holds code b of the list, which ascends; other codes count as missing. */
  | { readonly kind: "category"; readonly codes: readonly number[] };

/** A binary regression tree over bins. Node 0 is the root, a child comes after its parent, -1 stands for none. */
export interface BoostedTree {
  readonly feature: readonly number[];
  /** Rows up to and with this bin go left. */
  readonly bin: readonly number[];
  /** Of a categorical feature, the bins that go left instead; null elsewhere. */
  readonly leftBins: readonly (readonly number[] | null)[];
  readonly missingLeft: readonly (0 | 1)[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Log-odds a leaf adds, shrunk by the learning rate. */
  readonly value: readonly number[];
  /** Rows it was grown on. */
  readonly cover: readonly number[];
}

/** Fitted boosted trees: plain, so that they can be kept as JSON. */
export interface BoostingModel {
  readonly kind: "boosting";
  readonly bins: readonly FeatureBins[];
  /** Log-odds before any tree. */
  readonly base: number;
  readonly trees: readonly BoostedTree[];
  readonly notes: readonly string[];
}

export type FittedModel = LogisticModel | BoostingModel;
