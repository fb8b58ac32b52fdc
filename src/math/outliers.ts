import type { Treatment } from "../workers/contract";
import { InputError } from "./input-error";
import { meanOf } from "./mean";
import { quantiles } from "./quantile";

/** How far beyond the quartiles the fences stand, in interquartile ranges (Tukey 1977). */
const FENCE = 1.5;

/** The bounds of a feature and how many values lie outside; bounds are null when outliers are kept. */
export interface Bounds {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly below: number;
  readonly above: number;
}

/**
 * Where outliers begin: the chosen percentiles for winsorising, else Tukey's fences at 1.5 interquartile ranges beyond
 * the quartiles. `values` must be finite. InputError unless 0 <= low <= high <= 100.
 */
export function outlierBounds(values: Float64Array, outliers: Treatment["outliers"]): Bounds {
  if (outliers.method === "keep" || values.length === 0) return { lower: null, upper: null, below: 0, above: 0 };
  const [lower, upper] = outliers.method === "winsorise" ? percentiles(values, outliers) : fences(values);
  let below = 0;
  let above = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < lower) below++;
    else if (value > upper) above++;
  }
  return { lower, upper, below, above };
}

/**
 * Brings the values outside `bounds` back, in place: to the nearer bound for winsorising and the fence cap, to the mean
 * of all values (outliers included, as in the usual notebook recipe) for "mean". "keep" and "drop" change nothing here.
 */
export function capOutliers(values: Float64Array, method: Treatment["outliers"]["method"], bounds: Bounds): void {
  const { lower, upper } = bounds;
  if (lower === null || upper === null || method === "keep" || method === "drop") return;
  const mean = method === "mean" ? meanOf(values) : null;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < lower) values[i] = mean ?? lower;
    else if (value > upper) values[i] = mean ?? upper;
  }
}

function percentiles(values: Float64Array, { low, high }: { low: number; high: number }): [number, number] {
  if (!(low >= 0 && low <= high && high <= 100)) {
    throw new InputError(`The percentiles must rise within 0 to 100, not ${low} and ${high}.`);
  }
  const [lower, upper] = quantiles(values, [low / 100, high / 100]);
  return [lower as number, upper as number];
}

function fences(values: Float64Array): [number, number] {
  const [q1, q3] = quantiles(values, [0.25, 0.75]) as [number, number];
  const reach = FENCE * (q3 - q1);
  return [q1 - reach, q3 + reach];
}
