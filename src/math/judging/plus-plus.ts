import { drawByWeight } from "../draw-by-weight";
import { squaredDistance, type Points } from "../points";

/**
 * Start centroids (k × d) by greedy k-means++ (Arthur & Vassilvitskii 2007): each is the one of 2 + ln k points, drawn with
 * probability proportional to weighted squared distance to the centroids so far, that lowers the inertia most, as in
 * scikit-learn.
 */
export function plusPlus(points: Points, k: number, random: () => number): Float64Array {
  const { values, n, d } = points;
  const trials = 2 + Math.floor(Math.log(k));
  const centroids = new Float64Array(k * d);
  const squares = new Float64Array(n).fill(1);
  const cumulative = new Float64Array(n);
  for (let c = 0; c < k; c++) {
    accumulate(points, squares, cumulative);
    if (c === 0) squares.fill(Infinity);
    let chosen = drawByWeight(cumulative, random);
    let least = c === 0 ? 0 : inertiaWith(points, squares, chosen);
    for (let trial = 1; c > 0 && trial < trials; trial++) {
      const place = drawByWeight(cumulative, random);
      const inertia = inertiaWith(points, squares, place);
      if (inertia < least) [chosen, least] = [place, inertia];
    }
    centroids.set(values.subarray(chosen * d, (chosen + 1) * d), c * d);
    for (let i = 0; i < n; i++) squares[i] = Math.min(squares[i] as number, squaredDistance(points, i, values, chosen));
  }
  return centroids;
}

function accumulate({ n, weights }: Points, squares: Float64Array, cumulative: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += (squares[i] as number) * (weights === null ? 1 : (weights[i] as number));
    cumulative[i] = sum;
  }
}

/** What the inertia would be with a further centroid on a point. */
function inertiaWith(points: Points, squares: Float64Array, place: number): number {
  const { n, values, weights } = points;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const square = Math.min(squares[i] as number, squaredDistance(points, i, values, place));
    sum += weights === null ? square : square * (weights[i] as number);
  }
  return sum;
}
