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

export interface ValidationInput extends OutcomeTable {
  readonly model: ModelSettings;
  /** 5 by default. */
  readonly folds?: number;
  readonly seed: number;
  /** Customer of each row: the rows of one are never both learned from and tested on. */
  readonly groups?: Int32Array | undefined;
  /** When each row was: it is then learned from earlier rows and tested on later ones. NaN leaves a row out. */
  readonly time?: Float64Array | undefined;
  /** Fold each row is tested in instead of drawn ones; -1 is never tested. */
  readonly assignment?: Int32Array | undefined;
  /** How many can be contacted, for `capacities`. */
  readonly contacts?: readonly number[] | undefined;
}

/** How good probabilities are. */
export interface Scores {
  /** Chance that a row with the outcome has the higher probability than one without; 0.5 tells nothing. */
  readonly auc: number;
  /** Average precision, the area under precision by recall; the base rate tells nothing. */
  readonly prAuc: number;
  readonly logLoss: number;
  /** Mean squared error of the probability. */
  readonly brier: number;
}

export interface CalibrationBin {
  readonly n: number;
  readonly predicted: number;
  readonly observed: number;
  /** Wilson's interval of the observed share. */
  readonly low95: number;
  readonly high95: number;
}

export interface Calibration {
  /** Tenths of the rows by their probability, lowest first; fewer where probabilities tie. */
  readonly bins: readonly CalibrationBin[];
  /** Of a logistic regression of the outcome on the log-odds: 1 and 0 are perfect, a slope below 1 is overconfident. */
  readonly slope: number;
  readonly slopeLow95: number;
  readonly slopeHigh95: number;
  readonly intercept: number;
}

/** One tenth of the rows, best first. Where probabilities tie at a border, the outcomes among them are shared out evenly. */
export interface Decile {
  readonly n: number;
  readonly outcomes: number;
  readonly rate: number;
  /** Rate / base rate. */
  readonly lift: number;
  /** Share of all outcomes found up to and with this tenth. */
  readonly gain: number;
  readonly cumulativeLift: number;
}

/** What to expect of contacting the best `n`. */
export interface Capacity {
  readonly n: number;
  /** Lowest probability among them. */
  readonly threshold: number;
  readonly outcomes: number;
  /** Wilson's interval of the share, times n. */
  readonly low95: number;
  readonly high95: number;
  /** Outcomes of as many drawn by chance. */
  readonly byChance: number;
  readonly precision: number;
  readonly recall: number;
}

/** How far one feature alone tells the outcome. */
export interface SingleFeature {
  readonly feature: number;
  /** Of its values or of the outcome's share at them, whichever tells more; NaN where nothing can be told. */
  readonly auc: number;
  /** So much that the feature probably knows the outcome already. */
  readonly leaks: boolean;
}

export interface Validation {
  /** Probability of each row by a model that never saw it; NaN where the row was not tested. */
  readonly probabilities: Float64Array;
  /** Fold each row was tested in; -1 is none. */
  readonly assignment: Int32Array;
  /** The model of each fold, learned without it. */
  readonly models: readonly FittedModel[];
  readonly rowsTested: number;
  readonly positives: number;
  readonly baseRate: number;
  readonly scores: Scores;
  /** By DeLong's method; over customers where rows are grouped. */
  readonly aucLow95: number;
  readonly aucHigh95: number;
  /** NaN for a fold with one kind of outcome only. */
  readonly foldAucs: readonly number[];
  readonly calibration: Calibration;
  readonly deciles: readonly Decile[];
  readonly capacities: readonly Capacity[];
  readonly baselines: {
    /** Everyone gets the share of the rows learned from. */
    readonly baseRate: Scores;
    /** The outcome's share at the values of the one feature that tells most, in each fold chosen without it. */
    readonly oneFeature: Scores;
    readonly oneFeatureChosen: readonly number[];
  };
  readonly single: readonly SingleFeature[];
  readonly notes: readonly string[];
}

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
  readonly calibration?: "auto" | Calibrator["kind"];
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
