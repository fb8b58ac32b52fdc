import type { Clustering, Matrix } from "./matrix";

export interface DbscanInput {
  readonly matrix: Matrix;
  /** Rows no farther apart are neighbours: a distance in the space of the matrix, above 0. */
  readonly eps: number;
  /** Neighbours that make a row a core row, itself counted, as in scikit-learn. */
  readonly minSamples: number;
}

export interface DbscanOutput extends Clustering {
  /** 1 for a core row, 0 for a border row and for noise. */
  readonly core: Uint8Array;
  readonly coreCount: number;
  /** Rows in no cluster. */
  readonly noise: number;
}

export interface KDistancesInput {
  readonly matrix: Matrix;
  /** Which neighbour, the row itself not counted: `minSamples` - 1 for DBSCAN. */
  readonly k: number;
}

export interface KDistancesOutput {
  /** Distance of each row to its k-th nearest other row, largest first. */
  readonly distances: Float64Array;
  /** As asked, or the number of other rows where that is fewer. */
  readonly k: number;
  /** The distance where the curve bends: a first guess for eps. Null when it does not bend or would be 0. */
  readonly suggestedEps: number | null;
}

export interface HdbscanInput {
  readonly matrix: Matrix;
  /** Fewer rows are no cluster; 2 or more. */
  readonly minClusterSize: number;
  /** Which neighbour's distance says how dense a place is, the row itself counted, as in scikit-learn. */
  readonly minSamples: number;
  /** Which clusters of the tree to take: of the largest excess of mass, or the leaves (smaller, more alike). */
  readonly method: "eom" | "leaf";
  /** Clusters that only part below this distance stay one. */
  readonly epsilon?: number;
}

export interface HdbscanOutput extends Clustering {
  /** How firmly each row belongs to its cluster, 0 … 1; 0 for noise. */
  readonly probabilities: Float64Array;
  /** Rows in no cluster. */
  readonly noise: number;
  readonly tree: ClusterTree;
}

/** The clusters of the condensed tree, parents before children; the first holds every row. */
export interface ClusterTree {
  /** -1 for the first. */
  readonly parent: Int32Array;
  /** 1 / distance at which the cluster parts from its parent; 0 for the first. */
  readonly birth: Float64Array;
  /** 1 / distance at which the last rows leave it, or it parts; Infinity where they are equal. */
  readonly death: Float64Array;
  readonly size: Int32Array;
  /** Excess of mass: the time in 1 / distance that rows spend in it, summed; Infinity with equal rows. */
  readonly stability: Float64Array;
  /** Its label in the answer; -1 unless chosen. */
  readonly label: Int32Array;
}

export interface MeanShiftInput {
  readonly matrix: Matrix;
  /** Radius of the flat kernel, above 0; null to estimate it. */
  readonly bandwidth: number | null;
  /** For an estimate: the share of the rows that the kernel around a row holds on average. scikit-learn's default is 0.3. */
  readonly quantile: number;
  /** Climb from the filled cells of a grid instead of from every row. */
  readonly binSeeding: boolean;
  /** Rows outside every kernel go to the nearest mode; otherwise they are noise. */
  readonly clusterAll: boolean;
  /** For the sample on which the bandwidth of many rows is estimated. */
  readonly seed: number;
}

export interface MeanShiftOutput extends Clustering {
  /** Where the density peaks, in the order of the clusters: feature f of mode j is at `j * d + f`. */
  readonly modes: Float64Array;
  readonly bandwidth: number;
  /** Places climbed from. */
  readonly seeds: number;
  readonly noise: number;
}
