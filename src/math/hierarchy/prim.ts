import type { Matrix } from "../../workers/lab/matrix";
import { noLinks, type Links } from "./ordered-merges";

/** Coordinates compared between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/**
 * Single linkage as the minimum spanning tree (Gower & Ross 1969), grown from the first row by Prim's algorithm: memory
 * grows with n, time with n² d. Ties go to the earlier row, as in scikit-learn.
 */
export function* singleLinks(matrix: Matrix): Generator<number, Links, void> {
  const { n, d } = matrix;
  const links = noLinks(n);
  const outside = Int32Array.from({ length: n }, (_, i) => i);
  const state = { outside, squares: new Float64Array(n).fill(Infinity), sources: new Int32Array(n) };
  const step = Math.max(1, Math.floor(WORK_PER_STEP / (n * d)));
  let current = 0;
  let left = withdraw(outside, n, 0);
  for (let link = 0; link < n - 1; link++) {
    const nearest = reach(matrix, current, left, state);
    const row = outside[nearest] as number;
    links.from[link] = state.sources[row] as number;
    links.to[link] = row;
    links.heights[link] = Math.sqrt(state.squares[row] as number);
    left = withdraw(outside, left, nearest);
    current = row;
    if (link % step === 0) yield 1 - (left / n) ** 2;
  }
  return links;
}

interface Outside {
  /** Rows not yet in the tree, ascending. */
  readonly outside: Int32Array;
  /** Of each row: squared distance to the tree, and the row of the tree it is measured to. */
  readonly squares: Float64Array;
  readonly sources: Int32Array;
}

/** Measures everything outside against the row that joined last; the place of what is nearest to the tree now. */
function reach({ values, d }: Matrix, joined: number, left: number, { outside, squares, sources }: Outside): number {
  let nearest = 0;
  let least = Infinity;
  for (let place = 0; place < left; place++) {
    const row = outside[place] as number;
    let square = 0;
    for (let f = 0, a = joined * d, b = row * d; f < d; f++) {
      const difference = (values[a + f] as number) - (values[b + f] as number);
      square += difference * difference;
    }
    if (square < (squares[row] as number)) {
      squares[row] = square;
      sources[row] = joined;
    } else square = squares[row] as number;
    if (square < least) {
      least = square;
      nearest = place;
    }
  }
  return nearest;
}

function withdraw(outside: Int32Array, left: number, place: number): number {
  outside.copyWithin(place, place + 1, left);
  return left - 1;
}
