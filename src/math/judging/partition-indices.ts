import type { Matrix } from "../../workers/lab/matrix";
import { squaredDistance } from "../points";

/** A partition judged by distances to cluster means. */
export interface PartitionIndices {
  /** Rows of each label, noise left out. */
  readonly sizes: Float64Array;
  /** Sum of squared distances to the cluster mean, by label. */
  readonly inertias: Float64Array;
  readonly inertia: number;
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
  readonly simplifiedSilhouette: number;
}

/** Distances measured between two looks at the clock. */
const DISTANCES_PER_STEP = 1 << 19;

/**
 * Calinski-Harabasz (1974) and Davies-Bouldin (1979) as scikit-learn computes them, within-cluster sums of squares, and
 * the simplified silhouette (Hruschka, de Castro & Campello 2004). Labels without rows do not count, nor does noise (-1).
 * NaN for all but the sums of squares unless there are at least two clusters and fewer clusters than rows.
 */
export function* partitionIndices(matrix: Matrix, labels: Int32Array): Generator<number, PartitionIndices, void> {
  const { sizes, means } = clusterMeans(matrix, labels);
  yield 0.2;
  const occupied = Array.from(sizes.keys()).filter((label) => (sizes[label] as number) > 0);
  const sums = {
    inertias: new Float64Array(sizes.length),
    ways: new Float64Array(sizes.length),
    simplified: 0,
  };
  const points = { ...matrix, weights: null };
  const step = Math.max(1, Math.floor(DISTANCES_PER_STEP / Math.max(1, occupied.length)));
  for (let i = 0; i < matrix.n; i++) {
    if (i % step === 0) yield 0.2 + (0.8 * i) / matrix.n;
    const own = labels[i] as number;
    if (own < 0) continue;
    const square = squaredDistance(points, i, means, own);
    let other = Infinity;
    for (const label of occupied) if (label !== own) other = Math.min(other, squaredDistance(points, i, means, label));
    sums.inertias[own] = (sums.inertias[own] as number) + square;
    sums.ways[own] = (sums.ways[own] as number) + Math.sqrt(square);
    if ((sizes[own] as number) > 1 && other > 0) sums.simplified += simplified(Math.sqrt(square), Math.sqrt(other));
  }
  const rows = occupied.reduce((sum, label) => sum + (sizes[label] as number), 0);
  const inertia = sums.inertias.reduce((sum, value) => sum + value, 0);
  const judged = occupied.length > 1 && occupied.length < rows;
  return {
    sizes,
    inertias: sums.inertias,
    inertia,
    calinskiHarabasz: judged ? calinskiHarabasz(sizes, means, inertia, occupied, matrix.d) : Number.NaN,
    daviesBouldin: judged ? daviesBouldin(sizes, means, sums.ways, occupied, matrix.d) : Number.NaN,
    simplifiedSilhouette: judged ? sums.simplified / rows : Number.NaN,
  };
}

const simplified = (own: number, other: number): number => (other - own) / Math.max(own, other);

function clusterMeans({ values, n, d }: Matrix, labels: Int32Array): { sizes: Float64Array; means: Float64Array } {
  let k = 0;
  for (let i = 0; i < n; i++) k = Math.max(k, (labels[i] as number) + 1);
  const sizes = new Float64Array(k);
  const means = new Float64Array(k * d);
  for (let i = 0; i < n; i++) {
    const label = labels[i] as number;
    if (label < 0) continue;
    sizes[label] = (sizes[label] as number) + 1;
    for (let f = 0, at = label * d; f < d; f++, at++) means[at] = (means[at] as number) + (values[i * d + f] as number);
  }
  for (let at = 0; at < means.length; at++)
    means[at] = (means[at] as number) / Math.max(1, sizes[Math.floor(at / d)] as number);
  return { sizes, means };
}

function calinskiHarabasz(
  sizes: Float64Array,
  means: Float64Array,
  inertia: number,
  occupied: readonly number[],
  d: number,
): number {
  const rows = occupied.reduce((sum, label) => sum + (sizes[label] as number), 0);
  const centre = new Float64Array(d);
  for (const label of occupied) {
    for (let f = 0; f < d; f++)
      centre[f] = (centre[f] as number) + ((sizes[label] as number) / rows) * (means[label * d + f] as number);
  }
  const points = { values: means, n: sizes.length, d, weights: null };
  const between = occupied.reduce(
    (sum, label) => sum + (sizes[label] as number) * squaredDistance(points, label, centre, 0),
    0,
  );
  const k = occupied.length;
  return inertia === 0 ? 1 : (between * (rows - k)) / (inertia * (k - 1));
}

/** Where two cluster means coincide scikit-learn leaves that pair out. */
function daviesBouldin(
  sizes: Float64Array,
  means: Float64Array,
  ways: Float64Array,
  occupied: readonly number[],
  d: number,
): number {
  const points = { values: means, n: sizes.length, d, weights: null };
  const spread = (label: number): number => (ways[label] as number) / (sizes[label] as number);
  let sum = 0;
  for (const a of occupied) {
    let worst = 0;
    for (const b of occupied) {
      const apart = Math.sqrt(squaredDistance(points, a, means, b));
      if (apart > 0) worst = Math.max(worst, (spread(a) + spread(b)) / apart);
    }
    sum += worst;
  }
  return sum / occupied.length;
}
