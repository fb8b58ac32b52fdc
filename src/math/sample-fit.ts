import { kmeans } from "ml-kmeans";
import type { Points } from "./points";
import { sampleIndices } from "./random";

/** Rows that ml-kmeans sees at most; its arrays of arrays are slow, and it only has to find where to start. */
const SAMPLE = 1000;

/** Its passes on the sample; what is left is done by the exact refinement. */
const PASSES = 10;

/**
 * Start centroids (k × d): ml-kmeans with k-means++ seeding, fitted on a seeded sample of the points. `anchors` are
 * indices of k pairwise different points; they join the sample so that it never holds fewer than k places.
 */
export function fitSample(points: Points, anchors: readonly number[], random: () => number): Float64Array {
  const { values, n, d } = points;
  const sample = [...anchors, ...sampleIndices(n, SAMPLE, random)];
  const rows = sample.map((i) => Array.from(values.subarray(i * d, i * d + d)));
  const seed = Math.floor(random() * 2 ** 31);
  const { centroids } = kmeans(rows, anchors.length, { seed, maxIterations: PASSES });
  return Float64Array.from(centroids.flat());
}
