import type { NearestLists } from "../neighbours/nearest-list";
import { meanOf } from "../mean";

/** Halvings after which the width of a neighbourhood is known well enough, and how well that is (as umap-learn). */
const HALVINGS = 64;
const CLOSE_ENOUGH = 1e-5;

/** No neighbourhood is narrower than this share of the mean distance in it. */
const NARROWEST = 1e-3;

/** Rows between two looks at the clock. */
const ROWS_PER_STEP = 256;

/**
 * How strongly each row belongs to each of its neighbours, 0 … 1, laid out like the lists: exp(-(distance - rho) / sigma)
 * with rho the distance to the nearest row that is elsewhere and sigma such that the strengths of a row sum to
 * log2(lists.k + 1) (McInnes, Healy & Melville 2018, algorithm 3; the row itself counts as one of its neighbours).
 */
export function* fuzzyMemberships(lists: NearestLists): Generator<number, Float64Array, void> {
  const { k, distances } = lists;
  const n = distances.length / k;
  const strengths = new Float64Array(n * k);
  const overall = (meanOf(distances) * k) / (k + 1);
  for (let i = 0; i < n; i++) {
    const own = distances.subarray(i * k, i * k + k);
    const rho = own.find((distance) => distance > 0) ?? 0;
    const mean = rho > 0 ? (meanOf(own) * k) / (k + 1) : overall;
    const sigma = Math.max(widthOf(own, rho), NARROWEST * mean);
    for (let j = 0; j < k; j++) strengths[i * k + j] = strength(own[j] as number, rho, sigma);
    if (i % ROWS_PER_STEP === 0) yield i / n;
  }
  return strengths;
}

function strength(distance: number, rho: number, sigma: number): number {
  return distance > rho ? Math.exp(-(distance - rho) / sigma) : 1;
}

function widthOf(distances: Float64Array, rho: number): number {
  const target = Math.log2(distances.length + 1);
  let low = 0;
  let high = Infinity;
  let width = 1;
  for (let step = 0; step < HALVINGS; step++) {
    let sum = 0;
    for (let j = 0; j < distances.length; j++) sum += strength(distances[j] as number, rho, width);
    if (Math.abs(sum - target) < CLOSE_ENOUGH) break;
    if (sum > target) high = width;
    else low = width;
    width = high === Infinity ? 2 * width : (low + high) / 2;
  }
  return width;
}
