import type { FeatureBins } from "../../workers/lab/classifying";
import { valuesAt } from "../complete-rows";
import { orderInSteps } from "../describing/order-in-steps";
import { sampleIndices } from "../random";
import { finiteValues } from "./finite-values";

/** Rows that are looked at to place borders. */
const MOST_ROWS = 200_000;

/** Categories that get a bin of their own; the rarer ones count as missing. */
const MOST_CODES = 254;

/**
 * Borders that put the values of a column in up to `bins` (2 … 255) groups of equal size, as scikit-learn's histogram
 * boosting places them: midway between neighbours where few values differ, else at the values' quantiles (averaged inverted
 * distribution). Of categories the 254 most frequent get a bin each. Missing values are not looked at.
 */
export function* fitBins(
  column: Float64Array,
  categorical: boolean,
  bins: number,
  random: () => number,
): Generator<number, FeatureBins, void> {
  if (categorical) return { kind: "category", codes: frequentCodes(column) };
  const known = finiteValues(column);
  yield 0;
  const values = known.length > MOST_ROWS ? valuesAt(known, sampleIndices(known.length, MOST_ROWS, random)) : known;
  const sorted = valuesAt(values, yield* orderInSteps(values));
  const different = distinctUpTo(sorted, bins);
  const thresholds = different ? midpoints(different) : quantileBorders(sorted, bins);
  return { kind: "number", thresholds };
}

function frequentCodes(column: Float64Array): number[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < column.length; i++) {
    const code = column[i] as number;
    if (Number.isFinite(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const ranked = Array.from(counts).sort(([a, m], [b, n]) => n - m || a - b);
  return ranked
    .slice(0, MOST_CODES)
    .map(([code]) => code)
    .sort((a, b) => a - b);
}

/** The different values in ascending order; null when there are more than `most`. */
function distinctUpTo(sorted: Float64Array, most: number): number[] | null {
  const found: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    if (found.length === most) return null;
    found.push(sorted[i] as number);
  }
  return found;
}

function midpoints(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => {
    const below = values[i] as number;
    const middle = below / 2 + value / 2;
    return middle < value && middle >= below ? middle : below;
  });
}

function quantileBorders(sorted: Float64Array, bins: number): number[] {
  const borders: number[] = [];
  for (let b = 1; b < bins; b++) {
    // In numpy's order of operations, so that the same quantile falls on a value or beside it.
    const place = sorted.length * ((b * (100 / bins)) / 100) - 1;
    const below = Math.max(0, Math.floor(place));
    const next = sorted[Math.min(sorted.length - 1, below + 1)] as number;
    const border = place === below ? (sorted[below] as number) / 2 + next / 2 : next;
    if (borders.length === 0 || border > (borders[borders.length - 1] as number)) borders.push(border);
  }
  return borders;
}
