import type { Matrix } from "../../workers/lab/matrix";

/** Products added up between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/** Population means of the features, and their covariance as rows of a symmetric matrix. */
export interface Moments {
  readonly means: Float64Array;
  readonly covariance: readonly (readonly number[])[];
}

/** The population means and covariance of a matrix, in two passes; exactly the value and 0 for a constant feature. */
export function* moments(matrix: Matrix): Generator<number, Moments, void> {
  const means = yield* featureMeans(matrix);
  const { values, n, d } = matrix;
  const products = new Float64Array(d * d);
  const centred = new Float64Array(d);
  const rowsPerStep = Math.ceil((2 * WORK_PER_STEP) / (d * d + d));
  for (let i = 0; i < n; i++) {
    for (let f = 0; f < d; f++) centred[f] = (values[i * d + f] as number) - (means[f] as number);
    for (let f = 0; f < d; f++) {
      const value = centred[f] as number;
      for (let g = 0; g <= f; g++)
        products[f * d + g] = (products[f * d + g] as number) + value * (centred[g] as number);
    }
    if (i % rowsPerStep === 0) yield 0.5 + (0.5 * i) / n;
  }
  const entry = (f: number, g: number): number => (products[Math.max(f, g) * d + Math.min(f, g)] as number) / n;
  const features = Array.from({ length: d }, (_, f) => f);
  return { means, covariance: features.map((f) => features.map((g) => entry(f, g))) };
}

/** Means of the differences to the first row, so that equal values have that value as their mean to the last bit. */
function* featureMeans({ values, n, d }: Matrix): Generator<number, Float64Array, void> {
  const sums = new Float64Array(d);
  const rowsPerStep = Math.ceil(WORK_PER_STEP / d);
  for (let i = 0; i < n; i++) {
    for (let f = 0; f < d; f++) sums[f] = (sums[f] as number) + (values[i * d + f] as number) - (values[f] as number);
    if (i % rowsPerStep === 0) yield (0.5 * i) / n;
  }
  return sums.map((sum, f) => (values[f] as number) + sum / n);
}
