import type { SilhouetteShard, SilhouetteShardInput } from "../../workers/lab/judging";
import { distancesFrom } from "../distances-from";
import { clusteredRows, type ClusteredRows } from "./clustered-rows";
import { silhouettePlan, type Task } from "./silhouette-plan";

/** Distances measured between two looks at the clock. */
const WORK_PER_STEP = 1 << 19;

/**
 * A part of the exact silhouette (Rousseeuw 1987): every pair of rows is measured once, in one of the parts, and counts
 * for both rows. Memory is a few numbers per row, whatever the number of clusters. `assembleSilhouette` makes the
 * silhouettes of all parts together.
 */
export function* silhouetteShard({
  matrix,
  labels,
  part,
  parts,
}: SilhouetteShardInput): Generator<number, SilhouetteShard, void> {
  const clustered = yield* clusteredRows(matrix, labels);
  const size = clustered.rows.length;
  const sums = {
    within: new Float64Array(size),
    nearest: new Float64Array(size).fill(Infinity),
    distances: new Float64Array(size),
    across: new Float64Array(size),
  };
  const tasks = silhouettePlan(clustered.starts, part, parts);
  const all = tasks.reduce((sum, { work }) => sum + work, 0);
  const clock = { done: 0, since: 0 };
  for (const task of tasks) {
    const start = clustered.starts[task.group] as number;
    const stop = clustered.starts[task.group + 1] as number;
    for (let i = start + task.first; i < stop; i += task.every) {
      if (task.among) measureAmong(clustered, i, stop, sums);
      else measureAcross(clustered, i, stop, sums);
      clock.since += task.among ? stop - i : size - stop;
      if (clock.since < WORK_PER_STEP) continue;
      clock.done += clock.since;
      clock.since = 0;
      yield Math.min(1, clock.done / all);
    }
    if (!task.among) settleAcross(clustered, task, sums);
  }
  return {
    within: byRow(sums.within, clustered, labels, 0),
    nearest: byRow(sums.nearest, clustered, labels, Infinity),
  };
}

interface Sums {
  readonly within: Float64Array;
  readonly nearest: Float64Array;
  readonly distances: Float64Array;
  /** Sum of distances of each later row to the rows of the cluster at hand. */
  readonly across: Float64Array;
}

function measureAmong({ columns }: ClusteredRows, i: number, stop: number, { within, distances }: Sums): void {
  distancesFrom(columns, i, i + 1, stop, distances);
  let sum = 0;
  for (let j = i + 1; j < stop; j++) {
    const distance = distances[j] as number;
    sum += distance;
    within[j] = (within[j] as number) + distance;
  }
  within[i] = (within[i] as number) + sum;
}

function measureAcross({ columns, starts, groups }: ClusteredRows, i: number, from: number, sums: Sums): void {
  const { nearest, distances, across } = sums;
  const end = distances.length;
  distancesFrom(columns, i, from, end, distances);
  let least = nearest[i] as number;
  for (let at = from; at < end;) {
    const stop = starts[(groups[at] as number) + 1] as number;
    const size = stop - at;
    let sum = 0;
    for (; at < stop; at++) {
      const distance = distances[at] as number;
      sum += distance;
      across[at] = (across[at] as number) + distance;
    }
    least = Math.min(least, sum / size);
  }
  nearest[i] = least;
}

/** Once a whole cluster is measured, later rows know their mean distance to it. */
function settleAcross({ starts }: ClusteredRows, { group }: Task, { nearest, across }: Sums): void {
  const stop = starts[group + 1] as number;
  const size = stop - (starts[group] as number);
  for (let j = stop; j < across.length; j++) {
    nearest[j] = Math.min(nearest[j] as number, (across[j] as number) / size);
    across[j] = 0;
  }
}

function byRow(sorted: Float64Array, { rows }: ClusteredRows, labels: Int32Array, absent: number): Float64Array {
  const all = new Float64Array(labels.length).fill(absent);
  for (let at = 0; at < rows.length; at++) all[rows[at] as number] = sorted[at] as number;
  return all;
}
