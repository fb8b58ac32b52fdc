/** The finite values of a column, in the order of the rows. */
export function finiteValues(column: Float64Array): Float64Array {
  const values = new Float64Array(column.length);
  let count = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (Number.isFinite(value)) values[count++] = value;
  }
  return values.subarray(0, count);
}
