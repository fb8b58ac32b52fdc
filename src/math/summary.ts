import type { Points } from "./points";

interface Cell {
  readonly from: number;
  readonly to: number;
  /** Sum of squared distances of the cell's points to their mean. */
  readonly spread: number;
  readonly axis: number;
  readonly mean: Float64Array;
}

/**
 * A small weighted stand-in for many points: at most `size` cell means, each weighing as much as the rows of its cell.
 * The cell with the largest spread is halved at its mean, across its widest axis, again and again, so lone far points get
 * cells of their own (variance-based binary partitioning; Wu & Witten 1985). The points themselves when they are few.
 */
export function* summarise(points: Points, size: number): Generator<number, Points, void> {
  if (points.n <= size) return points;
  const order = new Int32Array(points.n);
  for (let i = 0; i < points.n; i++) order[i] = i;
  const cells: Cell[] = [];
  push(cells, cellOf(points, order, 0, points.n));
  let worked = 0;
  while (cells.length < size) {
    const cell = cells[0] as Cell;
    if (!(cell.spread > 0)) break;
    const middle = split(points, order, cell);
    if (middle === cell.from || middle === cell.to) break;
    replaceTop(cells, cellOf(points, order, cell.from, middle));
    push(cells, cellOf(points, order, middle, cell.to));
    worked += cell.to - cell.from;
    if (worked > 200_000 || cells.length === size) {
      worked = 0;
      yield cells.length / size;
    }
  }
  const values = new Float64Array(cells.length * points.d);
  cells.forEach((cell, at) => values.set(cell.mean, at * points.d));
  const weights = Float64Array.from(cells, (cell) => cell.to - cell.from);
  return { values, n: cells.length, d: points.d, weights };
}

function cellOf({ values, d }: Points, order: Int32Array, from: number, to: number): Cell {
  const mean = new Float64Array(d);
  const squares = new Float64Array(d);
  const first = (order[from] as number) * d;
  // Shifted by the first row, so that the difference of squares keeps its digits.
  for (let at = from; at < to; at++) {
    const base = (order[at] as number) * d;
    for (let f = 0; f < d; f++) {
      const value = (values[base + f] as number) - (values[first + f] as number);
      mean[f] = (mean[f] as number) + value;
      squares[f] = (squares[f] as number) + value * value;
    }
  }
  const count = to - from;
  let spread = 0;
  let axis = 0;
  for (let f = 0; f < d; f++) {
    const shift = (mean[f] as number) / count;
    squares[f] = Math.max(0, (squares[f] as number) - shift * (mean[f] as number));
    mean[f] = shift + (values[first + f] as number);
    spread += squares[f] as number;
    if ((squares[f] as number) > (squares[axis] as number)) axis = f;
  }
  return { from, to, spread: count > 1 ? spread : 0, axis, mean };
}

function split({ values, d }: Points, order: Int32Array, { from, to, axis, mean }: Cell): number {
  const cut = mean[axis] as number;
  let left = from;
  let right = to - 1;
  while (left <= right) {
    const at = order[left] as number;
    if ((values[at * d + axis] as number) <= cut) left++;
    else {
      order[left] = order[right] as number;
      order[right--] = at;
    }
  }
  return left;
}

/** The cells are a heap: the largest spread is at 0. */
function push(cells: Cell[], cell: Cell): void {
  let at = cells.length;
  cells.push(cell);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = cells[parent] as Cell;
    if (above.spread >= cell.spread) break;
    cells[at] = above;
    at = parent;
  }
  cells[at] = cell;
}

function replaceTop(cells: Cell[], cell: Cell): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= cells.length) break;
    if (child + 1 < cells.length && (cells[child + 1] as Cell).spread > (cells[child] as Cell).spread) child++;
    const below = cells[child] as Cell;
    if (below.spread <= cell.spread) break;
    cells[at] = below;
    at = child;
  }
  cells[at] = cell;
}
