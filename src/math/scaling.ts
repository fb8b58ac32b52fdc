import type { Treatment } from "../workers/contract";
import { InputError } from "./input-error";
import { meanOf } from "./mean";
import { quantiles } from "./quantile";

/** scaled = (f(value) - centre) / scale, with f = log1p for "log-zscore", else the value itself. */
export interface Scale {
  readonly centre: number;
  readonly scale: number;
  /** All values equal: scale is 1 and every scaled value 0 (unless scaling is "none"). */
  readonly constant: boolean;
  /** The spread asked for is 0 although the values differ (robust scaling with equal quartiles): scale is 1. */
  readonly flat: boolean;
}

/**
 * Centre and scale of finite `values`: mean and population standard deviation, minimum and range, median and
 * interquartile range, or 0 and 1. InputError when a logarithm is asked of a value of -1 or less.
 */
export function scaleOf(values: Float64Array, scaling: Treatment["scaling"]): Scale {
  const [low, high] = extremes(values);
  const constant = !(high > low);
  if (scaling === "none") return { centre: 0, scale: 1, constant, flat: false };
  if (scaling === "log-zscore" && low <= -1) {
    throw new InputError("Logarithmic scaling needs values above -1. Choose another scaling or set such values aside.");
  }
  const { centre, spread } = spreadOf(values, scaling, low, high);
  const usable = !constant && spread > 0 && Number.isFinite(spread);
  const middle = constant && scaling !== "log-zscore" ? low : centre;
  return { centre: middle, scale: usable ? spread : 1, constant, flat: !constant && !usable };
}

/** The scaled `values` of a scaling without a logarithm. */
export function scaled(values: Float64Array, { centre, scale }: Scale): Float64Array {
  const target = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) target[i] = ((values[i] as number) - centre) / scale;
  return target;
}

/** Writes the scaled `values` as feature `f` of `d` into row-major `target`. */
export function writeScaled(
  values: Float64Array,
  { centre, scale }: Scale,
  scaling: Treatment["scaling"],
  target: Float64Array,
  f: number,
  d: number,
): void {
  const log = scaling === "log-zscore";
  for (let i = 0, at = f; i < values.length; i++, at += d) {
    const value = values[i] as number;
    target[at] = ((log ? Math.log1p(value) : value) - centre) / scale;
  }
}

function spreadOf(
  values: Float64Array,
  scaling: Exclude<Treatment["scaling"], "none">,
  low: number,
  high: number,
): { centre: number; spread: number } {
  switch (scaling) {
    case "zscore":
      return meanAndDeviation(values);
    case "log-zscore":
      return meanAndDeviation(values.map(Math.log1p));
    case "minmax":
      return { centre: low, spread: high - low };
    case "robust": {
      const [q1, median, q3] = quantiles(values, [0.25, 0.5, 0.75]) as [number, number, number];
      return { centre: median, spread: q3 - q1 };
    }
  }
}

/** Two passes, so that large means cost no digits. */
function meanAndDeviation(values: Float64Array): { centre: number; spread: number } {
  const centre = meanOf(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const away = (values[i] as number) - centre;
    squares += away * away;
  }
  return { centre, spread: Math.sqrt(squares / values.length) };
}

function extremes(values: Float64Array): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
