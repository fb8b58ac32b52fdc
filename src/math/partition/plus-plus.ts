import { squaredDistance, type Points } from "../points";

/**
 * Start centroids (k × d), rows of the points, by greedy k-means++ (Arthur & Vassilvitskii 2007): each is drawn with
 * probability proportional to the squared distance to the nearest one before, and of 2 + ln k drawn rows the one that
 * leaves the least inertia is taken, as scikit-learn does. Rows that all coincide with earlier centroids repeat one.
 */
export function plusPlus(points: Points, k: number, random: () => number): Float64Array {
  const { values, n, d } = points;
  const centroids = new Float64Array(k * d);
  const place = (j: number, row: number): void => centroids.set(values.subarray(row * d, row * d + d), j * d);
  place(0, Math.floor(random() * n));
  let nearest = closer(points, centroids, 0, null);
  const tries = 2 + Math.floor(Math.log(k));
  for (let j = 1; j < k; j++) {
    let best: Nearest | null = null;
    for (let t = 0; t < tries; t++) {
      place(j, drawn(nearest, random));
      const after = closer(points, centroids, j, nearest.squares);
      if (best === null || after.total < best.total) best = { ...after, row: centroids.slice(j * d, j * d + d) };
    }
    nearest = best as Nearest;
    centroids.set(nearest.row, j * d);
  }
  return centroids;
}

interface Nearest {
  /** Squared distance of each point to its nearest centroid. */
  readonly squares: Float64Array;
  readonly total: number;
  /** The newest centroid. */
  readonly row: Float64Array;
}

function closer(points: Points, centroids: Float64Array, j: number, before: Float64Array | null): Nearest {
  const { n, d } = points;
  const squares = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const square = squaredDistance(points, i, centroids, j);
    squares[i] = before === null ? square : Math.min(square, before[i] as number);
    total += squares[i] as number;
  }
  return { squares, total, row: centroids.slice(j * d, j * d + d) };
}

function drawn({ squares, total }: Nearest, random: () => number): number {
  let left = random() * total;
  let last = 0;
  for (let i = 0; i < squares.length; i++) {
    const square = squares[i] as number;
    if (square > 0) last = i;
    left -= square;
    if (left < 0) return i;
  }
  return last;
}
