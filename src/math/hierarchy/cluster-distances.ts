import type { Linkage } from "../../workers/lab/hierarchy";
import type { Matrix } from "../../workers/lab/matrix";

/** Rows of a matrix with their clusters, 0 … k - 1, none of them empty. */
export interface LabelledLeaves {
  readonly rows: Int32Array;
  readonly labels: Int32Array;
}

/** How one further row is compared with clusters. */
export interface ClusterDistances {
  /** Something that grows with the linkage's distance to each cluster, of the row that begins at `at`; used again. */
  readonly measure: (values: Float64Array, at: number) => Float64Array;
  /** Places a row is compared with. */
  readonly compared: number;
}

/** Distances of single rows to clusters, in the sense of a linkage. */
export function clusterDistances(
  matrix: Matrix,
  linkage: Exclude<Linkage, "single">,
  leaves: LabelledLeaves,
): ClusterDistances {
  const sizes = sizesOf(leaves.labels);
  return linkage === "ward" ? toCentroids(matrix, leaves, sizes) : toLeaves(matrix, linkage, leaves, sizes);
}

function sizesOf(labels: Int32Array): Float64Array {
  const sizes = new Float64Array(labels.reduce((most, label) => Math.max(most, label), 0) + 1);
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
  return sizes;
}

/** What one more row would add to the squares within. */
function toCentroids({ values, d }: Matrix, { rows, labels }: LabelledLeaves, sizes: Float64Array): ClusterDistances {
  const k = sizes.length;
  const centroids = new Float64Array(k * d);
  rows.forEach((row, leaf) => {
    const label = labels[leaf] as number;
    for (let f = 0; f < d; f++) {
      const share = (values[row * d + f] as number) / (sizes[label] as number);
      centroids[label * d + f] = (centroids[label * d + f] as number) + share;
    }
  });
  const distances = new Float64Array(k);
  const measure = (from: Float64Array, at: number): Float64Array => {
    for (let j = 0; j < k; j++) {
      const size = sizes[j] as number;
      distances[j] = (squareTo(from, at, centroids, j * d, d) * size) / (size + 1);
    }
    return distances;
  };
  return { measure, compared: k };
}

/** The mean or farthest leaf. */
function toLeaves(
  { values, d }: Matrix,
  linkage: "average" | "complete",
  { rows, labels }: LabelledLeaves,
  sizes: Float64Array,
): ClusterDistances {
  const distances = new Float64Array(sizes.length);
  const measure = (from: Float64Array, at: number): Float64Array => {
    distances.fill(0);
    for (let leaf = 0; leaf < rows.length; leaf++) {
      const label = labels[leaf] as number;
      const square = squareTo(from, at, values, (rows[leaf] as number) * d, d);
      if (linkage === "average") {
        distances[label] = (distances[label] as number) + Math.sqrt(square) / (sizes[label] as number);
      } else if (square > (distances[label] as number)) {
        distances[label] = square;
      }
    }
    return distances;
  };
  return { measure, compared: rows.length };
}

function squareTo(from: Float64Array, at: number, places: Float64Array, to: number, d: number): number {
  let square = 0;
  for (let f = 0; f < d; f++) {
    const difference = (from[at + f] as number) - (places[to + f] as number);
    square += difference * difference;
  }
  return square;
}
