import type { Matrix } from "../../workers/lab/matrix";
import { within } from "../progress";

/** Values added between two looks at the clock. */
const STEP = 1 << 20;

/** Mean and population standard deviation of each feature; the latter is 0 for a constant one. */
export interface MatrixSpread {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Measures every feature of a matrix, in two passes. */
export function* matrixSpread(matrix: Matrix): Generator<number, MatrixSpread, void> {
  const none = new Float64Array(matrix.d);
  const means = yield* within(meanPowers(matrix, none, 1), 0, 0.5);
  const squares = yield* within(meanPowers(matrix, means, 2), 0.5, 1);
  const deviations = squares.map((square, j) => {
    const deviation = Math.sqrt(square);
    // A constant's mean may miss it by a rounding error.
    return deviation > 1e-13 * Math.abs(means[j] as number) ? deviation : 0;
  });
  return { means, deviations };
}

/** The mean of (value - centre)^power. */
function* meanPowers(
  { values, n, d }: Matrix,
  centres: Float64Array,
  power: 1 | 2,
): Generator<number, Float64Array, void> {
  const sums = new Float64Array(d);
  const step = Math.max(1, Math.floor(STEP / Math.max(1, d)));
  for (let row = 0; row < n; row++) {
    if (row % step === 0) yield row / n;
    for (let j = 0; j < d; j++) {
      const apart = (values[row * d + j] as number) - (centres[j] as number);
      sums[j] = (sums[j] as number) + (power === 1 ? apart : apart * apart);
    }
  }
  return sums.map((sum) => sum / n);
}
