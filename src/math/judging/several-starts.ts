import { lloyd, type Fit } from "../lloyd";
import type { Points } from "../points";
import { within } from "../progress";
import { plusPlus } from "./plus-plus";

/**
 * The k-means of lowest inertia of `starts` (at least one) seeded ones, each from k-means++ and run until no label changes:
 * the plain algorithm, for the many small clusterings of a resampling, where the whole search of `kmeans` would take too
 * long.
 */
export function* severalStarts(
  points: Points,
  k: number,
  starts: number,
  random: () => number,
): Generator<number, Fit, void> {
  let best = yield* within(lloyd(points, plusPlus(points, k, random)), 0, 1 / starts);
  for (let s = 1; s < starts; s++) {
    const fit = yield* within(lloyd(points, plusPlus(points, k, random)), s / starts, (s + 1) / starts);
    if (fit.inertia < best.inertia) best = fit;
  }
  return best;
}
