import type { Matrix } from "../../workers/lab/matrix";
import { within } from "../progress";
import { factorise, identity, solve, type Square } from "./cholesky";
import type { Operator } from "./block-krylov";

/** Coordinates compared between two looks at the clock. */
const WORK_PER_STEP = 1 << 19;

/** Added to the Laplacian, whose least eigenvalue is 0, so that it can be inverted; scikit-learn's shift. */
const SHIFT = 1e-5;

/** A row whose similarities add up to less is like no other. */
const ALONE = 1e-12;

/** A graph of rows, ready for its smoothest vectors: the top eigenvectors of `apply`. */
export interface SpectralGraph {
  readonly apply: Operator;
  /** The same with eigenvalues above `cut` drawn apart; null where they lie apart already. */
  readonly sharpen: ((cut: number) => Operator) | null;
  /** Square root of what each row is connected with, 1 where that is nothing. */
  readonly roots: Float64Array;
  /** Rows connected with next to nothing. */
  readonly alone: number;
}

/**
 * The graph in which two rows are connected with exp(-gamma × squared distance), and the inverse of its normalised
 * Laplacian, whose top eigenvectors are the Laplacian's least ones. 8 n² bytes, time in n³.
 */
export function* similarRows(matrix: Matrix, gamma: number): Generator<number, SpectralGraph, void> {
  const { n } = matrix;
  const square = identity(n);
  const degrees = yield* within(similarities(matrix, gamma, square), 0, 0.3);
  const roots = degrees.map((degree) => (degree > 0 ? Math.sqrt(degree) : 1));
  normalise(square, roots);
  yield* within(factorise(square), 0.3, 1);
  const apply: Operator = function* (vector) {
    const padded = new Float64Array(square.size);
    padded.set(vector);
    solve(square, padded);
    yield 1;
    return padded.slice(0, n);
  };
  return { apply, sharpen: null, roots, alone: degrees.filter((degree) => degree < ALONE).length };
}

/** Writes similarities below the diagonal; answers their sums by row. */
function* similarities({ values, n, d }: Matrix, gamma: number, square: Square): Generator<number, Float64Array, void> {
  const degrees = new Float64Array(n);
  let work = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let distance = 0;
      for (let f = 0, a = i * d, b = j * d; f < d; f++) {
        const difference = (values[a + f] as number) - (values[b + f] as number);
        distance += difference * difference;
      }
      const similarity = Math.exp(-gamma * distance);
      square.values[i * square.size + j] = similarity;
      degrees[i] = (degrees[i] as number) + similarity;
      degrees[j] = (degrees[j] as number) + similarity;
    }
    work += i * (d + 8);
    if (work > WORK_PER_STEP) {
      work = 0;
      yield (i / n) ** 2;
    }
  }
  return degrees;
}

function normalise({ values, size }: Square, roots: Float64Array): void {
  for (let i = 0; i < roots.length; i++) {
    const start = i * size;
    const root = roots[i] as number;
    for (let j = 0; j < i; j++) values[start + j] = -(values[start + j] as number) / (root * (roots[j] as number));
    values[start + i] = 1 + SHIFT;
  }
}
