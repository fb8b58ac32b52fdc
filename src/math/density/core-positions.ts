import type { KdTree } from "../neighbours/kd-tree";
import { countWithin } from "../neighbours/radius-query";

/** Positions between two looks at the clock. */
const POSITIONS_PER_STEP = 512;

/** Which positions of the tree have `minSamples` rows within `eps`, themselves counted: 1 or 0 each. */
export function* corePositions(tree: KdTree, eps: number, minSamples: number): Generator<number, Uint8Array, void> {
  const core = new Uint8Array(tree.n);
  for (let p = 0; p < tree.n; p++) {
    if (countWithin(tree, tree.places, p * tree.d, eps, minSamples) >= minSamples) core[p] = 1;
    if (p % POSITIONS_PER_STEP === 0) yield p / tree.n;
  }
  return core;
}
