import type { Assignment } from "./assignment";
import { squaredDistance, type Points } from "./points";

/**
 * Gives each empty cluster the point farthest from its own centroid, taken from a cluster that keeps others, so that
 * inertia falls. Returns how many clusters were filled.
 */
export function fillEmptyClusters(points: Points, centroids: Float64Array, assignment: Assignment): number {
  const { labels, upper, lower, sums, mass } = assignment;
  // A point weighs 1 or more; sums kept by adding and subtracting may miss 0 by a rounding error.
  if (mass.every((weight) => weight > 0.5)) return 0;
  const members = new Int32Array(mass.length);
  for (const label of labels) members[label] = (members[label] as number) + 1;
  let filled = 0;
  for (let empty = 0; empty < mass.length; empty++) {
    if (members[empty] !== 0) continue;
    const i = farthest(points, centroids, labels, members);
    if (i < 0) continue;
    const own = labels[i] as number;
    const weight = points.weights?.[i] ?? 1;
    for (let f = 0; f < points.d; f++) {
      const share = weight * (points.values[i * points.d + f] as number);
      sums[own * points.d + f] = (sums[own * points.d + f] as number) - share;
      sums[empty * points.d + f] = share;
    }
    mass[own] = (mass[own] as number) - weight;
    mass[empty] = weight;
    members[own] = (members[own] as number) - 1;
    members[empty] = 1;
    labels[i] = empty;
    // The bounds no longer speak of this point's centroid: make them say nothing.
    upper[i] = Infinity;
    lower[i] = 0;
    filled++;
  }
  return filled;
}

function farthest(points: Points, centroids: Float64Array, labels: Int32Array, members: Int32Array): number {
  let found = -1;
  let most = 0;
  for (let i = 0; i < points.n; i++) {
    const own = labels[i] as number;
    if ((members[own] as number) < 2) continue;
    const square = squaredDistance(points, i, centroids, own);
    if (square > most) {
      most = square;
      found = i;
    }
  }
  return found;
}
