import type { Operator } from "./block-krylov";

/**
 * A polynomial of a symmetric matrix with eigenvalues in -1 … 1 that has the same eigenvectors and draws the eigenvalues
 * above `cut` apart, in the same order, while all others stay in -1 … 1 (Chebyshev filter; Zhou & Saad 2007).
 */
export function filtered(apply: Operator, cut: number, degree: number): Operator {
  const centre = (cut - 1) / 2;
  const half = (cut + 1) / 2;
  return function* (vector) {
    let before = vector;
    let now = stretched(yield* apply(vector), vector, centre, half);
    for (let power = 2; power <= degree; power++) {
      const next = stretched(yield* apply(now), now, centre, half);
      for (let i = 0; i < next.length; i++) next[i] = 2 * (next[i] as number) - (before[i] as number);
      before = now;
      now = next;
    }
    return now;
  };
}

function stretched(image: Float64Array, vector: Float64Array, centre: number, half: number): Float64Array {
  return image.map((value, i) => (value - centre * (vector[i] as number)) / half);
}
