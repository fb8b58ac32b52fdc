import type { Matrix } from "./matrix";

/** How good is this clustering? Noise rows (-1) are left out of every index, and counted. */
export interface IndicesInput {
  readonly matrix: Matrix;
  readonly labels: Int32Array;
  /** Up to this many clustered rows the silhouette is exact; beyond, sampled rows are measured against all. */
  readonly silhouetteRows: number;
  readonly seed: number;
  /** The exact silhouette, if every shard of it has been measured already; `silhouetteRows` then changes nothing. */
  readonly shards?: readonly SilhouetteShard[];
}

export interface IndicesOutput {
  readonly rows: number;
  readonly noise: number;
  /** Clusters that hold rows. */
  readonly k: number;
  /** Within-cluster sum of squared distances to the cluster means. */
  readonly inertia: number;
  /** NaN for one cluster, or when every row is a cluster of its own; so are the next two and the simplified one. */
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
  /** Mean over all clustered rows: exact, or estimated without bias where not every row was measured. */
  readonly silhouette: number;
  /** Half-width of the 95 % interval of the mean silhouette; 0 where every row was measured. */
  readonly silhouetteMargin: number;
  /** Rows measured. */
  readonly silhouetteRows: number;
  /** Mean silhouette over all clustered rows with distances to cluster means in place of mean distances. */
  readonly simplifiedSilhouette: number;
  /** Silhouette of each row; NaN for noise and for rows not measured. */
  readonly silhouettes: Float64Array;
  /** By label; a label without rows has size 0 and NaN. */
  readonly clusters: readonly ClusterIndices[];
  /** Plain sentences about what could not be measured. */
  readonly notes: readonly string[];
}

/** One cluster; the silhouette's numbers are of its measured rows. */
export interface ClusterIndices {
  readonly size: number;
  readonly inertia: number;
  readonly measured: number;
  readonly silhouette: number;
  readonly least: number;
  readonly shareNegative: number;
}

/** Part `part` (from 0) of `parts` of the exact silhouette: the parts are about equally long and need no order. */
export interface SilhouetteShardInput {
  readonly matrix: Matrix;
  readonly labels: Int32Array;
  readonly part: number;
  readonly parts: number;
}

/** What a part has measured, by row: to be put together by `assembleSilhouette`. */
export interface SilhouetteShard {
  /** Sum of distances to rows of the own cluster, as far as this part has measured them. */
  readonly within: Float64Array;
  /** Least mean distance to another cluster among those this part has measured; Infinity where none. */
  readonly nearest: Float64Array;
}

/** The best k-means of each k, judged by every index. */
export interface HowManyInput {
  readonly matrix: Matrix;
  readonly ks: readonly number[];
  readonly seed: number;
  readonly restarts: number;
  /** Rows that are clustered when there are more, drawn at random. */
  readonly sample: number;
  /** Rows the silhouette is measured on when more are clustered. */
  readonly silhouetteRows: number;
}

export interface Candidate {
  readonly k: number;
  /** Of all rows: where a sample was clustered, its inertia times rows per sampled row. */
  readonly inertia: number;
  /** NaN for k = 1, as the next three. */
  readonly silhouette: number;
  /** Half-width of the 95 % interval, 0 where every row was measured. */
  readonly silhouetteMargin: number;
  /** Of all rows, from the shape of the sample. */
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
  /** Rows of the sample in each cluster, largest first. */
  readonly sizes: readonly number[];
}

export type HowManyIndex = "inertia" | "silhouette" | "calinskiHarabasz" | "daviesBouldin";

/** The k an index prefers: null where it says nothing, as inertia without a knee. */
export interface Preference {
  readonly index: HowManyIndex;
  readonly k: number | null;
}

export interface HowManyOutput {
  readonly candidates: readonly Candidate[];
  readonly preferred: readonly Preference[];
  readonly rows: number;
  /** Rows that were clustered: all of them, or the sample. */
  readonly rowsUsed: number;
  /** Rows the silhouette was measured on. */
  readonly silhouetteRows: number;
  readonly notes: readonly string[];
}

export interface GapInput {
  readonly matrix: Matrix;
  /** Ascending, one apart: the rule compares each with the next. */
  readonly ks: readonly number[];
  readonly references: number;
  /** References spread evenly over the range of each feature, or of each principal component. */
  readonly shape: "box" | "rotated";
  readonly seed: number;
  /** Rows that are clustered when there are more, drawn at random, at most 20,000; each reference has as many. */
  readonly sample: number;
}

export interface GapAtK {
  readonly k: number;
  /** Natural logarithm of the within-cluster sum of squares. */
  readonly logWithin: number;
  /** Its mean over the references. */
  readonly expected: number;
  readonly gap: number;
  /** s_k: the standard deviation over the references times √(1 + 1 / references). */
  readonly error: number;
}

export interface GapOutput {
  readonly gaps: readonly GapAtK[];
  /** The smallest k whose gap is no less than the next one's minus its s; null where there is none. */
  readonly preferred: number | null;
  readonly references: number;
  readonly rows: number;
  readonly rowsUsed: number;
  readonly notes: readonly string[];
}

/** Resamples `from` … `to` - 1 of a k-means; each is the same whichever worker draws it. */
export interface StabilityInput {
  readonly matrix: Matrix;
  readonly k: number;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Rows that are resampled when there are more, drawn at random, at most 20,000. */
  readonly sample: number;
  /** Starts of the k-means of each resample. */
  readonly restarts: number;
}

export interface StabilityOutput {
  /** Fewer than asked where fewer different rows exist. */
  readonly k: number;
  /** Adjusted Rand index of each resample with the reference clustering. */
  readonly values: Float64Array;
  readonly mean: number;
  /** The 2.5 and 97.5 % percentiles of `values`. */
  readonly low95: number;
  readonly high95: number;
  /** Resample r and cluster c of the reference at r × k + c: its Jaccard index with the most similar cluster found. */
  readonly jaccard: Float64Array;
  /** Of each cluster of the reference, largest first. */
  readonly clusters: readonly ClusterStability[];
  readonly rows: number;
  readonly rowsUsed: number;
}

export interface ClusterStability {
  /** Rows of the sample. */
  readonly size: number;
  /** Mean Jaccard index; above 0.75 is called stable, below 0.5 dissolved (Hennig 2007). */
  readonly stability: number;
}

export interface AgreementInput {
  readonly labelings: readonly Int32Array[];
}

export interface AgreementOutput {
  readonly size: number;
  /** Adjusted Rand index of clusterings a and b at a × size + b. */
  readonly values: Float64Array;
}

export interface TrustworthinessInput {
  readonly high: Matrix;
  /** The same rows where they are drawn. */
  readonly low: Matrix;
  readonly neighbours: number;
  /** Up to this many rows the score is exact; beyond, fewer rows are asked for their neighbours among all. */
  readonly sample: number;
  readonly seed: number;
}

export interface TrustworthinessOutput {
  /** 1: whoever is near in the drawing is near; about 0.5: the drawing says nothing. */
  readonly value: number;
  /** Half-width of the 95 % interval, 0 where every row was asked. */
  readonly margin: number;
  readonly rowsAsked: number;
  readonly rows: number;
}
