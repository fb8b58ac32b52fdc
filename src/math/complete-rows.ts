import { InputError } from "./input-error";

/** Indices of the rows in which every column is a finite number. InputError when columns disagree in length. */
export function completeRows(columns: readonly Float64Array[]): Int32Array {
  const n = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== n))
    throw new InputError("Every feature must have one value per customer.");
  const rows = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (columns.every((column) => Number.isFinite(column[i]))) rows[count++] = i;
  }
  return rows.slice(0, count);
}

/** The values of `column` at `rows`. */
export function valuesAt(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i] as number] as number;
  return values;
}
