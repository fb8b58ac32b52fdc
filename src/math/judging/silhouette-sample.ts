import type { Matrix } from "../../workers/lab/matrix";
import { distancesFrom } from "../distances-from";
import { sampleIndices, seededRandom } from "../random";
import { clusteredRows, type ClusteredRows } from "./clustered-rows";
import { rowsToAsk } from "./rows-to-ask";
import { silhouetteOf } from "./silhouette-of";

/** Rows measured at least, however many there are. */
const LEAST = 1000;

/** Rows measured at least of each cluster, or all it has, so that a small one is judged as well. */
const LEAST_PER_CLUSTER = 30;

/** Distances measured between two looks at the clock. */
const WORK_PER_STEP = 1 << 19;

/**
 * The silhouette of seeded sampled rows, each measured against all rows and so exact; NaN for the others. Rows are drawn
 * within each cluster, in proportion to its size but not fewer than 30, so that means weighted by cluster sizes estimate
 * those of all rows without bias. In all about as many distances are measured as among `limit` rows.
 */
export function* silhouetteSample(
  matrix: Matrix,
  labels: Int32Array,
  limit: number,
  seed: number,
): Generator<number, Float64Array, void> {
  const clustered = yield* clusteredRows(matrix, labels);
  const asked = drawn(clustered.starts, rowsToAsk(clustered.rows.length, limit, LEAST), seededRandom(seed));
  const distances = new Float64Array(clustered.rows.length);
  const silhouettes = new Float64Array(labels.length).fill(Number.NaN);
  const step = Math.max(1, Math.floor(WORK_PER_STEP / distances.length));
  for (const [at, i] of asked.entries()) {
    distancesFrom(clustered.columns, i, 0, distances.length, distances);
    silhouettes[clustered.rows[i] as number] = measured(clustered, i, distances);
    if (at % step === 0) yield at / asked.length;
  }
  return silhouettes;
}

function drawn(starts: Int32Array, wanted: number, random: () => number): number[] {
  const n = starts.at(-1) ?? 0;
  const k = starts.length - 1;
  const least = Math.min(LEAST_PER_CLUSTER, Math.max(2, Math.floor(wanted / k)));
  const asked: number[] = [];
  for (let group = 0; group < k; group++) {
    const start = starts[group] as number;
    const size = (starts[group + 1] as number) - start;
    const share = Math.max(least, Math.round((wanted * size) / n));
    for (const place of sampleIndices(size, share, random)) asked.push(start + place);
  }
  return asked;
}

function measured({ starts, groups }: ClusteredRows, i: number, distances: Float64Array): number {
  const own = groups[i] as number;
  let within = 0;
  let nearest = Infinity;
  for (let group = 0; group + 1 < starts.length; group++) {
    const start = starts[group] as number;
    const stop = starts[group + 1] as number;
    let sum = 0;
    for (let j = start; j < stop; j++) sum += distances[j] as number;
    if (group === own) within = sum;
    else nearest = Math.min(nearest, sum / (stop - start));
  }
  return silhouetteOf(within, nearest, (starts[own + 1] as number) - (starts[own] as number));
}
