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
