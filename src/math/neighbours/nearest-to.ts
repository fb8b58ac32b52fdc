import type { Matrix } from "../../workers/lab/matrix";
import type { Nearest, SimilarRow } from "../../workers/lab/similar";
import { orderInSteps } from "../describing/order-in-steps";
import { within } from "../progress";
import { asNear } from "./as-near";
import { featuresOf, SAME, squaresByFeature, squareTo, type Place } from "./place";

/** Values compared between two looks at the clock. */
const STEP = 1 << 20;

/** Squared distance from the place of each of the rows, in their order. */
export function* squaresOf(matrix: Matrix, place: Place, rows: Int32Array): Generator<number, Float64Array, void> {
  const squares = new Float64Array(rows.length);
  const size = Math.max(1024, Math.floor(STEP / Math.max(1, matrix.d)));
  for (let at = 0; at < rows.length; at++) {
    if (at % size === 0) yield at / rows.length;
    squares[at] = squareTo(matrix, place, rows[at] as number);
  }
  return squares;
}

/** The nearest `count` of `others` to a place, by exact distances over all of them, with what makes them near. */
export function* nearestTo(
  matrix: Matrix,
  place: Place,
  others: Int32Array,
  count: number,
): Generator<number, Nearest, void> {
  const squares = yield* within(squaresOf(matrix, place, others), 0, 0.3);
  const order = yield* within(orderInSteps(squares), 0.3, 0.6);
  const n = others.length;
  const wanted = Math.min(n, Math.max(0, Math.floor(count)));
  const runs = runsOf(squares, order, wanted);
  const listed = runs.flatMap((run) => inOrder(squares, order, run).map((at) => ({ at, run }))).slice(0, wanted);
  const rows = listed.map(({ at }) => others[at] as number);
  const near = yield* within(asNear(matrix, place, others, rows), 0.6, 1);
  return {
    rows: listed.map(({ at, run }, index) => ({
      ...described(matrix, place, others[at] as number, squares[at] as number),
      place: run.from + 1,
      farther: (n - run.to) / n,
      asNear: near[index] as Float64Array,
    })),
    others: n,
    identical: zeros(squares, order),
    tied: (runs.at(-1)?.to ?? wanted) - wanted,
    medianDistance: median(squares, order),
  };
}

/** Rows at the same distance: places in the order, the second exclusive. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** The runs that hold the first so many. */
function runsOf(squares: Float64Array, order: Int32Array, wanted: number): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < wanted;) {
    const limit = (squares[order[from] as number] as number) * (1 + SAME);
    let to = from + 1;
    while (to < order.length && (squares[order[to] as number] as number) <= limit) to++;
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** Of a run the earlier rows first; where all distances are equal to the last digit they are so already. */
function inOrder(squares: Float64Array, order: Int32Array, { from, to }: Run): number[] {
  const run = Array.from(order.subarray(from, to));
  const [first, last] = [squares[run[0] as number], squares[run.at(-1) as number]];
  return first === last ? run : run.sort((a, b) => a - b);
}

function described(
  matrix: Matrix,
  place: Place,
  row: number,
  square: number,
): Pick<SimilarRow, "row" | "distance" | "contributions"> {
  const contributions = new Float64Array(featuresOf(place));
  squaresByFeature(matrix, place, row, contributions);
  return {
    row,
    distance: Math.sqrt(square),
    contributions: contributions.map((part) => (square > 0 ? part / square : 0)),
  };
}

function zeros(squares: Float64Array, order: Int32Array): number {
  let count = 0;
  while (count < order.length && squares[order[count] as number] === 0) count++;
  return count;
}

/** Of the distances, not of their squares. */
function median(squares: Float64Array, order: Int32Array): number {
  const n = order.length;
  const at = (place: number): number => Math.sqrt(squares[order[place] as number] as number);
  if (n === 0) return Number.NaN;
  return (at(Math.floor((n - 1) / 2)) + at(Math.ceil((n - 1) / 2))) / 2;
}
