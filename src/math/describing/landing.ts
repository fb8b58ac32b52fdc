import type { MoveInput } from "../../workers/lab/moving";
import { nearestCentroid } from "./nearest-centroid";

/** How far beyond a border a change goes, in scaled units. */
export const BEYOND = 1e-6;

/** How far feature `f` of the row may fall and rise, in scaled units. */
export function room({ row, scales }: MoveInput, f: number): { readonly down: number; readonly up: number } {
  const { centre, scale, low = -Infinity, high = Infinity } = scales[f] as MoveInput["scales"][number];
  const from = row[f] as number;
  return { down: (low - centre) / scale - from, up: (high - centre) / scale - from };
}

/** Whether the row, changed by `by` in scaled units, written down in the features' own units and read again, is nearest to `target`. */
export function lands({ centroids, row, scales }: MoveInput, target: number, by: Float64Array): boolean {
  const moved = row.map((from, f) => {
    const { centre, scale } = scales[f] as MoveInput["scales"][number];
    return by[f] === 0 ? from : (centre + scale * (from + (by[f] as number)) - centre) / scale;
  });
  return nearestCentroid(centroids, moved) === target;
}
