import type { Treatment } from "../workers/contract";
import { meanOf } from "./mean";
import { quantilesInPlace } from "./quantile";

/** A feature without gaps: `values` is a copy, `missing` counts what was NaN or infinite. */
export interface Imputed {
  readonly values: Float64Array;
  readonly missing: number;
  /** What the gaps were filled with; null when there were none. */
  readonly filledWith: number | null;
}

/**
 * Fills what is missing (NaN, ±Infinity) with the mean, median, mode (the smallest of the most frequent values) or zero
 * of the values that are there; with 0 when none is there.
 */
export function impute(column: Float64Array, how: Exclude<Treatment["missing"], "drop">): Imputed {
  const values = column.slice();
  const present = finiteOf(column);
  const missing = column.length - present.length;
  if (missing === 0) return { values, missing, filledWith: null };
  const filledWith = present.length === 0 ? 0 : typical(present, how);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) values[i] = filledWith;
  }
  return { values, missing, filledWith };
}

function finiteOf(column: Float64Array): Float64Array {
  const finite = new Float64Array(column.length);
  let count = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (Number.isFinite(value)) finite[count++] = value;
  }
  return finite.subarray(0, count);
}

function typical(present: Float64Array, how: Exclude<Treatment["missing"], "drop">): number {
  switch (how) {
    case "mean":
      return meanOf(present);
    case "median":
      return quantilesInPlace(present, [0.5])[0] as number;
    case "mode":
      return modeOf(present);
    case "zero":
      return 0;
  }
}

function modeOf(present: Float64Array): number {
  const counts = new Map<number, number>();
  let mode = present[0] as number;
  let most = 0;
  for (const value of present) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > most || (count === most && value < mode)) {
      most = count;
      mode = value;
    }
  }
  return mode;
}
