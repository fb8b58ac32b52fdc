import { drawByWeight } from "./draw-by-weight";
import { lloyd, type Fit } from "./lloyd";
import { finish } from "./progress";
import { squaredDistance, type Points } from "./points";

/** Passes a trial gets before it is judged. */
const TRIAL_PASSES = 20;

/** On a summary, which is refined over every point afterwards, a trial whose steps lower the inertia by less is judged. */
const TRIAL_TOLERANCE = 3e-4;

/** Places compared before one is chosen, in every second trial; the others take the first drawn. */
const PLACES = 8;

/**
 * Random swap (Fränti 2018, "Efficiency of random swap clustering"): moves a centroid that is cheap to give up onto a
 * point drawn with probability proportional to its weighted squared distance, refits, and keeps what lowers the inertia.
 * Leaves local optima that restarts keep falling into.
 */
export function* improveBySwaps(
  points: Points,
  fit: Fit,
  trials: number,
  random: () => number,
): Generator<number, Fit, void> {
  const { d } = points;
  const k = fit.mass.length;
  const tolerance = points.weights === null ? 0 : TRIAL_TOLERANCE;
  let best = fit;
  let costs = costsOf(points, best);
  for (let trial = 0; trial < trials; trial++) {
    const start = best.centroids.slice();
    const place = bestPlace(points, costs, trial % 2 === 0 ? PLACES : 1, random) * d;
    // Squaring favours the front of the list: the clusters whose loss would cost least.
    const given = costs.cheapest[Math.floor(random() ** 2 * k)] as number;
    start.set(points.values.subarray(place, place + d), given * d);
    // In one go: a trial takes about a millisecond, and each look at the clock costs.
    const quick = finish(lloyd(points, start, TRIAL_PASSES, tolerance));
    if (quick.inertia < best.inertia) {
      best = yield* lloyd(points, quick.centroids);
      costs = costsOf(points, best);
    }
    yield trial / trials;
  }
  return best;
}

/**
 * Start centroids for one cluster more than `fit` has: a further one where, of a few drawn points, it lowers the inertia
 * most (after the incremental k-means of Likas, Vlassis & Verbeek 2003).
 */
export function grown(points: Points, fit: Fit, random: () => number): Float64Array {
  const { d } = points;
  const place = bestPlace(points, costsOf(points, fit), PLACES, random) * d;
  const start = new Float64Array(fit.centroids.length + d);
  start.set(fit.centroids);
  start.set(points.values.subarray(place, place + d), fit.centroids.length);
  return start;
}

interface Costs {
  /** Squared distance of each point to its centroid. */
  readonly squares: Float64Array;
  /** Running sum of the weighted squares. */
  readonly cumulative: Float64Array;
  /** Clusters by what their points would cost if they went to their second nearest centroid, least first. */
  readonly cheapest: readonly number[];
}

function costsOf(points: Points, { centroids, labels, mass }: Fit): Costs {
  const k = mass.length;
  const squares = new Float64Array(points.n);
  const cumulative = new Float64Array(points.n);
  const losses = new Float64Array(k);
  let sum = 0;
  for (let i = 0; i < points.n; i++) {
    const own = labels[i] as number;
    const weight = points.weights?.[i] ?? 1;
    const square = squaredDistance(points, i, centroids, own);
    let second = Infinity;
    for (let j = 0; j < k; j++) if (j !== own) second = Math.min(second, squaredDistance(points, i, centroids, j));
    sum += weight * square;
    squares[i] = square;
    cumulative[i] = sum;
    losses[own] = (losses[own] as number) + weight * (second - square);
  }
  const cheapest = Array.from(losses.keys()).sort((a, b) => (losses[a] as number) - (losses[b] as number));
  return { squares, cumulative, cheapest };
}

/** Of `tries` drawn points the one at which a further centroid would lower the inertia most. */
function bestPlace(points: Points, { squares, cumulative }: Costs, tries: number, random: () => number): number {
  let best = drawByWeight(cumulative, random);
  let most = tries > 1 ? saving(points, squares, best) : 0;
  for (let t = 1; t < tries; t++) {
    const place = drawByWeight(cumulative, random);
    const saved = saving(points, squares, place);
    if (saved > most) {
      most = saved;
      best = place;
    }
  }
  return best;
}

function saving(points: Points, squares: Float64Array, place: number): number {
  let saved = 0;
  for (let i = 0; i < points.n; i++) {
    const gain = (squares[i] as number) - squaredDistance(points, i, points.values, place);
    if (gain > 0) saved += gain * (points.weights?.[i] ?? 1);
  }
  return saved;
}
