import type { KMedoidsInput, KMedoidsOutput, Metric } from "../../workers/lab/partition";
import { gathered, type Points } from "../points";
import { within } from "../progress";
import { sampleIndices, seededRandom } from "../random";
import { admitted } from "./admitted";
import { measureFrom } from "./distances-from";
import { fasterPam, type Medoids } from "./faster-pam";
import { assignToPlaces } from "./nearest-places";
import { orderBySize } from "./order-by-size";
import { placesOf } from "./places";

/** Rows up to which medoids are sought among all of them; the time grows with the square. */
const WHOLE_ROWS = 5000;

/** Rows of a sample, and samples that compete, where there are more. */
const SAMPLE_ROWS = 2500;
const SAMPLES = 5;

/** Distances that all starts together may measure in a first round. */
const START_WORK = 1 << 25;
const STARTS = 10;

/** Medoids of all rows and where each row belongs. */
interface Found {
  readonly medoids: Int32Array;
  readonly labels: Int32Array;
  readonly cost: number;
}

/**
 * k-medoids by FasterPAM: rows that stand for clusters so that the sum of distances to them is least. Up to 5,000 rows
 * all of them are candidates, the best of several seeded starts. Above, five seeded samples of 2,500 rows (each holding
 * the best medoids so far) compete by their cost over every row (CLARA, Kaufman & Rousseeuw 1990), and `notes` says so.
 */
export function* kMedoids({ matrix, k: wanted, seed, metric }: KMedoidsInput): Generator<number, KMedoidsOutput, void> {
  const { points, k, anchors, notes } = admitted(matrix, wanted);
  const random = seededRandom(seed);
  const whole = points.n <= WHOLE_ROWS;
  const found = yield* whole
    ? amongAll(points, k, metric, random)
    : amongSamples(points, Int32Array.from(anchors), metric, random);
  const ordered = orderBySize(found.labels);
  const medoids = ordered.order.map((before) => found.medoids[before] as number);
  return {
    labels: ordered.labels,
    k: ordered.k,
    medoids,
    places: placesOf(points.values, points.d, medoids),
    cost: found.cost,
    metric,
    fittedOn: whole ? points.n : SAMPLE_ROWS,
    seed,
    notes: whole ? notes : [...notes, sampled(points.n)],
  };
}

function* amongAll(points: Points, k: number, metric: Metric, random: () => number): Generator<number, Found, void> {
  const starts = Math.max(1, Math.min(STARTS, Math.floor(START_WORK / points.n ** 2)));
  let best: Medoids = { rows: new Int32Array(0), cost: Infinity };
  for (let s = 0; s < starts; s++) {
    const start = seeded(points, k, metric, random);
    const tried = yield* within(fasterPam(points, start, metric), s / starts, (s + 1) / starts);
    if (tried.cost < best.cost) best = tried;
  }
  return yield* within(everyRow(points, best.rows, metric), 1, 1);
}

function* amongSamples(
  points: Points,
  anchors: Int32Array,
  metric: Metric,
  random: () => number,
): Generator<number, Found, void> {
  let best: Found = { medoids: anchors, labels: new Int32Array(0), cost: Infinity };
  for (let s = 0; s < SAMPLES; s++) {
    const others = sampleIndices(points.n, Math.max(0, SAMPLE_ROWS - anchors.length), random);
    const rows = Int32Array.from(new Set([...best.medoids, ...others]));
    const sample = { ...gathered(points, rows), n: rows.length, weights: null };
    const start = seeded(sample, anchors.length, metric, random);
    const { rows: places } = yield* within(fasterPam(sample, start, metric), s / SAMPLES, (s + 0.8) / SAMPLES);
    const medoids = places.map((place) => rows[place] as number);
    const tried = yield* within(everyRow(points, medoids, metric), (s + 0.8) / SAMPLES, (s + 1) / SAMPLES);
    if (tried.cost < best.cost) best = tried;
  }
  return best;
}

function* everyRow(points: Points, medoids: Int32Array, metric: Metric): Generator<number, Found, void> {
  const places = gathered(points, medoids).values;
  const { labels, distances } = yield* assignToPlaces(points, places, metric);
  return { medoids, labels, cost: distances.reduce((sum, distance) => sum + distance, 0) };
}

/** k different rows to start from, each drawn with probability proportional to the distance to the nearest before. */
function seeded(points: Points, k: number, metric: Metric, random: () => number): Int32Array {
  const chosen = new Int32Array(k);
  const nearest = new Float64Array(points.n).fill(Infinity);
  const fresh = new Float64Array(points.n);
  for (let j = 0; j < k; j++) {
    chosen[j] = j === 0 ? Math.floor(random() * points.n) : drawn(nearest, random);
    measureFrom(points, chosen[j] as number, metric, fresh);
    for (let i = 0; i < nearest.length; i++) nearest[i] = Math.min(nearest[i] as number, fresh[i] as number);
  }
  return chosen;
}

function drawn(weights: Float64Array, random: () => number): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight > 0) last = i;
    left -= weight;
    if (weight > 0 && left < 0) return i;
  }
  return last;
}

function sampled(n: number): string {
  const rows = n.toLocaleString("en-US");
  return `Medoids were sought in ${SAMPLES} random samples of ${SAMPLE_ROWS.toLocaleString("en-US")} of the ${rows} rows; every row then went to its nearest.`;
}
