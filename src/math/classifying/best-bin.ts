import { CELL, STRIDE } from "./histograms";

/** Curvature a side must have at least: below it a leaf's answer is out of hand (scikit-learn's value). */
export const LEAST_CURVATURE = 1e-3;

/** Keeps a division by no curvature finite. */
const TINY = 1e-15;

/** Rows in a node. */
export interface Sums {
  readonly gradient: number;
  readonly curvature: number;
  readonly rows: number;
}

/** A question that may part a node. */
export interface BinSplit {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
  readonly leftBins: readonly number[] | null;
  readonly missingLeft: boolean;
  readonly left: Sums;
}

/** What bounds a tree's questions. */
export interface SplitLimits {
  readonly minLeaf: number;
  readonly ridge: number;
}

/** The answer of a node: one Newton step (Chen & Guestrin 2016, equation 5). */
export function answerOf({ gradient, curvature }: Sums, ridge: number): number {
  return -gradient / (curvature + ridge + TINY);
}

/** How much the loss falls when a node whose loss is `current` is parted so (equation 7). */
export function gainOf(
  current: number,
  leftGradient: number,
  leftCurvature: number,
  rightGradient: number,
  rightCurvature: number,
  ridge: number,
): number {
  return (
    current +
    leftGradient * (leftGradient / (leftCurvature + ridge + TINY)) +
    rightGradient * (rightGradient / (rightCurvature + ridge + TINY))
  );
}

/**
 * The border between bins of one feature that lowers the loss most, its missing values tried on both sides; null when none
 * lowers it within the limits. `someMissing` is of all rows, not of the node's. Of equal borders the first bin from the side without missing values, as in scikit-learn.
 */
export function bestBin(
  histograms: Float64Array,
  feature: number,
  bins: number,
  someMissing: boolean,
  whole: Sums,
  value: number,
  limits: SplitLimits,
): BinSplit | null {
  const missingRight = scan(histograms, feature, bins, someMissing, false, whole, value, limits);
  if (!someMissing) return missingRight;
  const missingLeft = scan(histograms, feature, bins, false, true, whole, value, limits);
  return missingLeft && missingLeft.gain > (missingRight?.gain ?? 0) ? missingLeft : missingRight;
}

/** Moves bins to one side one by one, from the lowest to the left or, `fromTop`, from the highest to the right. */
function scan(
  histograms: Float64Array,
  feature: number,
  bins: number,
  allMayMove: boolean,
  fromTop: boolean,
  whole: Sums,
  value: number,
  { minLeaf, ridge }: SplitLimits,
): BinSplit | null {
  let gradient = 0;
  let curvature = 0;
  let rows = 0;
  let gain = 0;
  let bin = -1;
  let moved: Sums = { gradient, curvature, rows };
  const current = whole.gradient * value;
  const end = allMayMove ? bins : bins - 1;
  for (let at = 0; at < end; at++) {
    const b = fromTop ? bins - 1 - at : at;
    const cell = feature * STRIDE + CELL * b;
    const own = histograms[cell + 2] as number;
    if (own === 0) continue;
    gradient += histograms[cell] as number;
    curvature += histograms[cell + 1] as number;
    rows += own;
    if (rows < minLeaf || curvature < LEAST_CURVATURE) continue;
    if (whole.rows - rows < minLeaf || whole.curvature - curvature < LEAST_CURVATURE) break;
    const otherGradient = whole.gradient - gradient;
    const otherCurvature = whole.curvature - curvature;
    const found = fromTop
      ? gainOf(current, otherGradient, otherCurvature, gradient, curvature, ridge)
      : gainOf(current, gradient, curvature, otherGradient, otherCurvature, ridge);
    if (found > gain) {
      gain = found;
      bin = fromTop ? b - 1 : b;
      moved = { gradient, curvature, rows };
    }
  }
  if (bin < 0) return null;
  return { gain, feature, bin, leftBins: null, missingLeft: fromTop, left: fromTop ? rest(whole, moved) : moved };
}

/** What is left of `whole` without `part`. */
export function rest(whole: Sums, part: Sums): Sums {
  return {
    gradient: whole.gradient - part.gradient,
    curvature: whole.curvature - part.curvature,
    rows: whole.rows - part.rows,
  };
}
