import { kmeans, searchable } from "../kmeans";
import { lloyd, type Fit } from "../lloyd";
import { sampledPoints, type Points } from "../points";
import { plusPlus } from "./plus-plus";

/** Searches of which the best k-means is taken. */
const SEARCHES = 3;

/** Rows that a single k-means is seeded on. */
const SEEDING_ROWS = 3000;

/** Passes of a single k-means, and the share below which a further one is not worth it. */
const PASSES = 300;
const TOLERANCE = 1e-4;

/** Where a mixture begins: the best k-means if a seed for its search is given, else a single one, seeded by k-means++. */
export function* mixtureStart(
  points: Points,
  k: number,
  seed: number | null,
  random: () => number,
): Generator<number, Pick<Fit, "centroids" | "labels">, void> {
  if (seed !== null)
    return yield* kmeans(yield* searchable(points), { k, seed, restarts: SEARCHES, tolerance: TOLERANCE });
  const start = plusPlus(sampledPoints(points, SEEDING_ROWS, random), k, random);
  return yield* lloyd(points, start, PASSES, TOLERANCE);
}
