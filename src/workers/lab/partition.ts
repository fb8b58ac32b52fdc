import type { Clustering, Matrix } from "./matrix";

/** Places that stand for clusters, cluster by cluster, each with one number per feature. */
type Places = readonly (readonly number[])[];

export type Metric = "euclidean" | "manhattan";

/** What the groups of a mixture may look like: any ellipsoids, equal ellipsoids, ellipsoids along the axes, balls. */
export type Covariance = "full" | "tied" | "diag" | "spherical";

export interface LabKmeansInput {
  readonly matrix: Matrix;
  readonly k: number;
  readonly seed: number;
  readonly restarts: number;
}

export interface LabKmeansOutput extends Clustering {
  readonly centroids: Places;
  /** Sum of squared distances to the own centroid, over every row. */
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly restarts: number;
  readonly seed: number;
}

export interface MiniBatchKmeansInput extends LabKmeansInput {
  /** Rows per step, 1024 unless told. */
  readonly batch?: number;
}

/** `iterations` are steps; `converged` means that they stopped helping before there were no more of them. */
export interface MiniBatchKmeansOutput extends LabKmeansOutput {
  readonly batch: number;
}

export interface KMedoidsInput {
  readonly matrix: Matrix;
  readonly k: number;
  readonly seed: number;
  readonly metric: Metric;
}

export interface KMedoidsOutput extends Clustering {
  /** The row that stands for each cluster. */
  readonly medoids: Int32Array;
  /** Their coordinates. */
  readonly places: Places;
  /** Sum of distances to the own medoid, over every row. */
  readonly cost: number;
  readonly metric: Metric;
  /** Rows among which medoids were exchanged: all of them, or the size of each sample. */
  readonly fittedOn: number;
  readonly seed: number;
}

/** Gaussian mixture: what is needed to say how likely a row belongs to each of its components. */
export interface Mixture {
  readonly covariance: Covariance;
  readonly means: Places;
  /** [component][feature][feature], whatever the shape. */
  readonly covariances: readonly Places[];
  /** Share of each component; they sum to 1. */
  readonly weights: readonly number[];
}

export interface GaussianMixtureInput {
  readonly matrix: Matrix;
  readonly k: number;
  readonly seed: number;
  readonly restarts: number;
  readonly covariance: Covariance;
}

/** `k` counts components that are some row's likeliest; others, if any, come last in the mixture and `notes` says so. */
export interface GaussianMixtureOutput extends Clustering, Mixture {
  /** Natural logarithm, of all rows together. */
  readonly logLikelihood: number;
  /** The less the better, both. */
  readonly bic: number;
  readonly aic: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Posterior probability of each row's own component. */
  readonly confidence: Float64Array;
  readonly restarts: number;
  readonly seed: number;
}

/** What is kept of a clustering to place other rows: centroids or medoids with a metric, or a mixture. */
export type PartitionModel =
  | { readonly kind: "nearest"; readonly metric: Metric; readonly places: Places }
  | { readonly kind: "mixture"; readonly mixture: Mixture };

export interface ClusterMeansInput {
  readonly matrix: Matrix;
  /** -1 is in no cluster. */
  readonly labels: Int32Array;
  readonly k: number;
}

export interface ClusterMeansOutput {
  readonly means: Places;
}

export interface AssignInput {
  /** In the space of the model: the same features, prepared with the same numbers. */
  readonly matrix: Matrix;
  readonly model: PartitionModel;
}

/** Labels are those of the model, so they are not in the order of size. */
export interface AssignOutput {
  readonly labels: Int32Array;
  readonly k: number;
  /** Distance to the nearest place; null for a mixture. */
  readonly distances: Float64Array | null;
  /** Posterior probability of the likeliest component; null for places. */
  readonly confidence: Float64Array | null;
}
