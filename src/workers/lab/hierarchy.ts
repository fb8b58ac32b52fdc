import type { Clustering, Matrix } from "./matrix";

/** How far apart two clusters are: by what merging adds to the squares, or by their farthest, mean or nearest pair. */
export type Linkage = "ward" | "complete" | "average" | "single";

/** A whole merge tree over n leaves: n - 1 merges by rising height, as `scipy.cluster.hierarchy.linkage` lists them. */
export interface Merges {
  /** Merge m joins nodes `pairs[2 * m]` < `pairs[2 * m + 1]` into node n + m; nodes below n are leaves. */
  readonly pairs: Int32Array;
  /** Distance at which each merge happens, in the units of the matrix. */
  readonly heights: Float64Array;
  /** Leaves below each merge. */
  readonly sizes: Int32Array;
}

export interface AgglomerativeInput {
  readonly matrix: Matrix;
  readonly linkage: Linkage;
  readonly k: number;
  /** Draws the sample where there are more rows than a tree is built on. */
  readonly seed: number;
}

/** A merge tree with the rows it was built on: what another k is cut from without building it again. */
export interface MergeTree {
  readonly linkage: Linkage;
  readonly merges: Merges;
  /** Leaf i is row `rows[i]` of the matrix; ascending. All rows, or the sample. */
  readonly rows: Int32Array;
}

export interface CutInput {
  readonly matrix: Matrix;
  readonly tree: MergeTree;
  readonly k: number;
}

export interface CutOutput extends Clustering {
  /** Rows the tree was built on; the others went to the nearest cluster, as the linkage measures it. */
  readonly fittedOn: number;
  readonly dendrogram: Dendrogram;
}

export interface AgglomerativeOutput extends CutOutput {
  readonly tree: MergeTree;
  /** Correlation of the pairwise distances with the heights at which pairs meet; null above 2,000 leaves. */
  readonly cophenetic: number | null;
}

/** The top of a merge tree as plain numbers: leaves are whole branches, one unit apart. */
export interface Dendrogram {
  /** Four corners of each link: up from its left node, across, down to its right one. Link l begins at `4 * l`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Cluster of each link at the cut; -1 above it. */
  readonly links: Int32Array;
  /** Rows of the tree under each leaf, left to right; leaf i stands at x = i. */
  readonly leafSizes: Int32Array;
  /** Cluster of each leaf at the cut. */
  readonly leafClusters: Int32Array;
  /** A height that separates exactly k clusters: halfway between the last merge done and the first undone. */
  readonly cut: number;
}
