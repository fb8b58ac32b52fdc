import type { FeatureBins } from "../../workers/lab/classifying";

/** The bin of a missing value. */
export const MISSING = 255;

/** Rows binned between two looks at the clock. */
const STEP = 1 << 16;

/** How many bins hold known values. */
export function binCount(bins: FeatureBins): number {
  return bins.kind === "number" ? bins.thresholds.length + 1 : bins.codes.length;
}

/** The bin of every value; 255 for a missing value, or a code that has no bin. */
export function* binned(column: Float64Array, bins: FeatureBins): Generator<number, Uint8Array, void> {
  const placed = new Uint8Array(column.length);
  const known = bins.kind === "category" ? new Map(bins.codes.map((code, bin) => [code, bin])) : null;
  const borders = Float64Array.from(bins.kind === "number" ? bins.thresholds : []);
  for (let from = 0; from < column.length; from += STEP) {
    const to = Math.min(column.length, from + STEP);
    for (let i = from; i < to; i++) {
      const value = column[i] as number;
      if (!Number.isFinite(value)) placed[i] = MISSING;
      else placed[i] = known ? (known.get(value) ?? MISSING) : firstNotBelow(borders, value);
    }
    yield to / column.length;
  }
  return placed;
}

/** The first border that is at least `value`; their number when none is. */
function firstNotBelow(borders: Float64Array, value: number): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= (borders[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
