import type { Matrix } from "../../src/workers/lab/matrix";
import { seededRandom } from "../../src/math/random";

/** `n` rows in `k` round heaps far from each other, row i in heap i % k. */
export function blobs(n: number, d: number, k: number, seed = 1): Matrix {
  const random = seededRandom(seed);
  const centres = Float64Array.from(
    { length: k * d },
    (_, at) => 20 * (at % d === Math.floor(at / d) % d ? 1 : random() / 2),
  );
  const noise = (): number => random() + random() + random() - 1.5;
  const values = Float64Array.from({ length: n * d }, (_, at) => {
    const heap = Math.floor(at / d) % k;
    return (centres[heap * d + (at % d)] as number) + noise();
  });
  return { values, n, d };
}

/** The share of rows whose nearest other row on the map is of the same heap of `blobs`. */
export function purity(coordinates: Float64Array, components: number, k: number): number {
  const n = coordinates.length / components;
  let pure = 0;
  for (let i = 0; i < n; i++) {
    let least = Infinity;
    let nearest = -1;
    for (let j = 0; j < n; j++) {
      let square = 0;
      for (let c = 0; c < components; c++) {
        square += ((coordinates[i * components + c] as number) - (coordinates[j * components + c] as number)) ** 2;
      }
      if (j !== i && square < least) {
        least = square;
        nearest = j;
      }
    }
    if (nearest % k === i % k) pure++;
  }
  return pure / n;
}
