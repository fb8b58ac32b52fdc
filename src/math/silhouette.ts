import { distancesFrom, featureColumns } from "./distances-from";
import { labelGroups, type LabelGroups } from "./label-groups";
import { meanOf } from "./mean";
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

/** Rows over which the influence of a row on others is averaged, evenly spread over the clusters. */
const INFLUENCED = 800;

/**
 * The silhouette (Rousseeuw 1987) of several labellings at once, over the `rows` given: every one of them against every
 * other, as scikit-learn does with `sample_size`. All rows make it exact; a random sample makes it an estimate. Its margin
 * comes from the spread of each row's influence (the infinitesimal jackknife): its own silhouette and what its presence
 * does to the silhouettes of others. A row alone in its cluster counts 0. Distances are measured once for all labellings,
 * and added up once for all rows that every labelling keeps together.
 */
export function* silhouettes(
  points: Points,
  labellings: readonly Int32Array[],
  rows: Int32Array,
): Generator<number, Silhouette[], void> {
  const size = rows.length;
  const groups = labelGroups(labellings, rows);
  const columns = featureColumns(points.values, points.d, groups.rows);
  const sampled = labellings.map((labels) => clusteringOf(labels, groups));
  const distances = new Float64Array(size);
  const sums = new Float64Array(groups.starts.length - 1);
  const stride = Math.ceil(size / INFLUENCED);
  const step = Math.max(1, Math.floor(WORK_PER_STEP / (2 * size)));
  for (let i = 0; i < size; i++) {
    distancesFrom(columns, i, 0, size, distances);
    addUp(distances, groups.starts, sums);
    for (const clustering of sampled) {
      addGroups(sums, clustering);
      addSilhouette(clustering, distances, i, size < points.n && i % stride === 0);
    }
    if (i % step === 0) yield i / size;
  }
  return sampled.map((clustering) => summed(clustering, stride, points.n));
}

interface Clustering {
  readonly labels: Int32Array;
  /** The label of every group of rows. */
  readonly ofGroup: Int32Array;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly silhouettes: Float64Array;
  /** What each row's presence does to the silhouettes of others, summed over every `stride`-th of them. */
  readonly influence: Float64Array;
}

function clusteringOf(labels: Int32Array, { rows, starts }: LabelGroups): Clustering {
  const own = rows.map((row) => labels[row] as number);
  const k = own.reduce((most, label) => Math.max(most, label), 0) + 1;
  const counts = new Float64Array(k);
  for (const label of own) counts[label] = (counts[label] as number) + 1;
  return {
    labels: own,
    ofGroup: Int32Array.from({ length: starts.length - 1 }, (_, group) => own[starts[group] as number] as number),
    counts,
    sums: new Float64Array(k),
    silhouettes: new Float64Array(own.length),
    influence: new Float64Array(own.length),
  };
}

/** Sums of distances by group of rows. */
function addUp(distances: Float64Array, starts: Int32Array, sums: Float64Array): void {
  for (let group = 0; group < sums.length; group++) {
    const end = starts[group + 1] as number;
    let sum = 0;
    for (let j = starts[group] as number; j < end; j++) sum += distances[j] as number;
    sums[group] = sum;
  }
}

/** Sums of distances by label, from those by group. */
function addGroups(groupSums: Float64Array, { ofGroup, sums }: Clustering): void {
  sums.fill(0);
  for (let group = 0; group < ofGroup.length; group++) {
    const label = ofGroup[group] as number;
    sums[label] = (sums[label] as number) + (groupSums[group] as number);
  }
}

function addSilhouette(clustering: Clustering, distances: Float64Array, i: number, withInfluence: boolean): void {
  const { labels, counts, sums } = clustering;
  const own = labels[i] as number;
  const companions = (counts[own] as number) - 1;
  if (companions === 0) return;
  const within = (sums[own] as number) / companions;
  let nearest = -1;
  let between = Infinity;
  for (let j = 0; j < counts.length; j++) {
    const mean = (sums[j] as number) / (counts[j] as number);
    if (j !== own && mean < between) {
      between = mean;
      nearest = j;
    }
  }
  if (nearest < 0 || !(Math.max(within, between) > 0)) return;
  clustering.silhouettes[i] = (between - within) / Math.max(within, between);
  if (withInfluence) addInfluence(clustering, distances, i, { own, within, nearest, between });
}

interface Surroundings {
  readonly own: number;
  readonly within: number;
  readonly nearest: number;
  readonly between: number;
}

/** The derivative of row i's silhouette by the weight of every row of its own and of its nearest cluster. */
function addInfluence(
  { labels, counts, influence }: Clustering,
  distances: Float64Array,
  i: number,
  { own, within, nearest, between }: Surroundings,
): void {
  const inside = within < between;
  const byWithin = (inside ? -1 / between : -between / (within * within)) / ((counts[own] as number) - 1);
  const byBetween = (inside ? within / (between * between) : 1 / within) / (counts[nearest] as number);
  for (let j = 0; j < labels.length; j++) {
    const label = labels[j] as number;
    if (label === own && j !== i)
      influence[j] = (influence[j] as number) + byWithin * ((distances[j] as number) - within);
    else if (label === nearest)
      influence[j] = (influence[j] as number) + byBetween * ((distances[j] as number) - between);
  }
}

function summed({ counts, silhouettes, influence }: Clustering, stride: number, n: number): Silhouette {
  const size = silhouettes.length;
  if (counts.filter((count) => count > 0).length < 2) return { mean: Number.NaN, margin: 0 };
  const mean = meanOf(silhouettes);
  if (size >= n) return { mean, margin: 0 };
  const whole = silhouettes.map((silhouette, j) => silhouette - mean + stride * (influence[j] as number));
  const variance = whole.reduce((sum, value) => sum + value * value, 0) / (size - 1);
  const correction = (n - size) / (n - 1);
  return { mean, margin: 1.96 * Math.sqrt((variance / size) * correction) };
}
