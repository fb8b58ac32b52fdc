import { lloyd, type Fit } from "../lloyd";
import type { Points } from "../points";
import { within } from "../progress";
import { improveBySwaps } from "../swap";
import { plusPlus } from "./plus-plus";

/** Swaps tried per cluster: with few starts they find what many more starts would. */
const SWAPS_PER_CLUSTER = 2;

/**
 * The k-means of lowest inertia of `starts` (at least one) seeded ones, each from k-means++ and run until no label changes,
 * improved by a few random swaps: for the many small clusterings of a resampling, where the whole search of `kmeans`
 * would take too long.
 */
export function* severalStarts(
  points: Points,
  k: number,
  starts: number,
  random: () => number,
): Generator<number, Fit, void> {
  let best = yield* within(lloyd(points, plusPlus(points, k, random)), 0, 0.5 / starts);
  for (let s = 1; s < starts; s++) {
    const fit = yield* within(lloyd(points, plusPlus(points, k, random)), (0.5 * s) / starts, (0.5 * (s + 1)) / starts);
    if (fit.inertia < best.inertia) best = fit;
  }
  return k > 1 ? yield* within(improveBySwaps(points, best, SWAPS_PER_CLUSTER * k, random), 0.5, 1) : best;
}
