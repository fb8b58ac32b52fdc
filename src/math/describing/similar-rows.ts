import type { SimilarRow, SimilarRowsInput } from "../../workers/lab/moving";
import type { Matrix } from "../../workers/lab/matrix";
import { InputError } from "../input-error";

/** Values compared between two looks at the clock. */
const STEP = 1 << 21;

/**
 * The `count` rows nearest to one row (Euclidean, ties by the earlier row; fewer where there are no more), nearest first,
 * each with the share every feature has in its squared distance. InputError for a row that is not there.
 */
export function* similarRows({ matrix, row, count }: SimilarRowsInput): Generator<number, SimilarRow[], void> {
  const { n, d } = matrix;
  if (!(row >= 0 && row < n)) throw new InputError("This customer is not among those in the segments.");
  const nearest: Nearest = { rows: [], squares: [], count: Math.max(0, Math.floor(count)) };
  const size = Math.max(1024, Math.floor(STEP / Math.max(1, d)));
  for (let from = 0; from < n; from += size) {
    compare(matrix, row, nearest, from, Math.min(n, from + size));
    yield from / n;
  }
  return nearest.rows.map((other, place) => reasons(matrix, row, other, nearest.squares[place] as number));
}

/** The nearest so far, ascending. */
interface Nearest {
  readonly rows: number[];
  readonly squares: number[];
  readonly count: number;
}

function compare(
  { values, d }: Matrix,
  row: number,
  { rows, squares, count }: Nearest,
  from: number,
  to: number,
): void {
  let limit = squares.length < count ? Infinity : (squares.at(-1) ?? -1);
  for (let other = from; other < to; other++) {
    let square = 0;
    for (let f = 0, a = row * d, b = other * d; f < d; f++) {
      const difference = (values[a + f] as number) - (values[b + f] as number);
      square += difference * difference;
    }
    if (square >= limit || other === row) continue;
    let place = squares.length;
    while (place > 0 && (squares[place - 1] as number) > square) place--;
    squares.splice(place, 0, square);
    rows.splice(place, 0, other);
    if (squares.length > count) {
      squares.pop();
      rows.pop();
    }
    if (squares.length === count) limit = squares.at(-1) as number;
  }
}

function reasons({ values, d }: Matrix, row: number, other: number, square: number): SimilarRow {
  const contributions = Float64Array.from({ length: d }, (_, f) => {
    const difference = (values[row * d + f] as number) - (values[other * d + f] as number);
    return square > 0 ? (difference * difference) / square : 0;
  });
  return { row: other, distance: Math.sqrt(square), contributions };
}
