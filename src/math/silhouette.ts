import type { Points } from "./points";

/** The mean silhouette of a labelling over the measured rows, and the half-width of its 95 % interval. */
export interface Silhouette {
  /** NaN unless the measured rows fall into at least two clusters. */
  readonly mean: number;
  /** 1.96 standard errors, with the finite population correction; 0 when every row was measured. */
  readonly margin: number;
}

/** Distances measured between two looks at the clock. */
const WORK_PER_STEP = 1 << 18;

/**
 * The silhouette (Rousseeuw 1987) of several labellings at once, over the `rows` given: every one of them against every
 * other, as scikit-learn does with `sample_size`. All rows make it exact; a random sample makes it an estimate whose
 * margin comes from the spread of the rows' own silhouettes. A row alone in its cluster counts 0. Distances are measured
 * once for all labellings.
 */
export function* silhouettes(
  points: Points,
  labellings: readonly Int32Array[],
  rows: Int32Array,
): Generator<number, Silhouette[], void> {
  const size = rows.length;
  const sampled = labellings.map((labels) => clusteringOf(labels, rows));
  const distances = new Float64Array(size);
  const step = Math.max(1, Math.floor(WORK_PER_STEP / (size * (1 + labellings.length))));
  for (let i = 0; i < size; i++) {
    measureFrom(points, rows, i, distances);
    for (const clustering of sampled) addSilhouette(clustering, distances, i);
    if (i % step === 0) yield i / size;
  }
  return sampled.map((clustering) => summed(clustering, size, points.n));
}

interface Clustering {
  readonly labels: Int32Array;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  total: number;
  squares: number;
}

function clusteringOf(labels: Int32Array, rows: Int32Array): Clustering {
  const own = rows.map((row) => labels[row] as number);
  const k = own.reduce((most, label) => Math.max(most, label), 0) + 1;
  const counts = new Float64Array(k);
  for (const label of own) counts[label] = (counts[label] as number) + 1;
  return { labels: own, counts, sums: new Float64Array(k), total: 0, squares: 0 };
}

function measureFrom({ values, d }: Points, rows: Int32Array, i: number, distances: Float64Array): void {
  const from = (rows[i] as number) * d;
  for (let j = 0; j < rows.length; j++) {
    const to = (rows[j] as number) * d;
    let square = 0;
    for (let f = 0; f < d; f++) {
      const difference = (values[from + f] as number) - (values[to + f] as number);
      square += difference * difference;
    }
    distances[j] = Math.sqrt(square);
  }
}

function addSilhouette(clustering: Clustering, distances: Float64Array, i: number): void {
  const { labels, counts, sums } = clustering;
  sums.fill(0);
  for (let j = 0; j < labels.length; j++) {
    const label = labels[j] as number;
    sums[label] = (sums[label] as number) + (distances[j] as number);
  }
  const own = labels[i] as number;
  const companions = (counts[own] as number) - 1;
  if (companions === 0) return;
  const within = (sums[own] as number) / companions;
  let nearest = Infinity;
  for (let j = 0; j < counts.length; j++) {
    if (j !== own && (counts[j] as number) > 0)
      nearest = Math.min(nearest, (sums[j] as number) / (counts[j] as number));
  }
  const larger = Math.max(within, nearest);
  const silhouette = larger > 0 && nearest < Infinity ? (nearest - within) / larger : 0;
  clustering.total += silhouette;
  clustering.squares += silhouette * silhouette;
}

function summed({ counts, total, squares }: Clustering, size: number, n: number): Silhouette {
  if (counts.filter((count) => count > 0).length < 2) return { mean: Number.NaN, margin: 0 };
  const mean = total / size;
  if (size >= n) return { mean, margin: 0 };
  const variance = Math.max(0, squares / size - mean * mean) * (size / (size - 1));
  const correction = (n - size) / (n - 1);
  return { mean, margin: 1.96 * Math.sqrt((variance / size) * correction) };
}
