import type { Matrix } from "../../workers/lab/matrix";
import { featuresOf, SAME, squaresByFeature, type Place } from "./place";

/** Rows looked at between two looks at the clock. */
const STEP = 1 << 14;

/**
 * For each of some rows, by feature: the share of `others` that are as near to the place in that feature alone, or nearer. A
 * small share says that being so near is something particular.
 */
export function* asNear(
  matrix: Matrix,
  place: Place,
  others: Int32Array,
  rows: readonly number[],
): Generator<number, Float64Array[], void> {
  const features = featuresOf(place);
  const own = rows.map((row) => {
    const squares = new Float64Array(features);
    squaresByFeature(matrix, place, row, squares);
    return squares;
  });
  const limits = Array.from({ length: features }, (_, feature) =>
    Float64Array.from(own, (squares) => (squares[feature] as number) * (1 + SAME)).sort(),
  );
  const counts = limits.map((sorted) => new Float64Array(sorted.length + 1));
  const squares = new Float64Array(features);
  for (let at = 0; at < others.length; at++) {
    if (at % STEP === 0) yield at / others.length;
    squaresByFeature(matrix, place, others[at] as number, squares);
    for (let feature = 0; feature < features; feature++) {
      const within = firstFrom(limits[feature] as Float64Array, squares[feature] as number);
      const counted = counts[feature] as Float64Array;
      counted[within] = (counted[within] as number) + 1;
    }
  }
  const upTo = counts.map(cumulated);
  return own.map((near) =>
    near.map((square, feature) => {
      const sorted = limits[feature] as Float64Array;
      const last = firstFrom(sorted, square * (1 + SAME));
      return ((upTo[feature] as Float64Array)[last] as number) / others.length;
    }),
  );
}

/** The first place in ascending values that is not below `value`. */
function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cumulated(counts: Float64Array): Float64Array {
  let sum = 0;
  return counts.map((count) => (sum += count));
}
