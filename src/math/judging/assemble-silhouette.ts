import type { SilhouetteShard } from "../../workers/lab/judging";
import { silhouetteOf } from "./silhouette-of";

/**
 * The silhouette of each row from all parts that `silhouetteShard` measured, in any order. As in scikit-learn a row alone
 * in its cluster has 0; noise has NaN, and so has every row when there is one cluster only.
 */
export function assembleSilhouette(labels: Int32Array, shards: readonly SilhouetteShard[]): Float64Array {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return new Float64Array(labels.length).map((_, i) => {
    const label = labels[i] as number;
    if (label < 0) return Number.NaN;
    let within = 0;
    let nearest = Infinity;
    for (const shard of shards) {
      within += shard.within[i] as number;
      nearest = Math.min(nearest, shard.nearest[i] as number);
    }
    return silhouetteOf(within, nearest, sizes.get(label) ?? 0);
  });
}
