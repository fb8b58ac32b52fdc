import type { Merges } from "../../workers/lab/hierarchy";
import { orderBySize } from "../partition/order-by-size";

/**
 * Cluster of each of `n` leaves when the last k - 1 merges are undone: 0 is the largest, ties by the first leaf. Needs
 * 1 <= k <= n.
 */
export function cutTree({ pairs }: Merges, n: number, k: number): Int32Array {
  const tops = new Int32Array(2 * n - k).fill(-1);
  for (let merge = n - k - 1; merge >= 0; merge--) {
    const node = n + merge;
    const top = tops[node] === -1 ? node : (tops[node] as number);
    tops[pairs[2 * merge] as number] = top;
    tops[pairs[2 * merge + 1] as number] = top;
  }
  return orderBySize(tops.subarray(0, n).map((top, leaf) => (top === -1 ? leaf : top))).labels;
}

/** Cluster of each of `n` leaves when every merge above `height` is undone, numbered like those of `cutTree`. */
export function cutTreeAt(merges: Merges, n: number, height: number): Int32Array {
  const undone = merges.heights.filter((merge) => merge > height).length;
  return cutTree(merges, n, undone + 1);
}
