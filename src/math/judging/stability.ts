import type { StabilityInput, StabilityOutput } from "../../workers/lab/judging";
import { assignAll, unassigned } from "../assignment";
import { InputError } from "../input-error";
import { kmeans, searchable } from "../kmeans";
import { orderBySize } from "../partition/order-by-size";
import { gathered, sampledPoints, type Points } from "../points";
import { within } from "../progress";
import { seededRandom } from "../random";
import { adjustedRandIndex } from "./adjusted-rand-index";
import { clusterJaccard } from "./cluster-jaccard";
import { severalStarts } from "./several-starts";
import { stabilitySummary } from "./stability-summary";

/** Rows resampled at most: with more, one clustering would hold up the thread, and say little more. */
const MOST_ROWS = 20_000;

/** Restarts that the reference clustering gets. */
const REFERENCE_RESTARTS = 3;

/**
 * How well k-means finds its clusters again: the rows (of more than `sample`, or 20,000, that many seeded ones) are resampled with
 * putting back, each resample is clustered, all rows go to the nearest centroid found, and that is compared with the
 * reference clustering, as a whole (adjusted Rand index) and cluster by cluster (Jaccard, Hennig 2007; over all
 * rows, where Hennig has those drawn). Resample r depends on the seed and r alone, so workers can share them; see
 * `combinedStability`. InputError without rows or resamples.
 */
export function* stability(input: StabilityInput): Generator<number, StabilityOutput, void> {
  const { matrix, seed, from, to } = input;
  if (matrix.n === 0) throw new InputError("There are no rows to judge.");
  if (!(to > from)) throw new InputError("Stability needs at least one resample.");
  const points = sampledPoints({ ...matrix, weights: null }, Math.min(input.sample, MOST_ROWS), seededRandom(seed));
  const data = yield* within(searchable(points), 0, 0.05);
  const fit = yield* within(kmeans(data, { k: input.k, seed, restarts: REFERENCE_RESTARTS }), 0.05, 0.2);
  const { labels: reference, k, order } = orderBySize(fit.labels);
  const sizes = Array.from(order, (before) => fit.mass[before] as number);
  const values = new Float64Array(to - from);
  const jaccard = new Float64Array(values.length * k);
  for (let r = from; r < to; r++) {
    const share = { from: 0.2 + (0.8 * (r - from)) / values.length, to: 0.2 + (0.8 * (r - from + 1)) / values.length };
    // Odd multiples of a large number keep neighbouring resamples from sharing a seed with neighbouring seeds.
    const random = seededRandom((seed + Math.imul(r + 1, 0x9e3779b1)) | 0);
    const refit = yield* within(
      severalStarts(resampled(points, random), k, input.restarts, random),
      share.from,
      share.to,
    );
    const found = nearestOf(points, refit.centroids);
    values[r - from] = adjustedRandIndex(reference, found);
    jaccard.set(clusterJaccard(reference, found, k), (r - from) * k);
  }
  return { k, ...stabilitySummary(values, jaccard, sizes), rows: matrix.n, rowsUsed: points.n };
}

/** As many draws as points with putting back: each point drawn, once, weighing as much as it was drawn. */
function resampled(points: Points, random: () => number): Points {
  const { n } = points;
  const draws = new Float64Array(n);
  for (let draw = 0; draw < n; draw++) {
    const row = Math.floor(random() * n);
    draws[row] = (draws[row] as number) + 1;
  }
  const rows = Int32Array.from(draws.keys()).filter((row) => (draws[row] as number) > 0);
  return { ...gathered(points, rows), n: rows.length, weights: draws.filter((times) => times > 0) };
}

function nearestOf(points: Points, centroids: Float64Array): Int32Array {
  const assignment = unassigned(points, centroids.length / points.d);
  assignAll(points, centroids, assignment, 0, points.n, { changed: 0, inertia: 0 });
  return assignment.labels;
}
