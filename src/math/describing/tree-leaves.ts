import { childFor, type TreeNodes } from "./tree-nodes";

/** Rows sent down between two looks at the clock. */
const STEP = 1 << 16;

/** The leaf of each row. A tree of one node needs no columns. */
export function* treeLeaves(
  tree: { readonly [Part in keyof TreeNodes]: ArrayLike<number> },
  columns: readonly Float64Array[],
  rows: number,
): Generator<number, Int32Array, void> {
  const leaves = new Int32Array(rows);
  for (let from = 0; from < rows; from += STEP) {
    for (let row = from; row < Math.min(rows, from + STEP); row++) {
      let node = 0;
      for (let feature = tree.feature[0] as number; feature >= 0; feature = tree.feature[node] as number) {
        node = childFor(tree, node, (columns[feature] as Float64Array)[row] as number);
      }
      leaves[row] = node;
    }
    yield from / rows;
  }
  return leaves;
}
