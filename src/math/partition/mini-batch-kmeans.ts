import type { MiniBatchKmeansInput, MiniBatchKmeansOutput } from "../../workers/lab/partition";
import { InputError } from "../input-error";
import { sampledPoints, type Points } from "../points";
import { within } from "../progress";
import { seededRandom } from "../random";
import { admitted } from "./admitted";
import { improvement } from "./improvement";
import { batchStep, drawnBatch } from "./mini-batch-step";
import { assignToPlaces, placed, sumOfSquares } from "./nearest-places";
import { orderBySize } from "./order-by-size";
import { placesOf } from "./places";
import { plusPlus } from "./plus-plus";

/** Rows per step unless told; scikit-learn's. */
const BATCH = 1024;

/** Times every row may be drawn on average; scikit-learn's. */
const EPOCHS = 100;

/** Rows that runs are seeded on and judged by, in batches; scikit-learn's. */
const START_BATCHES = 3;

/**
 * Mini-batch k-means (Sculley 2010), step by step as scikit-learn's: k-means++ on a sample, then each step moves centroids
 * towards the rows of a random batch by rates that fall with what each has seen, neglected centroids are put elsewhere, and
 * steps end when the smoothed inertia of batches has not fallen for ten. `restarts` whole runs compete on a sample (where
 * scikit-learn lets only the seedings compete). Then every row goes to its nearest centroid; inertia is exact. A centroid
 * that is nobody's nearest is dropped, said in `notes`. InputError when nothing can be grouped.
 */
export function* miniBatchKmeans(input: MiniBatchKmeansInput): Generator<number, MiniBatchKmeansOutput, void> {
  const { matrix, seed, restarts } = input;
  if (input.batch !== undefined && !(input.batch >= 1)) throw new InputError("A batch must have 1 row or more.");
  const { points, k, notes } = admitted(matrix, input.k);
  const batch = Math.min(points.n, Math.floor(input.batch ?? BATCH));
  const random = seededRandom(seed);
  const { centroids, steps, converged } = yield* within(bestRun(points, k, batch, restarts, random), 0, 0.8);
  const { labels, distances } = yield* within(assignToPlaces(points, centroids, "euclidean"), 0.8, 1);
  const ordered = orderBySize(labels);
  return {
    labels: ordered.labels,
    k: ordered.k,
    centroids: placesOf(centroids, points.d, ordered.order),
    inertia: sumOfSquares(distances),
    iterations: steps,
    converged,
    restarts,
    seed,
    batch,
    notes: ordered.k < k ? [...notes, dropped(k - ordered.k)] : notes,
  };
}

/** Where one run ended. */
interface Run {
  readonly centroids: Float64Array;
  readonly steps: number;
  readonly converged: boolean;
}

function* bestRun(
  points: Points,
  k: number,
  batch: number,
  restarts: number,
  random: () => number,
): Generator<number, Run, void> {
  const size = START_BATCHES * Math.max(batch, k);
  const judge = sampledPoints(points, size, random);
  const runs = Math.max(1, restarts);
  let best: Run | null = null;
  let least = Infinity;
  for (let r = 0; r < runs; r++) {
    const start = plusPlus(sampledPoints(points, size, random), k, random);
    const run = yield* within(trained(points, start, batch, random), r / runs, (r + 1) / runs);
    const inertia = sumOfSquares(placed(judge, run.centroids, "euclidean").distances);
    if (best === null || inertia < least) [best, least] = [run, inertia];
  }
  return best as Run;
}

function* trained(
  points: Points,
  start: Float64Array,
  batch: number,
  random: () => number,
): Generator<number, Run, void> {
  const k = start.length / points.d;
  const centres = { values: start, seen: new Float64Array(k) };
  const limit = Math.max(1, Math.floor((EPOCHS * points.n) / batch));
  const improves = improvement(points.n, batch);
  let sinceReassigned = 0;
  for (let steps = 1; steps <= limit; steps++) {
    sinceReassigned += batch;
    const reassign = centres.seen.includes(0) || sinceReassigned >= 10 * k;
    if (reassign) sinceReassigned = 0;
    const inertia = batchStep(drawnBatch(points, batch, random), centres, reassign, random);
    // The first batch is judged with the seeding's centroids and says nothing about steps.
    if (steps > 1 && !improves(inertia / batch)) return { centroids: start, steps, converged: true };
    yield steps / limit;
  }
  return { centroids: start, steps: limit, converged: false };
}

function dropped(count: number): string {
  return count === 1
    ? "1 cluster was left without rows and dropped; k-means over every row would have filled it."
    : `${count} clusters were left without rows and dropped; k-means over every row would have filled them.`;
}
