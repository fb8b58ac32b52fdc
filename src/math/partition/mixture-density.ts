import { turns, type Components } from "./mixture-components";

/** Components less likely than the likeliest by more than exp(-this), below the rounding of doubles, count as impossible. */
const NEGLIGIBLE = 40;

/**
 * The posterior probability of every component for the row that begins at `base`, into `posterior` (k). Returns the
 * natural logarithm of the mixture's density there; sums are taken of logarithms, so nothing underflows.
 */
export function posteriorOf(
  values: Float64Array,
  base: number,
  components: Components,
  posterior: Float64Array,
): number {
  const { k, offsets, covariance } = components;
  const square = turns(covariance) ? turnedSquare : axesSquare;
  let most = -Infinity;
  for (let j = 0; j < k; j++) {
    const offset = offsets[j] as number;
    const log = offset - square(values, base, components, j, 2 * (offset - most + NEGLIGIBLE)) / 2;
    posterior[j] = log;
    if (log > most) most = log;
  }
  let sum = 0;
  for (let j = 0; j < k; j++) {
    const behind = most - (posterior[j] as number);
    const share = behind > NEGLIGIBLE ? 0 : Math.exp(-behind);
    posterior[j] = share;
    sum += share;
  }
  for (let j = 0; j < k; j++) posterior[j] = (posterior[j] as number) / sum;
  return most + Math.log(sum);
}

/** Squared Mahalanobis distance to component j, whose whitening is a lower triangle; stops adding above `limit`. */
function turnedSquare(
  values: Float64Array,
  base: number,
  { d, means, whitening }: Components,
  j: number,
  limit: number,
): number {
  let square = 0;
  const mean = j * d;
  for (let f = 0, row = j * d * d; f < d && square <= limit; f++, row += d) {
    let sum = 0;
    for (let g = 0; g <= f; g++) {
      sum += (whitening[row + g] as number) * ((values[base + g] as number) - (means[mean + g] as number));
    }
    square += sum * sum;
  }
  return square;
}

function axesSquare(
  values: Float64Array,
  base: number,
  { d, means, whitening }: Components,
  j: number,
  limit: number,
): number {
  let square = 0;
  for (let f = 0, at = j * d; f < d && square <= limit; f++, at++) {
    const away = ((values[base + f] as number) - (means[at] as number)) * (whitening[at] as number);
    square += away * away;
  }
  return square;
}
