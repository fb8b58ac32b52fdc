import { format } from "../charts/format";
import type { Treatment } from "../workers/contract";
import type { ClusterTable } from "./cluster-table";
import { namedNote } from "./named-note";
import { spoken } from "./readings";
import type { SegmentSummary } from "./segment-summary";

const SMALL_SHARE = 0.01;
const SMALL_COUNT = 30;
/** Scaled units from the centre beyond which a centroid is a matter of outliers, not of a kind of customer. */
const FAR = 5;

/** True for a cluster too small to stand for a kind of customer: under 1 % of the clustered customers or under 30 of them. */
export function isTiny(size: number, clustered: number): boolean {
  return size > 0 && (size < SMALL_COUNT || size / clustered < SMALL_SHARE);
}

/** What a reader must know before trusting these clusters, each as a sentence with its numbers. */
export function clusterCautions(
  summary: SegmentSummary,
  table: ClusterTable,
  names: readonly string[],
  treatment: Treatment,
): readonly string[] {
  const clustered = summary.sizes.reduce((sum, size) => sum + size, 0);
  const perCluster = summary.sizes.flatMap((size, cluster) => {
    if (!isTiny(size, clustered)) return [];
    const label = names[cluster] ?? `Segment ${cluster + 1}`;
    const small = `“${label}” holds only ${format(size, "count")} of ${format(clustered, "count")} customers (${format(size / clustered, "share")})`;
    const far = farthest(summary, cluster);
    if (far === null || Math.abs(far.position) < FAR) return [`${small}.`];
    const metric = table.metrics[far.feature];
    const advice =
      treatment.outliers.method === "keep" ? " Outliers are kept; winsorising them would spread the segments." : "";
    return [
      `${small}: outliers made it. Its mean ${metric === undefined ? "value" : spoken(metric)} lies ${format(Math.abs(far.position), "number")} scaled units from the middle.${advice}`,
    ];
  });
  const stopped = summary.converged
    ? []
    : ["The clustering stopped before it settled; more restarts may find a better one."];
  return [...perCluster, ...stopped, ...summary.notes.map((note) => namedNote(note, table.metrics))];
}

function farthest(summary: SegmentSummary, cluster: number): { feature: number; position: number } | null {
  const centroid = summary.centroids[cluster] ?? [];
  let found: { feature: number; position: number } | null = null;
  centroid.forEach((position, feature) => {
    if (found === null || Math.abs(position) > Math.abs(found.position)) found = { feature, position };
  });
  return found;
}
