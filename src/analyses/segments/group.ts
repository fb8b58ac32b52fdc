import type { Compute } from "../../workers/contract";
import type { Matrix } from "../../workers/lab/matrix";
import type { Linkage } from "../../workers/lab/hierarchy";
import type { Covariance, Metric } from "../../workers/lab/partition";
import type { Algorithm } from "./algorithms";
import { groupByDensity } from "./group-density";
import type { Grouping } from "./grouping";
import { groupByMixture } from "./group-mixture";
import { nearest } from "./nearest";

/** What the algorithms are told; each reads what concerns it. */
export interface GroupingPlan {
  readonly k: number;
  readonly seed: number;
  readonly restarts: number;
  readonly linkage: Linkage;
  readonly covariance: Covariance;
  readonly metric: Metric;
  readonly affinity: "rbf" | "nearest-neighbours";
  readonly gamma: number;
  /** 0 to take the bend of the neighbour distances. */
  readonly eps: number;
  readonly minSamples: number;
  /** 0 for one percent of the rows, at least 5. */
  readonly minSize: number;
  readonly selection: "eom" | "leaf";
  /** 0 to estimate it. */
  readonly bandwidth: number;
}

export interface GroupingDesk {
  readonly compute: Compute;
  readonly onProgress: (share: number) => void;
}

type Known = Exclude<Algorithm, "rfm" | "model">;

/** Groups the rows of the matrix. Rejects as the jobs do: with a UserError when there is nothing to group. */
export function group(algorithm: Known, matrix: Matrix, plan: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  switch (algorithm) {
    case "kmeans":
      return byKmeans(matrix, plan, desk);
    case "mini-batch":
      return byMiniBatch(matrix, plan, desk);
    case "k-medoids":
      return byMedoids(matrix, plan, desk);
    case "mixture":
      return groupByMixture(matrix, plan, desk);
    case "agglomerative":
      return byTree(matrix, plan, desk);
    case "spectral":
      return bySpectrum(matrix, plan, desk);
    case "dbscan":
    case "hdbscan":
    case "mean-shift":
      return groupByDensity(algorithm, matrix, plan, desk);
  }
}

async function byKmeans(matrix: Matrix, { k, seed, restarts }: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  const made = await desk.compute("labKmeans", { matrix, k, seed, restarts }, desk);
  return nearest("kmeans", made, made.centroids, matrix.n, {
    parameters: { k, restarts, seed },
    facts: { inertia: made.inertia, iterations: made.iterations, converged: made.converged },
  });
}

async function byMiniBatch(matrix: Matrix, { k, seed, restarts }: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  const made = await desk.compute("miniBatchKmeans", { matrix, k, seed, restarts }, desk);
  return nearest("mini-batch", made, made.centroids, matrix.n, {
    parameters: { k, restarts, seed, "rows per step": made.batch },
    facts: { inertia: made.inertia, iterations: made.iterations, converged: made.converged },
  });
}

async function byMedoids(matrix: Matrix, { k, seed, metric }: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  const made = await desk.compute("kMedoids", { matrix, k, seed, metric }, desk);
  const grouping = nearest("k-medoids", made, made.places, made.fittedOn, {
    parameters: { k, seed, distance: metric, "sum of distances": made.cost },
    facts: {},
  });
  return { ...grouping, model: { kind: "nearest", metric, places: made.places } };
}

/** The tree is the same for every k, so that another k only cuts it anew. */
async function byTree(matrix: Matrix, { k, seed, linkage }: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  const grown = await desk.compute("agglomerative", { matrix, linkage, k: Math.min(2, matrix.n), seed }, desk);
  const cut = await desk.compute("cutClusters", { matrix, tree: grown.tree, k });
  const places = (await desk.compute("clusterMeans", { matrix, labels: cut.labels, k: cut.k })).means;
  const parameters = { k, linkage, ...(cut.fittedOn < matrix.n ? { "rows in the tree": cut.fittedOn, seed } : {}) };
  const facts = { dendrogram: cut.dendrogram, cophenetic: grown.cophenetic };
  return { ...nearest("agglomerative", cut, places, cut.fittedOn, { parameters, facts }), modelExact: false };
}

async function bySpectrum(matrix: Matrix, plan: GroupingPlan, desk: GroupingDesk): Promise<Grouping> {
  const { k, seed, affinity, gamma } = plan;
  const made = await desk.compute("spectral", { matrix, k, seed, affinity, gamma, neighbours: NEIGHBOURS }, desk);
  const places = (await desk.compute("clusterMeans", { matrix, labels: made.labels, k: made.k })).means;
  const own = affinity === "rbf" ? { gamma } : { neighbours: NEIGHBOURS };
  const grouping = nearest("spectral", made, places, made.fittedOn, {
    parameters: { k, seed, affinity, ...own },
    facts: {},
  });
  return { ...grouping, modelExact: false };
}

/** scikit-learn's default for its affinity of nearest neighbours. */
const NEIGHBOURS = 10;
