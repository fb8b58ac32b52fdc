/**
 * A row's silhouette from the sum of its distances within its cluster of `size` rows and the least mean distance to another
 * cluster, Infinity (then NaN) when there is no other. 0 for a row alone, or where all distances are 0.
 */
export function silhouetteOf(within: number, nearest: number, size: number): number {
  if (nearest === Infinity) return Number.NaN;
  if (size < 2) return 0;
  const own = within / (size - 1);
  const most = Math.max(own, nearest);
  return most > 0 ? (nearest - own) / most : 0;
}
