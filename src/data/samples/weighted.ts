/** A way to draw one of several values; `u` is uniform in [0, 1). */
export type Weighted<T> = (u: number) => T;

/** Draws each value with its weight's share of the sum. Weights must be above 0 and at least one value given. */
export function weighted<T>(values: readonly T[], weights: readonly number[]): Weighted<T> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const upper = Float64Array.from(weights, (weight) => (sum += weight) / total);
  const last = values.length - 1;
  return (u) => {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (u < (upper[middle] ?? 1)) high = middle;
      else low = middle + 1;
    }
    return values[low] as T;
  };
}
