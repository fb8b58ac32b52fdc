import { InputError } from "./input-error";

/**
 * The `p`-quantiles (p in 0 … 1) of `values`, in the order asked: linear interpolation between order statistics at
 * (n - 1)·p, numpy's and pandas' default. `values` must hold no NaN and is reordered in place (quickselect, so linear
 * time). NaN for each when there are no values; InputError for a p outside 0 … 1.
 */
export function quantilesInPlace(values: Float64Array, probabilities: readonly number[]): number[] {
  return probabilities.map((p) => {
    if (!(p >= 0 && p <= 1)) throw new InputError(`A quantile must be asked between 0 and 1, not at ${p}.`);
    const last = values.length - 1;
    if (last < 0) return Number.NaN;
    const position = last * p;
    const below = Math.floor(position);
    const low = select(values, below);
    if (position === below) return low;
    return low + (smallestFrom(values, below + 1) - low) * (position - below);
  });
}

/** As `quantilesInPlace`, leaving `values` as they are. */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  return quantilesInPlace(values.slice(), probabilities);
}

/** Hoare's quickselect, median of three: afterwards values[k] is the k-th smallest and nothing right of it is smaller. */
function select(values: Float64Array, k: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = medianOfThree(
      values[left] as number,
      values[(left + right) >>> 1] as number,
      values[right] as number,
    );
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i <= j) {
        const held = values[i] as number;
        values[i++] = values[j] as number;
        values[j--] = held;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k] as number;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function smallestFrom(values: Float64Array, from: number): number {
  let smallest = values[from] as number;
  for (let i = from + 1; i < values.length; i++) {
    const value = values[i] as number;
    if (value < smallest) smallest = value;
  }
  return smallest;
}
