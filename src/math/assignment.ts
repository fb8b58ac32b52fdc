import type { Points } from "./points";

/** Which centroid each point belongs to, with the bounds that spare Hamerly's algorithm most distances. */
export interface Assignment {
  readonly labels: Int32Array;
  /** At least the distance to the point's own centroid. */
  readonly upper: Float64Array;
  /** At most the distance to the nearest other centroid. */
  readonly lower: Float64Array;
  /** Weighted sums of the points of each cluster, laid out like centroids. */
  readonly sums: Float64Array;
  /** Weight of each cluster. */
  readonly mass: Float64Array;
}

/** What a stretch of points added up to. */
export interface Stretch {
  changed: number;
  inertia: number;
}

/** Nobody belongs anywhere yet. */
export function unassigned({ n, d }: Points, k: number): Assignment {
  return {
    labels: new Int32Array(n).fill(-1),
    upper: new Float64Array(n),
    lower: new Float64Array(n),
    sums: new Float64Array(k * d),
    mass: new Float64Array(k),
  };
}

/**
 * Measures points `from` … `to` - 1 against every centroid, sets labels and exact bounds, adds to sums and mass (which
 * the caller has cleared) and to `into`. A point keeps its label on a tie; otherwise the first of equals wins.
 */
export function assignAll(
  points: Points,
  centroids: Float64Array,
  assignment: Assignment,
  from: number,
  to: number,
  into: Stretch,
): void {
  const { values, d, weights } = points;
  const { labels, upper, lower, sums, mass } = assignment;
  const k = mass.length;
  for (let i = from; i < to; i++) {
    const base = i * d;
    const own = labels[i] as number;
    let best = Infinity;
    let second = Infinity;
    let label = -1;
    for (let j = 0, c = 0; j < k; j++) {
      let square = 0;
      for (let f = 0; f < d; f++, c++) {
        const difference = (values[base + f] as number) - (centroids[c] as number);
        square += difference * difference;
      }
      if (square < best || (square === best && j === own)) {
        second = best;
        best = square;
        label = j;
      } else if (square < second) second = square;
    }
    if (label !== own) {
      labels[i] = label;
      into.changed++;
    }
    upper[i] = Math.sqrt(best);
    lower[i] = Math.sqrt(second);
    const weight = weights === null ? 1 : (weights[i] as number);
    into.inertia += weight * best;
    mass[label] = (mass[label] as number) + weight;
    for (let f = 0, s = label * d; f < d; f++)
      sums[s + f] = (sums[s + f] as number) + weight * (values[base + f] as number);
  }
}

/** How far the centroids have moved and how far apart they stand, for the bounds. */
export interface Motion {
  /** Distance each centroid has moved. */
  readonly moved: Float64Array;
  /** Half the distance from each centroid to its nearest neighbour. */
  readonly halfGap: Float64Array;
  readonly farthest: number;
  readonly longest: number;
  readonly secondLongest: number;
}

/**
 * One step of Hamerly (2010), "Making k-means even faster": loosens the bounds of points `from` … `to` - 1 by the motion
 * and measures only those whose bounds no longer prove their label. Keeps sums and mass in step with the labels.
 */
export function assignMoved(
  points: Points,
  centroids: Float64Array,
  assignment: Assignment,
  motion: Motion,
  from: number,
  to: number,
  into: Stretch,
): void {
  const { labels, upper, lower } = assignment;
  const { moved, halfGap, farthest, longest, secondLongest } = motion;
  for (let i = from; i < to; i++) {
    const own = labels[i] as number;
    const loose = (upper[i] as number) + (moved[own] as number);
    const other = (lower[i] as number) - (own === farthest ? secondLongest : longest);
    upper[i] = loose;
    lower[i] = other;
    const safe = Math.max(other, halfGap[own] as number);
    if (loose > safe && measure(points, centroids, assignment, i, safe)) into.changed++;
  }
}

/** Measures one point: first its own centroid, then, if that does not settle it, all. True when its label changed. */
function measure(points: Points, centroids: Float64Array, assignment: Assignment, i: number, safe: number): boolean {
  const { values, d, weights } = points;
  const { labels, upper, lower, sums, mass } = assignment;
  const own = labels[i] as number;
  const base = i * d;
  let best = 0;
  for (let f = 0, c = own * d; f < d; f++, c++) {
    const difference = (values[base + f] as number) - (centroids[c] as number);
    best += difference * difference;
  }
  upper[i] = Math.sqrt(best);
  if ((upper[i] as number) <= safe) return false;
  let second = Infinity;
  let label = own;
  for (let j = 0, k = mass.length; j < k; j++) {
    if (j === own) continue;
    let square = 0;
    for (let f = 0, c = j * d; f < d; f++, c++) {
      const difference = (values[base + f] as number) - (centroids[c] as number);
      square += difference * difference;
    }
    if (square < best) {
      second = best;
      best = square;
      label = j;
    } else if (square < second) second = square;
  }
  upper[i] = Math.sqrt(best);
  lower[i] = Math.sqrt(second);
  if (label === own) return false;
  labels[i] = label;
  const weight = weights === null ? 1 : (weights[i] as number);
  mass[own] = (mass[own] as number) - weight;
  mass[label] = (mass[label] as number) + weight;
  for (let f = 0, o = own * d, l = label * d; f < d; f++) {
    const share = weight * (values[base + f] as number);
    sums[o + f] = (sums[o + f] as number) - share;
    sums[l + f] = (sums[l + f] as number) + share;
  }
  return true;
}
