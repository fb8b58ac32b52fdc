import { lloyd, type Fit } from "./lloyd";
import { squaredDistance, type Points } from "./points";

/** Rounds of moving and settling at most. */
const ROUNDS = 20;

/** Gains below this share of a distance are rounding. */
const ROUNDING = 1e-12;

/**
 * Goes on where Lloyd's algorithm rests: moves single points to the cluster in which they cost less, counting that both
 * centroids move with them (Hartigan 1975; Telgarsky & Vattani 2010), then settles again, until no point gains. The
 * inertia never rises.
 */
export function* improveByMoves(points: Points, fit: Fit): Generator<number, Fit, void> {
  let best = fit;
  for (let round = 0; round < ROUNDS; round++) {
    const centroids = yield* moved(points, best, round / ROUNDS);
    if (centroids === null) return best;
    const settled = yield* lloyd(points, centroids);
    if (settled.inertia >= best.inertia) return best;
    best = settled;
  }
  return best;
}

/** Distances measured between two looks at the clock. */
const DISTANCES_PER_STEP = 1 << 19;

/** The centroids after one walk over all points, or null if none moved. */
function* moved(
  points: Points,
  { centroids: before, labels, mass: weights }: Fit,
  share: number,
): Generator<number, Float64Array | null, void> {
  const size = Math.max(1024, Math.floor(DISTANCES_PER_STEP / weights.length));
  const centroids = before.slice();
  const mass = weights.slice();
  let moves = 0;
  for (let i = 0; i < points.n; i++) {
    if (i % size === 0) yield share;
    const own = labels[i] as number;
    const weight = points.weights === null ? 1 : (points.weights[i] as number);
    const rest = (mass[own] as number) - weight;
    if (rest <= 0) continue;
    const saved = ((mass[own] as number) / rest) * squaredDistance(points, i, centroids, own);
    const to = cheapest(points, i, centroids, mass, own, weight, saved * (1 - ROUNDING));
    if (to === own) continue;
    shift(points, i, centroids, own, -weight / rest);
    shift(points, i, centroids, to, weight / ((mass[to] as number) + weight));
    mass[own] = rest;
    mass[to] = (mass[to] as number) + weight;
    moves++;
  }
  return moves === 0 ? null : centroids;
}

/** The cluster in which the point would cost least, if that is less than `limit`; else its own. */
function cheapest(
  points: Points,
  i: number,
  centroids: Float64Array,
  mass: Float64Array,
  own: number,
  weight: number,
  limit: number,
): number {
  let least = limit;
  let to = own;
  for (let j = 0; j < mass.length; j++) {
    if (j === own) continue;
    const cost = ((mass[j] as number) / ((mass[j] as number) + weight)) * squaredDistance(points, i, centroids, j);
    if (cost < least) {
      least = cost;
      to = j;
    }
  }
  return to;
}

/** Moves centroid j towards the point by a share of the way. */
function shift({ values, d }: Points, i: number, centroids: Float64Array, j: number, share: number): void {
  for (let f = 0, c = j * d; f < d; f++, c++) {
    const at = centroids[c] as number;
    centroids[c] = at + share * ((values[i * d + f] as number) - at);
  }
}
