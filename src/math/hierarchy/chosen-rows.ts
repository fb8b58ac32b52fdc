import type { Matrix } from "../../workers/lab/matrix";
import { gathered } from "../points";

/** The `rows` of a matrix, ascending; the matrix itself where they are all of it. */
export function chosenRows(matrix: Matrix, rows: Int32Array): Matrix {
  return rows.length === matrix.n ? matrix : { ...gathered({ ...matrix, weights: null }, rows), n: rows.length };
}
