import type { FittedModel, ModelSettings, OutcomeTable } from "./classifying";

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

/** A point of the ROC curve and of precision by recall: who scores at least so much. */
export interface CurvePoint {
  readonly threshold: number;
  readonly n: number;
  /** Whole: no tie is parted. */
  readonly outcomes: number;
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

export interface CapacitiesInput extends Pick<Validation, "probabilities"> {
  /** Beside each probability. */
  readonly outcome: Uint8Array;
  readonly contacts: readonly number[];
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
  /** Of the average precision in `scores`, by Boyd, Eng and Page's logit interval. */
  readonly prAucLow95: number;
  readonly prAucHigh95: number;
  /** Some hundred points, best scores first, the last with everybody. */
  readonly curve: readonly CurvePoint[];
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
