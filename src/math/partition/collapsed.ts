import { SMALLEST_VARIANCE } from "./mixture-moments";
import { turns, type Components } from "./mixture-components";

/**
 * How many components have hardly more spread than the smallest variance in more directions than there are features
 * with one value: they sit on rows that coincide, or on features that repeat each other.
 */
export function collapsed({ covariance, k, d, whitening }: Components, constants: number): number {
  const least = 1 / Math.sqrt(2 * SMALLEST_VARIANCE);
  const size = whitening.length / k;
  const step = turns(covariance) ? d + 1 : 1;
  let count = 0;
  for (let j = 0; j < k; j++) {
    let flat = 0;
    for (let at = 0; at < size; at += step) if ((whitening[j * size + at] as number) > least) flat++;
    if (flat > constants) count++;
  }
  return count;
}
