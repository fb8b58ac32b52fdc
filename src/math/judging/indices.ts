import type { IndicesInput, IndicesOutput } from "../../workers/lab/judging";
import { InputError } from "../input-error";
import { within } from "../progress";
import { assembleSilhouette } from "./assemble-silhouette";
import { partitionIndices, type PartitionIndices } from "./partition-indices";
import { silhouetteSample } from "./silhouette-sample";
import { silhouetteShard } from "./silhouette-shard";
import { silhouetteSummary } from "./silhouette-summary";

/**
 * Silhouette, Calinski-Harabasz, Davies-Bouldin and within-cluster sum of squares of a clustering, over the rows that
 * belong to a cluster, and the silhouette of every cluster. Where nothing can be measured (one cluster, every row alone, all
 * noise) the index is NaN and `notes` says why. InputError without rows, or with labels of other rows.
 */
export function* indices(input: IndicesInput): Generator<number, IndicesOutput, void> {
  const { matrix, labels } = input;
  if (matrix.n === 0) throw new InputError("There are no rows to judge.");
  if (labels.length !== matrix.n)
    throw new InputError("The clusters are of other rows than the table has: cluster again.");
  const partition = yield* within(partitionIndices(matrix, labels), 0, 0.2);
  const clustered = partition.sizes.reduce((sum, size) => sum + size, 0);
  const k = partition.sizes.filter((size) => size > 0).length;
  const judged = k > 1 && k < clustered;
  const silhouettes = judged
    ? yield* within(measured(input, clustered), 0.2, 1)
    : new Float64Array(matrix.n).fill(Number.NaN);
  const { mean, margin, measured: rows, clusters } = silhouetteSummary(labels, silhouettes, partition.sizes);
  return {
    rows: matrix.n,
    noise: matrix.n - clustered,
    k,
    ...namedIndices(partition),
    silhouette: mean,
    silhouetteMargin: margin,
    silhouetteRows: rows,
    silhouettes,
    clusters: clusters.map((cluster, label) => ({
      size: partition.sizes[label] as number,
      inertia: partition.inertias[label] as number,
      ...cluster,
    })),
    notes: judged ? [] : [reason(k)],
  };
}

function* measured(
  { matrix, labels, silhouetteRows, seed, shards }: IndicesInput,
  clustered: number,
): Generator<number, Float64Array, void> {
  if (shards) return assembleSilhouette(labels, shards);
  if (clustered > silhouetteRows) return yield* silhouetteSample(matrix, labels, silhouetteRows, seed);
  return assembleSilhouette(labels, [yield* silhouetteShard({ matrix, labels, part: 0, parts: 1 })]);
}

function namedIndices({
  inertia,
  calinskiHarabasz,
  daviesBouldin,
  simplifiedSilhouette,
}: PartitionIndices): Pick<IndicesOutput, "inertia" | "calinskiHarabasz" | "daviesBouldin" | "simplifiedSilhouette"> {
  return { inertia, calinskiHarabasz, daviesBouldin, simplifiedSilhouette };
}

function reason(k: number): string {
  if (k === 0) return "Every row is noise, so there is no cluster to judge.";
  if (k === 1) return "There is one cluster only, so nothing says how far clusters stand apart.";
  return "Every row is a cluster of its own, so nothing says how close a cluster's rows are.";
}
