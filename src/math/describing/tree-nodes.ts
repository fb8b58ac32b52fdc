import type { Split } from "./best-splits";

/** A binary tree that grows: node 0 is the root, a child comes after its parent, -1 stands for none. */
export interface TreeNodes {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly missingLeft: (0 | 1)[];
}

/** A tree of no node. */
export function noNodes(): TreeNodes {
  return { feature: [], threshold: [], left: [], right: [], missingLeft: [] };
}

/** Adds a leaf; answers its number. */
export function addLeaf(nodes: TreeNodes): number {
  nodes.threshold.push(Number.NaN);
  nodes.left.push(-1);
  nodes.right.push(-1);
  nodes.missingLeft.push(0);
  return nodes.feature.push(-1) - 1;
}

/** Makes a leaf ask a question, with two new leaves below it. */
export function splitLeaf(nodes: TreeNodes, node: number, { feature, threshold, missingLeft }: Split): void {
  nodes.feature[node] = feature;
  nodes.threshold[node] = threshold;
  nodes.missingLeft[node] = missingLeft ? 1 : 0;
  nodes.left[node] = addLeaf(nodes);
  nodes.right[node] = addLeaf(nodes);
}

/** The child a value goes to; an infinite value counts as missing. */
export function childFor(
  tree: { readonly [Part in keyof TreeNodes]: ArrayLike<number> },
  node: number,
  value: number,
): number {
  const goesLeft = Number.isFinite(value) ? value <= (tree.threshold[node] as number) : tree.missingLeft[node] === 1;
  return (goesLeft ? tree.left[node] : tree.right[node]) as number;
}
