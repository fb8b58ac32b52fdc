import type { AgreementInput, AgreementOutput } from "../../workers/lab/judging";
import { adjustedRandIndex } from "./adjusted-rand-index";

/**
 * The adjusted Rand index of every clustering with every other, over all rows, noise as a cluster of its own: symmetric, 1
 * on the diagonal. InputError when they label different rows.
 */
export function* agreement({ labelings }: AgreementInput): Generator<number, AgreementOutput, void> {
  const size = labelings.length;
  const values = new Float64Array(size * size).fill(1);
  for (const [a, one] of labelings.entries()) {
    for (const [b, other] of labelings.entries()) {
      if (b >= a) break;
      const index = adjustedRandIndex(one, other);
      values[a * size + b] = index;
      values[b * size + a] = index;
      yield (a * a + 2 * b) / (size * size);
    }
  }
  return { size, values };
}
