/**
 * The inverse of the lower Cholesky factor of a symmetric matrix (d × d, row by row), so that |inverse · x|² is xᵀ matrix⁻¹ x
 * (Golub & Van Loan, sections 3.1 and 4.2). Null when the matrix is not positive definite.
 */
export function inverseCholesky(matrix: Float64Array, d: number): Float64Array | null {
  const lower = cholesky(matrix, d);
  return lower && inverted(lower, d);
}

function cholesky(matrix: Float64Array, d: number): Float64Array | null {
  const lower = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * d + j] as number;
      for (let f = 0; f < j; f++) rest -= (lower[i * d + f] as number) * (lower[j * d + f] as number);
      if (i > j) lower[i * d + j] = rest / (lower[j * d + j] as number);
      else if (rest > 0 && Number.isFinite(rest)) lower[i * d + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}

/** Column by column by forward substitution. */
function inverted(lower: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array(d * d);
  for (let column = 0; column < d; column++) {
    for (let i = column; i < d; i++) {
      let rest = i === column ? 1 : 0;
      for (let f = column; f < i; f++) rest -= (lower[i * d + f] as number) * (inverse[f * d + column] as number);
      inverse[i * d + column] = rest / (lower[i * d + i] as number);
    }
  }
  return inverse;
}
