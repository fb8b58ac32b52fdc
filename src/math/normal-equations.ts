/** The solution of a symmetric positive semi-definite system. */
export interface Solution {
  /** 0 for a dependent column. */
  readonly coefficients: readonly number[];
  /** Diagonal of the inverse over the independent columns; NaN for a dependent one. */
  readonly inverseDiagonal: readonly number[];
  /** Columns that are, but for rounding, a linear combination of those before them. */
  readonly dependent: readonly boolean[];
}

/** A pivot this small against its diagonal is rounding. */
const RANK_TOLERANCE = 1e-10;

/**
 * Solves gram · x = right by Cholesky's decomposition (Golub & Van Loan, section 4.2), leaving out columns that depend on
 * earlier ones, as R's lm does.
 */
export function solveNormal(gram: readonly Float64Array[], right: Float64Array): Solution {
  const { factor, dependent } = cholesky(gram);
  const coefficients = solveWith(factor, dependent, right);
  const inverseDiagonal = dependent.map((left, i) => {
    if (left) return Number.NaN;
    const unit = new Float64Array(right.length);
    unit[i] = 1;
    return solveWith(factor, dependent, unit)[i] as number;
  });
  return { coefficients: Array.from(coefficients), inverseDiagonal, dependent };
}

function cholesky(gram: readonly Float64Array[]): { factor: Float64Array[]; dependent: boolean[] } {
  const factor = gram.map((row) => new Float64Array(row.length));
  const dependent: boolean[] = [];
  for (const [j, row] of factor.entries()) {
    const diagonal = gram[j]?.[j] ?? 0;
    for (let i = 0; i < j; i++) {
      const upper = factor[i] as Float64Array;
      row[i] = dependent[i] ? 0 : ((gram[j]?.[i] ?? 0) - product(row, upper, i)) / (upper[i] as number);
    }
    const left = diagonal - product(row, row, j);
    dependent.push(!(left > RANK_TOLERANCE * diagonal));
    row[j] = dependent[j] ? 0 : Math.sqrt(left);
  }
  return { factor, dependent };
}

function product(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Forward, then backward substitution. */
function solveWith(factor: readonly Float64Array[], dependent: readonly boolean[], right: Float64Array): Float64Array {
  const x = new Float64Array(right.length);
  for (const [i, row] of factor.entries()) {
    x[i] = dependent[i] ? 0 : ((right[i] as number) - product(row, x, i)) / (row[i] as number);
  }
  for (let i = factor.length - 1; i >= 0; i--) {
    if (dependent[i]) continue;
    let sum = x[i] as number;
    for (let j = i + 1; j < factor.length; j++) sum -= (factor[j]?.[i] ?? 0) * (x[j] as number);
    x[i] = sum / (factor[i]?.[i] ?? 1);
  }
  return x;
}
