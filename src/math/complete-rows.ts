import { InputError } from "./input-error";

/** Indices of the rows in which every column is a finite number. InputError when columns disagree in length. */
export function completeRows(columns: readonly Float64Array[]): Int32Array {
  const n = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== n))
    throw new InputError("Every feature must have one value per customer.");
  const rows = allRows(n);
  let count = n;
  for (const column of columns) {
    const candidates = count;
    count = 0;
    for (let at = 0; at < candidates; at++) {
      const row = rows[at] as number;
      if (Number.isFinite(column[row])) rows[count++] = row;
    }
  }
  return rows.subarray(0, count);
}

/** Every row: 0 … n - 1. */
export function allRows(n: number): Int32Array {
  const rows = new Int32Array(n);
  for (let i = 0; i < n; i++) rows[i] = i;
  return rows;
}

/** The values of `column` at `rows`. */
export function valuesAt(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i] as number] as number;
  return values;
}
