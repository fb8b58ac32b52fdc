import type { SegmentInput, SegmentOutput } from "../workers/contract";
import { InputError } from "./input-error";
import { kmeans, searchable } from "./kmeans";
import { meaningOrder } from "./order-clusters";
import { prepare, type Prepared } from "./prepare";
import { within } from "./progress";
import { scoreRows } from "./score-rows";
import { treatedStats } from "./treated-stats";

/**
 * Prepares the features, finds k clusters, orders them by meaning and scores every row. InputError with a plain sentence
 * when nothing can be grouped: no row left, no feature, k below 1, values too large to square.
 */
export function* segment(input: SegmentInput): Generator<number, SegmentOutput, void> {
  if (input.polarity.length !== input.features.columns.length) {
    throw new InputError("Every feature needs a direction: more is better, or less is better.");
  }
  const prepared = yield* within(prepare(input.features, input.treatment), 0, 0.15);
  const data = yield* within(searchable(prepared.points), 0.15, 0.25);
  const fit = yield* within(kmeans(data, input), 0.25, 0.9);
  const d = prepared.points.d;
  const found = Array.from({ length: fit.k }, (_, j) => Array.from(fit.centroids.subarray(j * d, j * d + d)));
  const place = meaningOrder(found, input.polarity);
  const centroids = place.map((_, at) => found[place.indexOf(at)] ?? []);
  const sizes = place.map((_, at) => fit.mass[place.indexOf(at)] ?? 0);
  const labels = renamed(fit.labels, place);
  yield 0.92;
  const scores = scoreRows(prepared.points, centroids, input.polarity);
  yield 0.96;
  return {
    labels: spread(labels, prepared, new Int32Array(prepared.rowsIn).fill(-1)),
    score: spread(scores.score, prepared, new Float64Array(prepared.rowsIn).fill(Number.NaN)),
    signed: spread(scores.signed, prepared, new Float64Array(prepared.rowsIn).fill(Number.NaN)),
    goodness: spread(scores.goodness, prepared, new Float64Array(prepared.rowsIn).fill(Number.NaN)),
    centroids,
    sizes,
    inertia: fit.inertia,
    iterations: fit.iterations,
    converged: fit.converged,
    restarts: input.restarts,
    seed: input.seed,
    k: fit.k,
    rowsUsed: prepared.rows.length,
    rowsDropped: prepared.rowsIn - prepared.rows.length,
    features: prepared.features,
    treated: treatedStats(prepared.treated, labels, sizes),
    notes: [...prepared.notes, ...fit.notes],
  };
}

function renamed(labels: Int32Array, place: readonly number[]): Int32Array {
  const names = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) names[i] = place[labels[i] as number] as number;
  return names;
}

/** Back to the order of the input; rows that were dropped keep what `target` was filled with. */
function spread<T extends Int32Array | Float64Array>(values: T, { rows }: Prepared, target: T): T {
  for (let i = 0; i < rows.length; i++) target[rows[i] as number] = values[i] as number;
  return target;
}
