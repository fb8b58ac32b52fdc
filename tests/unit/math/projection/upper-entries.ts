import type { NeighbourGraph } from "../../../../src/math/projection/neighbour-graph";

/** Weights of pairs "i j" with i < j and i < `rows`. */
export function upperEntries({ offsets, targets, weights }: NeighbourGraph, rows: number): Map<string, number> {
  const entries = new Map<string, number>();
  for (let i = 0; i < rows; i++) {
    for (let at = offsets[i] as number; at < (offsets[i + 1] as number); at++) {
      const j = targets[at] as number;
      if (j > i) entries.set(`${i} ${j}`, weights[at] as number);
    }
  }
  return entries;
}
