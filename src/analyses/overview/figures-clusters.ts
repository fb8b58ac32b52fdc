import { bars } from "../../charts/bars";
import { ordered } from "../../charts/colours";
import type { Chart, DataTable, Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { countOf } from "./phrases";
import type { ClusterCounts } from "./result";

/** Customers by engagement and experience: a matrix where both are known, bars where one is. */
export function clusterFigure(clusters: ClusterCounts): Figure {
  const all = clusters.counts.flat().reduce((sum, count) => sum + count, 0);
  const both = clusters.engagement.length > 0 && clusters.experience.length > 0;
  const most = largest(clusters);
  return {
    id: "clusters",
    title: `${format(most.count / all, "share")} of customers are in the segment “${most.name}”`,
    subtitle: `${countOf(all, "customer")} by ${both ? "engagement (down) and experience (across)" : clusters.engagement.length > 0 ? "engagement" : "experience"}`,
    chart: both ? matrix(clusters, all) : column(clusters),
    table: table(clusters, all),
    explain: {
      text: "Customers by the segments that the engagement and experience pages found, with their settings and the same filters. Segments are ordered by meaning, lowest and worst first. Shares are of the customers in a segment.",
      sql: clusters.sql,
    },
    span: 12,
    ...(clusters.ungrouped > 0
      ? { caution: `${countOf(clusters.ungrouped, "customer")} are in no segment and are left out.` }
      : {}),
  };
}

function largest({ engagement, experience, counts }: ClusterCounts): { name: string; count: number } {
  let best = { name: "", count: -1 };
  counts.forEach((line, row) =>
    line.forEach((count, at) => {
      const name = [engagement[row], experience[at]].filter((part) => part !== undefined).join(", ");
      if (count > best.count) best = { name, count };
    }),
  );
  return best;
}

function matrix({ engagement, experience, counts }: ClusterCounts, all: number): Chart {
  return heatmap({
    rows: engagement,
    columns: experience,
    values: counts.map((line) => line.map((count) => count / all)),
    scale: "intensity",
    print: (share) => format(share, "share"),
    hover: (row, at) =>
      `${engagement[row] ?? ""}, ${experience[at] ?? ""}: ${countOf(counts[row]?.[at] ?? 0, "customer")}, ${format((counts[row]?.[at] ?? 0) / all, "share")}`,
    description: `Matrix of customers: ${engagement.join(", ")} by ${experience.join(", ")}.`,
  });
}

function column({ engagement, experience, counts }: ClusterCounts): Chart {
  const names = engagement.length > 0 ? engagement : experience;
  const values = counts.flat();
  return bars({
    labels: names,
    values,
    format: "count",
    axis: "Customers",
    colours: names.map((_, index) => ordered(index, names.length)),
    description: `Customers per segment: ${names.map((name, index) => `${name} ${format(values[index], "count")}`).join(", ")}.`,
  });
}

function table({ engagement, experience, counts }: ClusterCounts, all: number): DataTable {
  const cells = counts.flatMap((line, row) => line.map((count, at) => ({ row, at, count })));
  return {
    columns: [
      ...(engagement.length > 0 ? [{ label: "Engagement", format: "text" as const }] : []),
      ...(experience.length > 0 ? [{ label: "Experience", format: "text" as const }] : []),
      { label: "Customers", format: "count" },
      { label: "Share", format: "share" },
    ],
    values: [
      ...(engagement.length > 0 ? [cells.map((cell) => engagement[cell.row] ?? null)] : []),
      ...(experience.length > 0 ? [cells.map((cell) => experience[cell.at] ?? null)] : []),
      cells.map((cell) => cell.count),
      cells.map((cell) => cell.count / all),
    ],
  };
}
