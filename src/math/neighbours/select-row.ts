import type { Matrix } from "../../workers/lab/matrix";

/**
 * Puts the rows in `rows[first]` … `rows[last]` so that the one at `middle` is where sorting by feature `f` (equal values by
 * row number) would put it, smaller ones before it and greater ones behind: Hoare's selection, the pivot the median of
 * three.
 */
export function selectRow(
  { values, d }: Matrix,
  rows: Int32Array,
  first: number,
  last: number,
  middle: number,
  f: number,
): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = medianOfThree(values, d, f, rows, low, high);
    const value = values[pivot * d + f] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while (isBefore(values[(rows[i] as number) * d + f] as number, rows[i] as number, value, pivot)) i++;
      while (isBefore(value, pivot, values[(rows[j] as number) * d + f] as number, rows[j] as number)) j--;
      if (i <= j) {
        const swapped = rows[i] as number;
        rows[i++] = rows[j] as number;
        rows[j--] = swapped;
      }
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

function medianOfThree(
  values: Float64Array,
  d: number,
  f: number,
  rows: Int32Array,
  low: number,
  high: number,
): number {
  let a = rows[low] as number;
  const b = rows[(low + high) >> 1] as number;
  let c = rows[high] as number;
  const [x, y, z] = [values[a * d + f] as number, values[b * d + f] as number, values[c * d + f] as number];
  if (isBefore(z, c, x, a)) {
    [a, c] = [c, a];
    return isBefore(y, b, z, a) ? a : isBefore(x, c, y, b) ? c : b;
  }
  return isBefore(y, b, x, a) ? a : isBefore(z, c, y, b) ? c : b;
}

function isBefore(value: number, row: number, otherValue: number, otherRow: number): boolean {
  return value < otherValue || (value === otherValue && row < otherRow);
}
