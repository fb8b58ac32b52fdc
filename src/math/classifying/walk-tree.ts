import type { BoostedTree } from "../../workers/lab/classifying";
import { leftTable } from "./boosted-nodes";

/** A tree in typed arrays. */
export interface WalkableTree {
  readonly feature: Int32Array;
  /** `node * 256 + bin`: 1 where the bin goes left. */
  readonly goesLeft: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly value: Float64Array;
}

/** Lays a tree out for walking. */
export function walkable(tree: BoostedTree): WalkableTree {
  const goesLeft = new Uint8Array(tree.feature.length * 256);
  tree.feature.forEach((feature, node) => {
    if (feature < 0) return;
    const split = { bin: tree.bin[node] ?? -1, leftBins: tree.leftBins[node] ?? null };
    goesLeft.set(leftTable(split, tree.missingLeft[node] === 1), node * 256);
  });
  return {
    feature: Int32Array.from(tree.feature),
    goesLeft,
    left: Int32Array.from(tree.left),
    right: Int32Array.from(tree.right),
    value: Float64Array.from(tree.value),
  };
}

/** Adds a tree's answers to the log-odds of rows `from … to - 1`. */
export function addAnswers(
  { feature, goesLeft, left, right, value }: WalkableTree,
  columns: readonly Uint8Array[],
  logOdds: Float64Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    let node = 0;
    for (let asked = feature[0] as number; asked >= 0; asked = feature[node] as number) {
      const bin = (columns[asked] as Uint8Array)[row] as number;
      node = (goesLeft[node * 256 + bin] === 1 ? left[node] : right[node]) as number;
    }
    logOdds[row] = (logOdds[row] as number) + (value[node] as number);
  }
}
