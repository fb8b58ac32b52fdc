import { within } from "../progress";
import { bestSplits, type Level } from "./best-splits";
import { addLeaf, childFor, noNodes, splitLeaf, type TreeNodes } from "./tree-nodes";
import type { TreeRows } from "./tree-rows";

/**
 * Grows a tree level by level until a node is pure, cannot be split, or `depth` questions have been asked. Like
 * scikit-learn's, a split need not lower the impurity to be made: the gain may come below it.
 */
export function* growTree(data: TreeRows, depth: number, minLeaf: number): Generator<number, TreeNodes, void> {
  const nodes = noNodes();
  const nodeOf = new Int32Array(data.labels.length).fill(addLeaf(nodes));
  let open = [0];
  for (let asked = 0; asked < depth && open.length > 0; asked++) {
    const level = levelOf(data, nodeOf, open, minLeaf);
    const splits = yield* within(bestSplits(data, level, minLeaf), asked / depth, (asked + 1) / depth);
    const first = nodes.feature.length;
    splits.forEach((split, slot) => {
      if (split) splitLeaf(nodes, open[slot] as number, split);
    });
    descend(data, nodes, nodeOf);
    yield (asked + 1) / depth;
    open = Array.from({ length: nodes.feature.length - first }, (_, child) => first + child);
  }
  return nodes;
}

/** The nodes still open, with those settled that are pure or too small to split. */
function levelOf({ labels, k }: TreeRows, nodeOf: Int32Array, open: readonly number[], minLeaf: number): Level {
  const first = open[0] as number;
  const counts = new Float64Array(open.length * k);
  const slotOf = nodeOf.map((node) => (node >= first ? node - first : -1));
  slotOf.forEach((slot, row) => {
    const at = slot * k + (labels[row] as number);
    if (slot >= 0) counts[at] = (counts[at] as number) + 1;
  });
  const settled = open.map((_, slot) => {
    const own = counts.subarray(slot * k, (slot + 1) * k);
    const rows = own.reduce((sum, count) => sum + count, 0);
    return rows < 2 * minLeaf || own.some((count) => count === rows);
  });
  return { slotOf: slotOf.map((slot) => (settled[slot] === true ? -1 : slot)), counts, size: open.length };
}

/** Moves every row whose node asks a question on to its child. */
function descend({ values }: TreeRows, nodes: TreeNodes, nodeOf: Int32Array): void {
  for (let row = 0; row < nodeOf.length; row++) {
    const node = nodeOf[row] as number;
    const feature = nodes.feature[node] as number;
    if (feature >= 0) nodeOf[row] = childFor(nodes, node, (values[feature] as Float64Array)[row] as number);
  }
}
