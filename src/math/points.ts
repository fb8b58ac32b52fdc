import { sampleIndices } from "./random";

/** Points in a space where Euclidean distance means something. Feature f of point i is `values[i * d + f]`, all finite. */
export interface Points {
  readonly values: Float64Array;
  readonly n: number;
  readonly d: number;
  /** How many rows each point stands for; null when each stands for itself. */
  readonly weights: Float64Array | null;
}

/** Squared Euclidean distance of point `i` to centroid `j` (centroids laid out like points). */
export function squaredDistance(points: Points, i: number, centroids: Float64Array, j: number): number {
  const { values, d } = points;
  let sum = 0;
  for (let f = 0, p = i * d, c = j * d; f < d; f++) {
    const difference = (values[p + f] as number) - (centroids[c + f] as number);
    sum += difference * difference;
  }
  return sum;
}

/** At most `size` of the points, drawn at random without putting back; the points themselves when they are no more. */
export function sampledPoints(points: Points, size: number, random: () => number): Points {
  if (points.n <= size) return points;
  const rows = sampleIndices(points.n, size, random);
  return { ...gathered(points, rows), n: rows.length, weights: weighted(points.weights, rows) };
}

/** The coordinates of some points, one behind the other. */
export function gathered({ values, d }: Points, rows: Int32Array): Pick<Points, "values" | "d"> {
  const near = new Float64Array(rows.length * d);
  rows.forEach((row, place) => near.set(values.subarray(row * d, (row + 1) * d), place * d));
  return { values: near, d };
}

const weighted = (weights: Float64Array | null, rows: Int32Array): Float64Array | null =>
  weights && Float64Array.from(rows, (row) => weights[row] as number);
