/** Chosen rows of a row-major matrix as one array per feature, in the order of `rows`. */
export function featureColumns(values: Float64Array, d: number, rows: Int32Array): Float64Array[] {
  return Array.from({ length: d }, (_, f) => featureColumn(values, d, f, rows));
}

/** Feature `f` of chosen rows, in the order of `rows`. */
export function featureColumn(values: Float64Array, d: number, f: number, rows: Int32Array): Float64Array {
  const column = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) column[i] = values[(rows[i] as number) * d + f] as number;
  return column;
}

/**
 * Euclidean distances of row `i` to rows `from` … `to` - 1, each written to its place in `into`. Features are taken in
 * fours: with one array per feature this is two to three times as fast as row by row.
 */
export function distancesFrom(
  columns: readonly Float64Array[],
  i: number,
  from: number,
  to: number,
  into: Float64Array,
): void {
  into.fill(0, from, to);
  let f = 0;
  for (; f + 4 <= columns.length; f += 4) addFour(columns, f, i, from, to, into);
  for (; f < columns.length; f++) addOne(columns[f] as Float64Array, i, from, to, into);
  for (let j = from; j < to; j++) into[j] = Math.sqrt(into[j] as number);
}

function addFour(
  columns: readonly Float64Array[],
  first: number,
  i: number,
  from: number,
  to: number,
  into: Float64Array,
): void {
  const a = columns[first] as Float64Array;
  const b = columns[first + 1] as Float64Array;
  const c = columns[first + 2] as Float64Array;
  const e = columns[first + 3] as Float64Array;
  const [ai, bi, ci, ei] = [a[i] as number, b[i] as number, c[i] as number, e[i] as number];
  for (let j = from; j < to; j++) {
    const x = ai - (a[j] as number);
    const y = bi - (b[j] as number);
    const z = ci - (c[j] as number);
    const w = ei - (e[j] as number);
    into[j] = (into[j] as number) + (x * x + y * y + (z * z + w * w));
  }
}

function addOne(column: Float64Array, i: number, from: number, to: number, into: Float64Array): void {
  const own = column[i] as number;
  for (let j = from; j < to; j++) {
    const away = own - (column[j] as number);
    into[j] = (into[j] as number) + away * away;
  }
}
