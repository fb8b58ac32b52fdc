import type { KdTree } from "../neighbours/kd-tree";
import { countWithin } from "../neighbours/radius-query";

/** Coordinates looked at between two looks at the clock, should every search look at all. */
const WORK_PER_STEP = 1 << 22;

/** Which positions of the tree have `minSamples` rows within `eps`, themselves counted: 1 or 0 each. */
export function* corePositions(tree: KdTree, eps: number, minSamples: number): Generator<number, Uint8Array, void> {
  const core = new Uint8Array(tree.n);
  const step = Math.ceil(WORK_PER_STEP / (tree.n * tree.d));
  for (let p = 0; p < tree.n; p++) {
    if (countWithin(tree, tree.places, p * tree.d, eps, minSamples) >= minSamples) core[p] = 1;
    if (p % step === 0) yield p / tree.n;
  }
  return core;
}
