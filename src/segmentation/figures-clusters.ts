import { bars } from "../charts/bars";
import { ordered } from "../charts/colours";
import type { DataTable, Figure, TableColumn, TableValues } from "../charts/figure";
import { format } from "../charts/format";
import { heatmap } from "../charts/heatmap";
import { isTiny } from "./cautions";
import type { ClusterStats } from "./cluster-table";
import { explainClusters, outlierWords, scalingWords } from "./explain-study";
import { comparison, meanFormat, spoken } from "./readings";
import type { Study } from "./study";

/** Metrics whose sum over customers means something; a sum of mean round-trip times does not. */
const ADDITIVE = new Set(["sessions", "duration_s", "download_bytes", "upload_bytes", "traffic_bytes"]);

/** How many customers each group has. */
export function sizesFigure(study: Study): Figure {
  const { sizes } = study.table;
  const clustered = sum(sizes);
  const largest = sizes.indexOf(Math.max(...sizes));
  const tiny = sizes.some((size) => isTiny(size, clustered));
  const title = `${share(sizes[largest] ?? 0, clustered)} of customers are in “${study.names[largest] ?? ""}”`;
  return {
    id: `${study.plan.id}-sizes`,
    title,
    subtitle: `${format(clustered, "count")} customers in ${sizes.length} segments`,
    chart: bars({
      labels: study.names,
      values: sizes,
      format: "count",
      axis: "Customers",
      colours: sizes.map((_, cluster) => ordered(cluster, sizes.length)),
      notes: sizes.map((size) => share(size, clustered)),
      description: study.names
        .map((label, cluster) => `${label}: ${format(sizes[cluster], "count")} customers`)
        .join("; "),
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "Customers", format: "count" },
        { label: "Share", format: "share" },
      ],
      values: [study.names, Float64Array.from(sizes), Float64Array.from(sizes, (size) => size / clustered)],
    },
    explain: explainClusters(study),
    span: 4,
    ...(tiny ? { caution: study.cautions[0] ?? "A segment is very small." } : {}),
  };
}

/** What each group is: its means against the overall mean in the drawing, min, mean, max and total in the table. */
export function clustersFigure(study: Study): Figure {
  const { table, names } = study;
  return {
    id: `${study.plan.id}-clusters`,
    title: clustersTitle(study),
    subtitle:
      `Mean of the untreated values as a multiple of the mean of all ${format(sum(table.sizes), "count")} customers in segments; ` +
      `segmentation: ${scalingWords(study.treatment)}; outliers ${outlierWords(study.treatment)}`,
    chart: heatmap({
      rows: names,
      columns: table.metrics.map((metric) => metric.label),
      values: table.stats.map((cluster) => cluster.map((stats, metric) => doublings(stats, table.overall[metric]))),
      scale: "diverging",
      print: (value) => `${format(2 ** value, "number")}×`,
      hover: (row, column) => cellSentence(study, row, column),
      description: study.readings.join(" "),
    }),
    table: clusterDataTable(study),
    explain: explainClusters(study),
    span: 8,
  };
}

/** The group and metric that lie farthest from the middle, by the scaled centre, said with the untreated mean. */
function clustersTitle({ table, names, segment }: Study): string {
  const places = segment.centroids.flatMap((centroid, cluster) =>
    centroid.map((position, index) => ({ cluster, index, away: Math.abs(position) })),
  );
  const [farthest] = places.toSorted((a, b) => b.away - a.away);
  if (segment.k < 2 || farthest === undefined) return "All customers form one segment";
  const { cluster, index } = farthest;
  const metric = table.metrics[index];
  const mean = table.stats[cluster]?.[index]?.mean ?? NaN;
  if (metric === undefined) return "Segments of customers";
  const against = comparison(mean, table.overall[index]?.mean ?? NaN);
  return `“${names[cluster] ?? ""}” stands out by its mean ${spoken(metric)}: ${format(mean, meanFormat(metric.unit))}${against === "" ? "" : `, ${against}`}`;
}

/** Ratio to the overall mean on a scale where half and double are equally far from the middle. */
function doublings(stats: ClusterStats, overall: ClusterStats | undefined): number {
  const ratio = stats.mean / (overall?.mean ?? NaN);
  return Number.isFinite(ratio) && ratio >= 0 ? Math.max(-6, Math.log2(ratio)) : NaN;
}

function cellSentence(study: Study, row: number, column: number): string {
  const metric = study.table.metrics[column];
  const stats = study.table.stats[row]?.[column];
  if (metric === undefined || stats === undefined) return "";
  const show = (value: number): string => format(value, meanFormat(metric.unit));
  return `${study.names[row] ?? ""}: mean ${metric.label} ${show(stats.mean)} (from ${show(stats.min)} to ${show(stats.max)})`;
}

function clusterDataTable(study: Study): DataTable {
  const { table, names } = study;
  const clustered = sum(table.sizes);
  const columns: TableColumn[] = [
    { label: "Segment", format: "text" },
    { label: "Customers", format: "count" },
    { label: "Share", format: "share" },
  ];
  const values: TableValues[] = [
    names,
    Float64Array.from(table.sizes),
    Float64Array.from(table.sizes, (size) => size / clustered),
  ];
  table.metrics.forEach((metric, index) => {
    const of = (what: keyof ClusterStats): Float64Array =>
      Float64Array.from(table.stats, (cluster) => cluster[index]?.[what] ?? NaN);
    const add = (what: "min" | "mean" | "max" | "total", as: TableColumn["format"]): void => {
      columns.push({ label: `${metric.label}, ${what}`, format: as });
      values.push(of(what));
    };
    add("min", meanFormat(metric.unit));
    add("mean", meanFormat(metric.unit));
    add("max", meanFormat(metric.unit));
    if (ADDITIVE.has(metric.column)) add("total", metric.unit);
  });
  return { columns, values };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function share(part: number, whole: number): string {
  return format(part / whole, "share");
}
