import type { Points } from "./points";

/** Rows `from` … `to` - 1 of the copy that is sorted into cells. */
interface Cell {
  readonly from: number;
  readonly to: number;
  /** Sum of squared distances of the cell's points to their mean. */
  readonly spread: number;
  readonly axis: number;
  readonly mean: Float64Array;
}

/** Rows looked at between two looks at the clock. */
const ROWS_PER_STEP = 200_000;

/**
 * A small weighted stand-in for many points: at most `size` cell means, each weighing as much as the rows of its cell.
 * The cell with the largest spread is halved at its mean, across its widest axis, again and again, so lone far points get
 * cells of their own (variance-based binary partitioning; Wu & Witten 1985). The points themselves when they are few.
 */
export function* summarise(points: Points, size: number): Generator<number, Points, void> {
  const { n, d } = points;
  if (n <= size) return points;
  const rows = points.values.slice();
  const everywhere = { from: 0, to: n, axis: 0, mean: rows.slice(0, d) };
  const cells: Cell[] = [];
  push(cells, halves(rows, everywhere, Infinity)[0]);
  let worked = 0;
  while (cells.length < size) {
    const cell = cells[0] as Cell;
    if (!(cell.spread > 0)) break;
    const [low, high] = halves(rows, cell, cell.mean[cell.axis] as number);
    const apart = low.to > low.from && high.to > high.from;
    // A spread that is nothing but rounding cannot be halved.
    replaceTop(cells, apart ? low : { ...cell, spread: 0 });
    if (apart) push(cells, high);
    worked += cell.to - cell.from;
    if (worked > ROWS_PER_STEP) {
      worked = 0;
      yield cells.length / size;
    }
  }
  const values = new Float64Array(cells.length * d);
  cells.forEach((cell, at) => values.set(cell.mean, at * d));
  const weights = Float64Array.from(cells, (cell) => cell.to - cell.from);
  return { values, n: cells.length, d, weights };
}

/** Moves the cell's rows at most `cut` on its axis before the others and measures both halves on the way. */
function halves(rows: Float64Array, cell: Omit<Cell, "spread">, cut: number): [Cell, Cell] {
  const { from, to, axis, mean } = cell;
  const d = mean.length;
  const sums = new Float64Array(2 * d);
  const squares = new Float64Array(2 * d);
  let middle = from;
  let end = to;
  while (middle < end) {
    const base = middle * d;
    const above = (rows[base + axis] as number) > cut;
    // Shifted by the whole cell's mean, so that the difference of squares keeps its digits.
    for (let f = 0, at = above ? d : 0; f < d; f++, at++) {
      const away = (rows[base + f] as number) - (mean[f] as number);
      sums[at] = (sums[at] as number) + away;
      squares[at] = (squares[at] as number) + away * away;
    }
    if (above) swap(rows, base, --end * d, d);
    else middle++;
  }
  return [
    measured(from, middle, mean, sums.subarray(0, d), squares.subarray(0, d)),
    measured(middle, to, mean, sums.subarray(d), squares.subarray(d)),
  ];
}

function swap(rows: Float64Array, a: number, b: number, d: number): void {
  for (let f = 0; f < d; f++) {
    const held = rows[a + f] as number;
    rows[a + f] = rows[b + f] as number;
    rows[b + f] = held;
  }
}

/** The cell of rows whose differences from `shift` have these sums and sums of squares. */
function measured(from: number, to: number, shift: Float64Array, sums: Float64Array, squares: Float64Array): Cell {
  const mean = new Float64Array(shift.length);
  const count = to - from;
  let spread = 0;
  let axis = 0;
  let widest = 0;
  for (let f = 0; f < shift.length; f++) {
    const away = (sums[f] as number) / count;
    const square = Math.max(0, (squares[f] as number) - away * (sums[f] as number));
    mean[f] = away + (shift[f] as number);
    spread += square;
    if (square > widest) {
      widest = square;
      axis = f;
    }
  }
  return { from, to, spread: count > 1 ? spread : 0, axis, mean };
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
