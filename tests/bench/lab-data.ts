import { seededRandom } from "../../src/math/random";
import type { Matrix } from "../../src/workers/lab/matrix";

/** Rows with the heap that each was drawn from. */
export interface Heaps {
  readonly matrix: Matrix;
  readonly labels: Int32Array;
}

/**
 * `n` rows of `d` numbers in `k` normal heaps of about equal size, whose middles lie anywhere within -10 … 10 of each axis.
 * A `spread` (standard deviation) of 1 leaves most heaps apart; with 5 they run into each other.
 */
export function heaps(n: number, d: number, k: number, spread: number): Heaps {
  const random = seededRandom(7);
  const middles = Float64Array.from({ length: k * d }, () => 20 * random() - 10);
  const labels = Int32Array.from({ length: n }, () => Math.floor(random() * k));
  const values = Float64Array.from({ length: n * d }, (_, at) => {
    const heap = labels[Math.floor(at / d)] as number;
    return (middles[heap * d + (at % d)] as number) + spread * normal(random);
  });
  return { matrix: { values, n, d }, labels };
}

/** Box and Muller's way from two even numbers to a normal one. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
