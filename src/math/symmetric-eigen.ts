import { finish } from "./progress";

/** Eigenvalues, largest first, with their unit eigenvectors: `vectors[i]` belongs to `values[i]`. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/** Sweeps after which Jacobi has always converged for matrices of this size. */
const SWEEPS = 60;

/** Sweeps it mostly takes. */
const USUAL_SWEEPS = 12;

/** Eigen decomposition of a small symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, section 8.5). */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  return finish(symmetricEigenInSteps(matrix));
}

/** The same, with a look at the clock after every row: 200 rows take more than a second. */
export function* symmetricEigenInSteps(matrix: readonly (readonly number[])[]): Generator<number, Eigen, void> {
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => Float64Array.from(matrix, (_row, j) => (i === j ? 1 : 0)));
  const size = a.length;
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
      yield Math.min(1, sweep / USUAL_SWEEPS);
    }
  }
  const value = (i: number): number => a[i]?.[i] ?? 0;
  const order = Array.from(a.keys()).sort((i, j) => value(j) - value(i));
  return {
    values: order.map(value),
    vectors: order.map((column) => v.map((row) => row[column] ?? 0)),
  };
}

function offDiagonal(a: readonly Float64Array[]): number {
  let sum = 0;
  for (const [i, row] of a.entries()) {
    for (let j = i + 1; j < row.length; j++) sum += Math.abs(row[j] as number);
  }
  return sum;
}

/** Makes a[p][q] zero. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const rowP = a[p] as Float64Array;
  const rowQ = a[q] as Float64Array;
  const pivot = rowP[q] as number;
  if (pivot === 0) return;
  const theta = ((rowQ[q] as number) - (rowP[p] as number)) / (2 * pivot);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(t, 1);
  const sine = t * cosine;
  for (const row of a) turn(row, p, q, cosine, sine);
  for (let j = 0; j < rowP.length; j++) {
    const x = rowP[j] as number;
    const y = rowQ[j] as number;
    rowP[j] = cosine * x - sine * y;
    rowQ[j] = sine * x + cosine * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
  for (const row of v) turn(row, p, q, cosine, sine);
}

function turn(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const x = row[p] as number;
  const y = row[q] as number;
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}
