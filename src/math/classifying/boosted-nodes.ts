import type { BoostedTree } from "../../workers/lab/classifying";
import type { BinSplit } from "./best-bin";
import { MISSING } from "./binned";

/** A tree that grows. */
export type BoostedNodes = { readonly [Part in keyof BoostedTree]: BoostedTree[Part][number][] };

/** A tree of no node. */
export function noBoostedNodes(): BoostedNodes {
  return { feature: [], bin: [], leftBins: [], missingLeft: [], left: [], right: [], value: [], cover: [] };
}

/** Adds a leaf with this answer; answers its number. */
export function addBoostedLeaf(nodes: BoostedNodes, value: number, cover: number): number {
  nodes.bin.push(-1);
  nodes.leftBins.push(null);
  nodes.missingLeft.push(0);
  nodes.left.push(-1);
  nodes.right.push(-1);
  nodes.value.push(value);
  nodes.cover.push(cover);
  return nodes.feature.push(-1) - 1;
}

/** Makes a leaf ask a question whose two answers are given. `missingLeft` is where missing values go. */
export function askBoosted(
  nodes: BoostedNodes,
  node: number,
  { feature, bin, leftBins }: BinSplit,
  missingLeft: boolean,
  children: readonly [left: number, right: number],
): void {
  nodes.feature[node] = feature;
  nodes.bin[node] = bin;
  nodes.leftBins[node] = leftBins === null ? null : [...leftBins].sort((a, b) => a - b);
  nodes.missingLeft[node] = missingLeft ? 1 : 0;
  [nodes.left[node], nodes.right[node]] = children;
  nodes.value[node] = 0;
}

/** For each of the 256 bins whether it goes left. */
export function leftTable(split: Pick<BinSplit, "bin" | "leftBins">, missingLeft: boolean): Uint8Array {
  const table = new Uint8Array(256);
  if (split.leftBins) for (const bin of split.leftBins) table[bin] = 1;
  else table.fill(1, 0, split.bin + 1);
  table[MISSING] = missingLeft ? 1 : 0;
  return table;
}
