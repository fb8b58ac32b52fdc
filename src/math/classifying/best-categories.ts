import { gainOf, LEAST_CURVATURE, rest, type BinSplit, type SplitLimits, type Sums } from "./best-bin";
import { MISSING } from "./binned";
import { CELL, STRIDE } from "./histograms";

/** Rows, weighed by curvature, below which a category is not asked about by itself (LightGBM's and scikit-learn's value). */
const LEAST_SUPPORT = 10;

interface Category extends Sums {
  readonly bin: number;
  readonly rank: number;
}

/**
 * The set of categories of one feature that lowers the loss most when it goes left: categories ordered by gradient over
 * curvature (Fisher 1958), then cut as numbers are, from both ends to the middle. Missing is a category of its own; those
 * with little support go right. Null when no set lowers the loss within the limits.
 */
export function bestCategories(
  histograms: Float64Array,
  feature: number,
  bins: number,
  someMissing: boolean,
  whole: Sums,
  value: number,
  limits: SplitLimits,
): BinSplit | null {
  const ranked = categoriesOf(histograms, feature, bins, someMissing, whole);
  const middle = Math.floor((ranked.length + 1) / 2);
  const lowFirst = grown(ranked.slice(0, middle), whole, value, limits);
  const highFirst = grown(ranked.toReversed().slice(0, middle - 1), whole, value, limits);
  const best = highFirst && highFirst.gain > (lowFirst?.gain ?? 0) ? highFirst : lowFirst;
  if (ranked.length < 2 || !best) return null;
  const { gain, leftBins, left } = best;
  return { gain, feature, bin: -1, leftBins, missingLeft: leftBins.includes(MISSING), left };
}

function categoriesOf(
  histograms: Float64Array,
  feature: number,
  bins: number,
  someMissing: boolean,
  whole: Sums,
): Category[] {
  const found: Category[] = [];
  for (const bin of someMissing ? [...Array(bins).keys(), MISSING] : Array(bins).keys()) {
    const cell = feature * STRIDE + CELL * bin;
    const gradient = histograms[cell] as number;
    const curvature = histograms[cell + 1] as number;
    const rows = histograms[cell + 2] as number;
    if (rows === 0 || (curvature * whole.rows) / whole.curvature < LEAST_SUPPORT) continue;
    found.push({ bin, gradient, curvature, rows, rank: gradient / (curvature + LEAST_SUPPORT) });
  }
  return found.sort((a, b) => a.rank - b.rank || a.bin - b.bin);
}

/** The best set made of the first categories. */
function grown(
  categories: readonly Category[],
  whole: Sums,
  value: number,
  { minLeaf, ridge }: SplitLimits,
): { gain: number; leftBins: readonly number[]; left: Sums } | null {
  let best: { gain: number; leftBins: readonly number[]; left: Sums } | null = null;
  let left: Sums = { gradient: 0, curvature: 0, rows: 0 };
  for (const [place, { gradient, curvature, rows }] of categories.entries()) {
    left = { gradient: left.gradient + gradient, curvature: left.curvature + curvature, rows: left.rows + rows };
    if (left.rows < minLeaf || left.curvature < LEAST_CURVATURE) continue;
    if (whole.rows - left.rows < minLeaf || whole.curvature - left.curvature < LEAST_CURVATURE) break;
    const right = rest(whole, left);
    const current = whole.gradient * value;
    const gain = gainOf(current, left.gradient, left.curvature, right.gradient, right.curvature, ridge);
    if (gain > (best?.gain ?? 0)) best = { gain, leftBins: categories.slice(0, place + 1).map(({ bin }) => bin), left };
  }
  return best;
}
