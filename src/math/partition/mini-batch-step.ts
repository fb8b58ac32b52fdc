import type { Points } from "../points";
import { sampleIndices } from "../random";
import { placed, sumOfSquares } from "./nearest-places";

/** Centroids on their way, changed in place. */
export interface Centres {
  /** Centroid j is at `j * d`. */
  readonly values: Float64Array;
  /** Rows each has been moved by: the more, the less the next one moves it. */
  readonly seen: Float64Array;
}

/** A centroid that has seen less than this share of the busiest one's rows is put elsewhere; scikit-learn's. */
const NEGLECTED = 0.01;

/** `size` rows drawn with putting back, as points. */
export function drawnBatch({ values, n, d }: Points, size: number, random: () => number): Points {
  const drawn = new Float64Array(size * d);
  for (let b = 0; b < size; b++) {
    const from = Math.floor(random() * n) * d;
    for (let f = 0; f < d; f++) drawn[b * d + f] = values[from + f] as number;
  }
  return { values: drawn, n: size, d, weights: null };
}

/**
 * One step: every row of the batch pulls its nearest centroid by 1 / rows seen, then, if told, neglected centroids move
 * onto random rows of the batch. Returns the inertia of the batch before the step.
 */
export function batchStep(batch: Points, centres: Centres, reassign: boolean, random: () => number): number {
  const { labels, distances } = placed(batch, centres.values, "euclidean");
  pull(batch, centres, labels);
  if (reassign) reassignNeglected(batch, centres, random);
  return sumOfSquares(distances);
}

function pull({ values, n, d }: Points, { values: at, seen }: Centres, labels: Int32Array): void {
  for (let i = 0; i < n; i++) {
    const j = labels[i] as number;
    const count = (seen[j] as number) + 1;
    seen[j] = count;
    for (let f = 0, p = i * d, c = j * d; f < d; f++, p++, c++) {
      at[c] = (at[c] as number) + ((values[p] as number) - (at[c] as number)) / count;
    }
  }
}

function reassignNeglected(batch: Points, { values, seen }: Centres, random: () => number): void {
  const limit = NEGLECTED * seen.reduce((most, count) => Math.max(most, count), 0);
  const neglected = Array.from(seen.keys())
    .filter((j) => (seen[j] as number) < limit)
    .sort((a, b) => (seen[a] as number) - (seen[b] as number))
    .slice(0, Math.floor(batch.n / 2));
  if (neglected.length === 0) return;
  const moved = new Set(neglected);
  const count = seen.reduce((least, rows, j) => (moved.has(j) ? least : Math.min(least, rows)), Infinity);
  const rows = sampleIndices(batch.n, neglected.length, random);
  neglected.forEach((j, at) => {
    const row = rows[at] as number;
    values.set(batch.values.subarray(row * batch.d, row * batch.d + batch.d), j * batch.d);
    seen[j] = count;
  });
}
