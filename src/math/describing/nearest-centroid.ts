import type { Matrix } from "../../workers/lab/matrix";

/** Squared Euclidean distances of a row to every centroid. */
export function squaresToCentroids({ values, n, d }: Matrix, row: Float64Array): Float64Array {
  return Float64Array.from({ length: n }, (_, c) => {
    let square = 0;
    for (let f = 0; f < d; f++) {
      const difference = (row[f] as number) - (values[c * d + f] as number);
      square += difference * difference;
    }
    return square;
  });
}

/** The nearest centroid, the first of ties. */
export function nearestCentroid(centroids: Matrix, row: Float64Array): number {
  const squares = squaresToCentroids(centroids, row);
  return squares.reduce((best, square, c) => (square < (squares[best] as number) ? c : best), 0);
}
