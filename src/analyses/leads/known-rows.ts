/** Customers whose outcome is known, and a column cut to them. */
export interface KnownRows {
  /** Places among all customers, ascending. */
  readonly rows: Int32Array;
  readonly outcome: Uint8Array;
  cut(column: Float64Array): Float64Array;
}

const known = new WeakMap<Float64Array, KnownRows>();

/** The same arrays for the same columns, so that what was computed from them is known again. */
export function knownRows(outcome: Float64Array): KnownRows {
  const before = known.get(outcome);
  if (before !== undefined) return before;
  const rows = Int32Array.from(outcome.keys()).filter((row) => !Number.isNaN(outcome[row]));
  const cuts = new WeakMap<Float64Array, Float64Array>();
  const cut = (column: Float64Array): Float64Array => {
    if (rows.length === column.length) return column;
    const made = cuts.get(column) ?? Float64Array.from(rows, (row) => column[row] ?? NaN);
    cuts.set(column, made);
    return made;
  };
  const made = { rows, outcome: Uint8Array.from(rows, (row) => outcome[row] ?? 0), cut };
  known.set(outcome, made);
  return made;
}
