import type { ClusterMeansInput, ClusterMeansOutput } from "../../workers/lab/partition";

const AT_ONCE = 100_000;

/** The mean of each cluster's rows in the space of the matrix; rows labelled -1 are in none. NaN for a cluster without rows. */
export function* clusterMeans({ matrix, labels, k }: ClusterMeansInput): Generator<number, ClusterMeansOutput, void> {
  const { values, n, d } = matrix;
  const sums = new Float64Array(k * d);
  const sizes = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    if (i % AT_ONCE === AT_ONCE - 1) yield i / n;
    const label = labels[i] as number;
    if (label < 0) continue;
    sizes[label] = (sizes[label] as number) + 1;
    for (let f = 0, at = label * d; f < d; f++, at++) sums[at] = (sums[at] as number) + (values[i * d + f] as number);
  }
  const means = Array.from(sizes, (size, c) => Array.from(sums.subarray(c * d, (c + 1) * d), (sum) => sum / size));
  return { means };
}
