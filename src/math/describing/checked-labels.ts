import { InputError } from "../input-error";

/** Throws an InputError unless there is one label per row and each is -1 … `k` - 1. */
export function checkLabels(labels: Int32Array, k: number, rows: number): void {
  if (labels.length !== rows) throw new InputError("Every row must have one segment. Make the segments again.");
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label < -1 || label >= k) throw new InputError(`There is no segment ${label}. Make the segments again.`);
  }
}

/** As `checkLabels`, for several columns. InputError when there are none, or they differ in length. */
export function checkLabelled(columns: readonly Float64Array[], labels: Int32Array, k: number): void {
  if (columns.length === 0) throw new InputError("Choose at least one feature to describe the segments by.");
  const rows = columns.find(({ length }) => length !== labels.length)?.length ?? labels.length;
  checkLabels(labels, k, rows);
}
