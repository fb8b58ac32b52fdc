import { dbscan } from "../../src/math/density/dbscan";
import { hdbscan } from "../../src/math/density/hdbscan";
import { meanShift } from "../../src/math/density/mean-shift";
import { agglomerative } from "../../src/math/hierarchy/agglomerative";
import { gaussianMixture } from "../../src/math/partition/gaussian-mixture";
import { labKmeans } from "../../src/math/partition/lab-kmeans";
import { finish } from "../../src/math/progress";
import { spectral } from "../../src/math/spectral/spectral";
import type { Linkage } from "../../src/workers/lab/hierarchy";
import type { Matrix } from "../../src/workers/lab/matrix";

/** Groups that one of the lab's jobs made, with what only that one says. */
export interface Grouped {
  readonly method: string;
  readonly parameters: string;
  readonly labels: Int32Array;
  readonly inertia?: number;
  readonly bic?: number;
  readonly bandwidth?: number;
}

const SEED = 1;

/** Starts of a k-means: the lab's own default. */
const RESTARTS = 10;

/** Starts of a mixture: its best solution is rarely started from. */
const MIXTURE_RESTARTS = 20;

export function byKmeans(matrix: Matrix, k: number): Grouped {
  const { labels, inertia } = finish(labKmeans({ matrix, k, seed: SEED, restarts: RESTARTS }));
  return { method: "k-means", parameters: `k = ${k}`, labels, inertia };
}

export function byTree(matrix: Matrix, linkage: Linkage, k: number): Grouped {
  const { labels } = finish(agglomerative({ matrix, linkage, k, seed: SEED }));
  return { method: `Hierarchical, ${linkage}`, parameters: `k = ${k}`, labels };
}

export function byReach(matrix: Matrix, eps: number, minSamples: number): Grouped {
  const { labels } = finish(dbscan({ matrix, eps, minSamples }));
  return { method: "DBSCAN", parameters: `eps = ${eps}, neighbours = ${minSamples}`, labels };
}

export function byLasting(matrix: Matrix, smallest: number): Grouped {
  const { labels } = finish(hdbscan({ matrix, minClusterSize: smallest, minSamples: smallest, method: "eom" }));
  return { method: "HDBSCAN", parameters: `smallest segment = ${smallest}`, labels };
}

export function byPeaks(matrix: Matrix, quantile: number): Grouped {
  const { labels, bandwidth } = finish(
    meanShift({ matrix, bandwidth: null, quantile, binSeeding: false, clusterAll: true, seed: SEED }),
  );
  return { method: "Mean Shift", parameters: `quantile = ${quantile}`, labels, bandwidth };
}

export function bySpectrum(matrix: Matrix, k: number): Grouped {
  const { labels } = finish(spectral({ matrix, k, seed: SEED, affinity: "rbf", gamma: 1, neighbours: 10 }));
  return { method: "Spectral", parameters: `k = ${k}, gamma = 1`, labels };
}

export function byMixture(matrix: Matrix, k: number): Grouped {
  const { labels, bic } = finish(
    gaussianMixture({ matrix, k, seed: SEED, restarts: MIXTURE_RESTARTS, covariance: "full" }),
  );
  return { method: "Gaussian mixture", parameters: `k = ${k}, any ellipse`, labels, bic };
}
