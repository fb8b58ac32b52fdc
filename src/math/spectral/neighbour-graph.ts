import type { Matrix } from "../../workers/lab/matrix";
import { kNearest } from "../neighbours/k-nearest";
import type { Operator } from "./block-krylov";
import { filtered } from "./chebyshev";
import type { SpectralGraph } from "./similar-rows";

/** Of the polynomial that draws eigenvalues apart. */
const DEGREE = 20;

/**
 * The graph in which a row is connected by half with each of its `neighbours` - 1 nearest other rows, and by half with
 * each row it is a neighbour of, as scikit-learn's; and its normalised adjacency, whose top eigenvectors are the
 * Laplacian's least ones. Memory grows with n × neighbours.
 */
export function* neighbourGraph(matrix: Matrix, neighbours: number): Generator<number, SpectralGraph, void> {
  const { n } = matrix;
  const { k, indices } = yield* kNearest(matrix, Math.max(1, neighbours - 1));
  const starts = startsOf(indices, n, k);
  const columns = new Int32Array(2 * n * k);
  const ends = starts.slice(0, n);
  const connect = (row: number, column: number): void => {
    const at = ends[row] as number;
    columns[at] = column;
    ends[row] = at + 1;
  };
  indices.forEach((other, at) => {
    const row = Math.floor(at / k);
    connect(row, other);
    connect(other, row);
  });
  // Halves cancel out in the normalised adjacency; in the embedding they are one factor for all rows.
  const roots = Float64Array.from(ends, (end, row) => Math.sqrt((end - (starts[row] as number)) / 2));
  const apply: Operator = function* (vector) {
    yield 1;
    return spread(vector, starts, columns, roots);
  };
  return { roots, alone: 0, apply, sharpen: (cut) => filtered(apply, cut, DEGREE) };
}

/** Where the connections of each row begin: its own and those of rows it is a neighbour of. */
function startsOf(indices: Int32Array, n: number, k: number): Int32Array {
  const starts = new Int32Array(n + 1).fill(k);
  for (const row of indices) starts[row] = (starts[row] as number) + 1;
  let before = 0;
  for (let row = 0; row <= n; row++) {
    const count = starts[row] as number;
    starts[row] = before;
    before += count;
  }
  return starts;
}

function spread(vector: Float64Array, starts: Int32Array, columns: Int32Array, roots: Float64Array): Float64Array {
  const scaled = vector.map((value, row) => value / (roots[row] as number));
  const result = new Float64Array(vector.length);
  for (let row = 0; row < result.length; row++) {
    let sum = 0;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) sum += scaled[columns[at] as number] as number;
    result[row] = sum / (2 * (roots[row] as number));
  }
  return result;
}
