import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { explainClusters } from "../../segmentation/explain-study";
import { spoken } from "../../segmentation/readings";
import type { ExperienceResult, MetricValues, ValueList } from "./result";

/** Highest, lowest and most frequent values of one metric; the drawing shows the most frequent. */
export function valuesFigure(found: MetricValues): Figure {
  const { metric, known, customers, highest, lowest, frequent } = found;
  const lists: readonly (readonly [string, ValueList])[] = [
    ["Highest", highest],
    ["Lowest", lowest],
    ["Most frequent", frequent],
  ];
  const lines = lists.flatMap(([kind, list]) => list.values.map((value, index) => ({ kind, list, value, index })));
  const share = (frequent.customers[0] ?? NaN) / known;
  const suspicious = isSuspicious(share, frequent.values[0]);
  return {
    id: `experience-values-${metric.column}`,
    title: `${metric.label} ranges from ${format(lowest.values[0], metric.unit)} to ${format(highest.values[0], metric.unit)}`,
    subtitle: `Most frequent values; ${format(known, "count")} of ${format(customers, "count")} customers have one`,
    chart: bars({
      labels: frequent.values.map((value) => format(value, metric.unit, "full")),
      values: frequent.customers,
      format: "count",
      axis: "Customers",
      notes: frequent.customers.map((count) => format(count / known, "share")),
      description: `The most frequent ${metric.label}: ${format(frequent.values[0], metric.unit)}, of ${format(frequent.customers[0], "count")} customers.`,
    }),
    table: {
      columns: [
        { label: "List", format: "text" },
        { label: metric.label, format: metric.unit },
        { label: "Customers with it", format: "count" },
        { label: "Customer", format: "text" },
      ],
      values: [
        lines.map(({ kind }) => kind),
        Float64Array.from(lines, ({ value }) => value),
        Float64Array.from(lines, ({ list, index }) => list.customers[index] ?? NaN),
        lines.map(({ list, index }) => list.names[index] ?? null),
      ],
    },
    explain: {
      text: "Distinct values of the customers' own means (untreated), each with the number of customers that have it, so customers with equal values share a line.",
      sql: found.sql,
    },
    span: 4,
    ...(suspicious ? { caution: filledSentence(found) } : {}),
  };
}

/** A fractional value that many customers share was hardly measured that often. */
export function isSuspicious(share: number, value: number | undefined): boolean {
  return share >= 0.05 && value !== undefined && !Number.isInteger(value * 2);
}

/** What a value that too many customers share most likely is. */
export function filledSentence({ metric, frequent, known }: MetricValues): string {
  const [value, count] = [frequent.values[0] ?? NaN, frequent.customers[0] ?? NaN];
  return `${format(count, "count")} customers (${format(count / known, "share")}) have exactly the same ${spoken(metric)}, ${format(value, metric.unit, "full")}: most likely a missing value that was filled with a mean before this file was made.`;
}

/** Single customers with the worst experience. */
export function worstFigure({ worst, study }: ExperienceResult): Figure {
  return {
    id: "experience-worst",
    title: `The ${worst.customers.length} customers with the worst experience`,
    subtitle: "Mean of each metric over the customer's sessions, untreated; all customers are in the export",
    table: {
      columns: [
        { label: "Customer", format: "text" },
        { label: "Handset type", format: "text" },
        ...worst.metrics.map((metric) => ({ label: metric.label, format: metric.unit })),
        { label: "Segment", format: "text" },
        { label: "Experience score", format: "score" },
      ],
      values: [
        worst.customers,
        worst.handsets,
        ...worst.values,
        Array.from(worst.clusters, (cluster) => study.names[cluster] ?? null),
        worst.scores,
      ],
    },
    explain: {
      ...explainClusters(study),
      text: "Ordered by the sum of the customer's scaled metrics, those for which less is better counted negatively; the worst come first.",
      sql: worst.sql,
    },
    span: 12,
  };
}
