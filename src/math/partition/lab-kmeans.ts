import type { LabKmeansInput, LabKmeansOutput } from "../../workers/lab/partition";
import { kmeans, searchable } from "../kmeans";
import { within } from "../progress";
import { admitted } from "./admitted";
import { orderBySize } from "./order-by-size";
import { placesOf } from "./places";

/**
 * k-means over every row until no label changes, the best of `restarts` seeded searches (see `kmeans`). Inertia is in the
 * matrix's squared units. With fewer different rows than k there are that many clusters and `notes` says so. InputError
 * when nothing can be grouped.
 */
export function* labKmeans({
  matrix,
  k: wanted,
  seed,
  restarts,
}: LabKmeansInput): Generator<number, LabKmeansOutput, void> {
  const { points, k, notes } = admitted(matrix, wanted);
  yield 0;
  const data = yield* within(searchable(points), 0, 0.2);
  const fit = yield* within(kmeans(data, { k, seed, restarts }), 0.2, 1);
  const ordered = orderBySize(fit.labels);
  return {
    labels: ordered.labels,
    k: ordered.k,
    centroids: placesOf(fit.centroids, points.d, ordered.order),
    inertia: fit.inertia,
    iterations: fit.iterations,
    converged: fit.converged,
    restarts,
    seed,
    notes,
  };
}
