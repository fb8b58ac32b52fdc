import { assignAll, assignMoved, unassigned, type Assignment, type Motion, type Stretch } from "./assignment";
import { fillEmptyClusters } from "./empty-clusters";
import { squaredDistance, type Points } from "./points";

/** k centroids and what belongs to them. */
export interface Fit {
  /** Centroid j is at `j * d`. */
  readonly centroids: Float64Array;
  readonly labels: Int32Array;
  /** Weight of each cluster: its number of rows. */
  readonly mass: Float64Array;
  /** Sum of weighted squared distances to the own centroid. */
  readonly inertia: number;
  /** Passes over the points. */
  readonly iterations: number;
  /** No label changes any more. */
  readonly converged: boolean;
}

/** Distances measured between two looks at the clock. */
const DISTANCES_PER_STEP = 1 << 19;

/**
 * Lloyd's k-means from the `start` centroids (k × d) until no label changes, `limit` passes, or a step of the centroids
 * that lowers the inertia by less than the share `tolerance`. Most distances are spared by Hamerly's bounds; every
 * convergence is confirmed by one pass that measures everything, so the answer is that of the plain algorithm. An empty
 * cluster takes the farthest point.
 */
export function* lloyd(points: Points, start: Float64Array, limit = 1000, tolerance = 0): Generator<number, Fit, void> {
  const k = start.length / points.d;
  const assignment = unassigned(points, k);
  let centroids: Float64Array = start.slice();
  let iterations = 0;
  let inertia: number;
  let converged = false;
  let settled = false;
  for (;;) {
    const whole = yield* pass(points, k, iterations / limit, (from, to, into) => {
      if (from === 0) clear(assignment);
      assignAll(points, centroids, assignment, from, to, into);
    });
    iterations++;
    inertia = whole.inertia;
    const filled = fillEmptyClusters(points, centroids, assignment);
    converged = whole.changed === 0 && filled === 0;
    if (converged || iterations >= limit) break;
    let changed: number;
    do {
      const before = centroids;
      centroids = means(assignment, before, points.d);
      const motion = motionOf(before, centroids, points.d);
      settled = gain(assignment, motion) < tolerance * inertia;
      const step = yield* pass(points, k, iterations / limit, (from, to, into) => {
        assignMoved(points, centroids, assignment, motion, from, to, into);
      });
      iterations++;
      changed = step.changed + fillEmptyClusters(points, centroids, assignment);
    } while (changed > 0 && !settled && iterations < limit);
    if (settled) {
      inertia = inertiaOf(points, centroids, assignment.labels);
      break;
    }
  }
  const { labels, mass } = assignment;
  return { centroids, labels, mass, inertia, iterations, converged };
}

function inertiaOf(points: Points, centroids: Float64Array, labels: Int32Array): number {
  let inertia = 0;
  for (let i = 0; i < points.n; i++) {
    const square = squaredDistance(points, i, centroids, labels[i] as number);
    inertia += points.weights === null ? square : (points.weights[i] as number) * square;
  }
  return inertia;
}

/** What moving the centroids to the means has taken from the inertia: mass times squared way, summed. */
function gain({ mass }: Assignment, { moved }: Motion): number {
  return moved.reduce((sum, way, j) => sum + (mass[j] as number) * way * way, 0);
}

function* pass(
  { n }: Points,
  k: number,
  share: number,
  stretch: (from: number, to: number, into: Stretch) => void,
): Generator<number, Stretch, void> {
  const total = { changed: 0, inertia: 0 };
  const size = Math.max(1024, Math.floor(DISTANCES_PER_STEP / k));
  for (let from = 0; from < n; from += size) {
    stretch(from, Math.min(n, from + size), total);
    yield share;
  }
  return total;
}

function clear({ sums, mass }: Assignment): void {
  sums.fill(0);
  mass.fill(0);
}

/** A cluster that is still empty (fewer distinct points than clusters) keeps its centroid. */
function means({ sums, mass }: Assignment, before: Float64Array, d: number): Float64Array {
  return sums.map((sum, at) => {
    const weight = mass[Math.floor(at / d)] as number;
    return weight > 0 ? sum / weight : (before[at] as number);
  });
}

function motionOf(before: Float64Array, after: Float64Array, d: number): Motion {
  const k = after.length / d;
  const moved = new Float64Array(k);
  const halfGap = new Float64Array(k).fill(Infinity);
  let farthest = 0;
  for (let j = 0; j < k; j++) {
    moved[j] = distance(before, j, after, j, d);
    if ((moved[j] as number) > (moved[farthest] as number)) farthest = j;
    for (let other = 0; other < j; other++) {
      const half = distance(after, j, after, other, d) / 2;
      halfGap[j] = Math.min(halfGap[j] as number, half);
      halfGap[other] = Math.min(halfGap[other] as number, half);
    }
  }
  const secondLongest = moved.reduce((most, length, j) => (j === farthest ? most : Math.max(most, length)), 0);
  return { moved, halfGap, farthest, longest: moved[farthest] as number, secondLongest };
}

function distance(a: Float64Array, i: number, b: Float64Array, j: number, d: number): number {
  let square = 0;
  for (let f = 0; f < d; f++) {
    const difference = (a[i * d + f] as number) - (b[j * d + f] as number);
    square += difference * difference;
  }
  return Math.sqrt(square);
}
