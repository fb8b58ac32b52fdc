/** The arithmetic mean, never outside the values' extremes by a rounding error (so equal values have that value); NaN of nothing. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return values.length === 0 ? Number.NaN : Math.min(high, Math.max(low, sum / values.length));
}
