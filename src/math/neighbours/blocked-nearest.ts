import type { Matrix } from "../../workers/lab/matrix";
import { emptyLists, measured, offer, type NearestLists } from "./nearest-list";

/** Rows of a block: two blocks of 50 features fit the fast memory of a core. */
const BLOCK = 64;

/** Coordinates looked at between two looks at the clock. */
const WORK_PER_STEP = 1 << 22;

/** Features added up before a look whether the row is too far already. */
const STRIDE = 8;

/** The `k` nearest other rows of every row, by measuring every pair once, block against block. k < n. */
export function* blockedNearest(matrix: Matrix, k: number): Generator<number, NearestLists, void> {
  const { n, d } = matrix;
  const lists = emptyLists(n, k);
  const pairs = (n * (n + BLOCK)) / 2;
  let done = 0;
  let work = 0;
  for (let a = 0; a < n; a += BLOCK) {
    for (let b = 0; b <= a; b += BLOCK) {
      offerBlock(matrix, lists, a, b);
      done += BLOCK * BLOCK;
      work += BLOCK * BLOCK * d;
      if (work > WORK_PER_STEP) {
        work = 0;
        yield Math.min(1, done / pairs);
      }
    }
  }
  return measured(lists);
}

function offerBlock({ values, n, d }: Matrix, lists: NearestLists, a: number, b: number): void {
  const { k, distances } = lists;
  const endA = Math.min(n, a + BLOCK);
  for (let i = a; i < endA; i++) {
    const endB = Math.min(i, b + BLOCK);
    const last = i * k + k - 1;
    for (let j = b; j < endB; j++) {
      const limit = Math.max(distances[last] as number, distances[j * k + k - 1] as number);
      const square = squareUpTo(values, i * d, j * d, d, limit);
      if (square > limit) continue;
      offer(lists, i, j, square);
      offer(lists, j, i, square);
    }
  }
}

/** The squared distance, or any number above `limit` if it is above. */
function squareUpTo(values: Float64Array, i: number, j: number, d: number, limit: number): number {
  let sum = 0;
  for (let f = 0; f < d;) {
    for (const end = Math.min(d, f + STRIDE); f < end; f++) {
      const difference = (values[i + f] as number) - (values[j + f] as number);
      sum += difference * difference;
    }
    if (sum > limit) return sum;
  }
  return sum;
}
