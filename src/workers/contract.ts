import type { LabJobs } from "./lab/lab-jobs";

/** How a job prepares a feature before distances are measured. */
export interface Treatment {
  readonly missing: "mean" | "median" | "mode" | "zero" | "drop";
  readonly outliers:
    | { readonly method: "keep" | "mean" | "drop" | "fence" }
    /** Percentiles in 0 … 100, linear interpolation between order statistics (numpy's default). */
    | { readonly method: "winsorise"; readonly low: number; readonly high: number };
  readonly scaling: "zscore" | "minmax" | "robust" | "log-zscore" | "none";
}

/** Rows are customers in the order of customer_no; one Float64Array per feature, NaN for missing. */
export interface Features {
  readonly columns: readonly Float64Array[];
}

/** What preparing did to one feature: shown in the ledger and in explanations. */
export interface PreparedFeature {
  readonly missing: number;
  readonly filledWith: number | null;
  readonly below: number;
  readonly above: number;
  readonly lowerBound: number | null;
  readonly upperBound: number | null;
  /** scaled = (f(value) - centre) / scale, f = log1p for log-zscore, else identity. A constant feature has scale 1. */
  readonly centre: number;
  readonly scale: number;
  readonly constant: boolean;
}

export interface SegmentInput {
  readonly features: Features;
  /** +1 more is better, -1 less is better: clusters are ordered by the sum of polarity × scaled centroid, ascending. */
  readonly polarity: readonly (1 | -1)[];
  readonly treatment: Treatment;
  readonly k: number;
  readonly seed: number;
  readonly restarts: number;
}

/** Clusters in ascending order of meaning: 0 is least engaged, worst experience. */
export interface SegmentOutput {
  /** Cluster of each row, -1 for a row dropped by the treatment. */
  readonly labels: Int32Array;
  /** Euclidean distance in scaled space to centroid 0; NaN for a dropped row. */
  readonly score: Float64Array;
  /** Signed position on the line from centroid 0 to the last centroid; NaN for a dropped row or k = 1. */
  readonly signed: Float64Array;
  /** Sum of polarity × scaled value: how good the row is by its features alone; NaN for a dropped row. */
  readonly goodness: Float64Array;
  readonly centroids: readonly (readonly number[])[];
  readonly sizes: readonly number[];
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly restarts: number;
  readonly seed: number;
  /** Fewer than asked where fewer distinct rows exist; `notes` says so. */
  readonly k: number;
  readonly rowsUsed: number;
  readonly rowsDropped: number;
  readonly features: readonly PreparedFeature[];
  /** Per cluster, per feature, of the treated (filled, capped, not scaled) values. */
  readonly treated: readonly (readonly TreatedStats[])[];
  readonly notes: readonly string[];
}

export interface TreatedStats {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly total: number;
}

export interface ElbowInput {
  readonly features: Features;
  readonly treatment: Treatment;
  readonly maxK: number;
  readonly seed: number;
  readonly restarts: number;
  /** Rows that are clustered when there are more, drawn at random. */
  readonly sample: number;
  /** Rows the silhouette is measured on when there are more. */
  readonly silhouetteSample: number;
}

export interface ElbowOutput {
  readonly k: readonly number[];
  /** Of all rows; where a sample was clustered, its inertia times rows per sampled row. */
  readonly inertia: readonly number[];
  /** Same length; NaN for k = 1. */
  readonly silhouette: readonly number[];
  /** Half-width of the 95 % interval of a sampled silhouette, 0 where every row was used. */
  readonly silhouetteMargin: readonly number[];
  readonly silhouetteRows: number;
  /** By the kneedle rule on inertia (largest distance below the chord); null when the curve has no bend. */
  readonly knee: number | null;
  readonly bestSilhouette: number | null;
  /** Rows that were clustered: all of them, or the sample. */
  readonly rowsUsed: number;
  readonly rows: number;
}

export interface PcaInput {
  readonly features: Features;
  readonly scaling: "zscore" | "none";
  readonly components: number;
}

export interface PcaOutput {
  readonly explained: readonly number[];
  /** [component][feature]; the largest absolute loading of a component is positive. */
  readonly loadings: readonly (readonly number[])[];
  /** Scores of each row on the first two components; NaN where a feature is missing. */
  readonly scores: readonly Float64Array[];
  readonly rowsUsed: number;
}

export interface RegressionInput {
  readonly features: Features;
  readonly target: Float64Array;
  readonly folds: number;
  readonly seed: number;
}

/** Ordinary least squares on standardised features, rows with any missing value left out. */
export interface RegressionOutput {
  readonly intercept: number;
  /** Change of the target, in its own unit, per one standard deviation of the feature. */
  readonly coefficients: readonly Coefficient[];
  readonly r2: number;
  readonly crossValidatedR2: number;
  readonly foldR2: readonly number[];
  readonly rowsUsed: number;
  readonly notes: readonly string[];
}

export interface Coefficient {
  readonly value: number;
  readonly standardError: number;
  readonly low95: number;
  readonly high95: number;
  /** Change of the target per one original unit of the feature. */
  readonly perUnit: number;
}

export interface ValidityInput {
  readonly engagement: Float64Array;
  readonly experience: Float64Array;
  readonly engagementGoodness: Float64Array;
  readonly experienceGoodness: Float64Array;
  readonly seed: number;
}

/** Does a distance behave like a score? */
export interface ValidityOutput {
  /** Spearman rank correlation of score with goodness; 1 means a better customer always scores higher. */
  readonly engagementMonotone: number;
  readonly experienceMonotone: number;
  /** Share of random pairs in which the better customer got the lower score. */
  readonly engagementReversed: number;
  readonly experienceReversed: number;
  readonly pairs: number;
  /** Standard deviations and means of the two scores: their balance in the mean. */
  readonly engagementSpread: number;
  readonly experienceSpread: number;
  readonly engagementMean: number;
  readonly experienceMean: number;
}

/** Every job by name: what goes in, what comes out. A job is a generator that yields progress in 0 … 1. */
export interface Jobs extends LabJobs {
  segment: { input: SegmentInput; output: SegmentOutput };
  elbow: { input: ElbowInput; output: ElbowOutput };
  pca: { input: PcaInput; output: PcaOutput };
  regression: { input: RegressionInput; output: RegressionOutput };
  validity: { input: ValidityInput; output: ValidityOutput };
}

export type JobName = keyof Jobs;
export type Job<Name extends JobName> = (input: Jobs[Name]["input"]) => Generator<number, Jobs[Name]["output"], void>;

/** What an analysis sees of the threads. Rejects with an AbortError when the signal fires (within 100 ms). */
export type Compute = <Name extends JobName>(
  job: Name,
  input: Jobs[Name]["input"],
  options?: { signal?: AbortSignal; onProgress?: (share: number) => void },
) => Promise<Jobs[Name]["output"]>;
