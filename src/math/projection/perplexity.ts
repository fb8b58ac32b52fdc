import type { NearestLists } from "../neighbours/nearest-list";

/** Halvings after which the width of a kernel is known well enough, and how well that is (as scikit-learn). */
const HALVINGS = 100;
const CLOSE_ENOUGH = 1e-5;

/** Rows between two looks at the clock. */
const ROWS_PER_STEP = 64;

/**
 * How much of its attention each row pays to each of its neighbours, laid out like the lists: Gaussian kernels of the
 * distance, summing to 1, each as wide as makes exp(entropy) the `perplexity` (van der Maaten & Hinton 2008). Where
 * equal distances do not allow that, it is shared equally among the nearest.
 */
export function* attention(lists: NearestLists, perplexity: number): Generator<number, Float64Array, void> {
  const { k, distances } = lists;
  const n = distances.length / k;
  const shares = new Float64Array(n * k);
  const entropy = Math.log(perplexity);
  for (let i = 0; i < n; i++) {
    fillShares(distances.subarray(i * k, i * k + k), shares.subarray(i * k, i * k + k), entropy);
    if (i % ROWS_PER_STEP === 0) yield i / n;
  }
  return shares;
}

function fillShares(distances: Float64Array, shares: Float64Array, wanted: number): void {
  let low = 0;
  let high = Infinity;
  let precision = 1;
  for (let step = 0; step < HALVINGS; step++) {
    const surplus = entropyAt(distances, shares, precision) - wanted;
    if (Math.abs(surplus) <= CLOSE_ENOUGH) break;
    if (surplus > 0) low = precision;
    else high = precision;
    precision = high === Infinity ? 2 * precision : (low + high) / 2;
  }
}

/** Fills the shares for one precision and answers their entropy. The nearest is taken off, so that the sum is never 0. */
function entropyAt(distances: Float64Array, shares: Float64Array, precision: number): number {
  const nearest = (distances[0] as number) ** 2;
  let sum = 0;
  let weighted = 0;
  for (let j = 0; j < distances.length; j++) {
    const square = (distances[j] as number) ** 2 - nearest;
    const share = square > 0 ? Math.exp(-precision * square) : 1;
    shares[j] = share;
    sum += share;
    weighted += share > 0 ? share * precision * square : 0;
  }
  for (let j = 0; j < distances.length; j++) shares[j] = (shares[j] as number) / sum;
  return Math.log(sum) + weighted / sum;
}
