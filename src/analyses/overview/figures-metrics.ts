import { distribution } from "../../charts/distribution";
import type { Figure, ValueFormat } from "../../charts/figure";
import { format } from "../../charts/format";
import { unitStep } from "../../charts/unit-scale";
import { countOf } from "./phrases";
import type { CustomerList, Dispersion, MetricHistogram, MetricSpread } from "./result";

/** One histogram with its box plot per metric. */
export function histogramFigures(list: readonly MetricHistogram[]): readonly Figure[] {
  return list.map(histogramFigure);
}

function histogramFigure(item: MetricHistogram): Figure {
  const { spread, edges, counts } = item;
  const { metric } = spread;
  const what = `${metric.label} per customer`;
  return {
    id: `histogram-${metric.column}`,
    title: headline(spread),
    subtitle: `${what}, ${countOf(spread.n, "customer")}${item.openEnded ? "; the last bar holds all above the 99th percentile" : ""}`,
    chart: distribution({
      edges,
      groups: [{ label: "Customers", counts }],
      format: metric.unit,
      axis: what,
      counted: "customers",
      median: spread.median,
      whole: item.whole,
      openEnded: item.openEnded,
      box: {
        label: metric.label,
        low: whisker(spread, -1),
        q1: spread.q25,
        median: spread.median,
        q3: spread.q75,
        high: whisker(spread, 1),
        mean: spread.mean,
        n: spread.n,
      },
      description: `Histogram of ${what.toLowerCase()} with median ${format(spread.median, metric.unit)} and mean ${format(spread.mean, metric.unit)}.`,
    }),
    table: {
      columns: [
        { label: "From", format: metric.unit },
        { label: item.whole ? "To before" : "To", format: metric.unit },
        { label: "Customers", format: "count" },
      ],
      values: [edges.slice(0, -1), item.openEnded ? [...edges.slice(1, -1), spread.max] : edges.slice(1), counts],
    },
    explain: {
      text: `Customers with a value of ${metric.label.toLowerCase()}, in equal steps from the least to the 99th percentile. The strip above is a box plot: the box holds the middle half, the whiskers reach 1.5 box lengths or the last value, the diamond is the mean.`,
      sql: item.sql,
      parameters: { bars: counts.length, "99th percentile": format(spread.p99, metric.unit, "full") },
    },
    span: 4,
    ...(spread.missing > 0
      ? { caution: `${countOf(spread.missing, "customer")} have no value and are left out.` }
      : {}),
  };
}

function headline({ metric, min, median, p90 }: MetricSpread): string {
  const show = (value: number): string => format(value, metric.unit);
  if (median === p90) return `${metric.label}: ${show(median)} for most customers`;
  return `${metric.label}: half have ${show(median)}${median === min ? "" : " or less"}, a tenth ${show(p90)} or more`;
}

/** The whisker's end by Tukey's rule, held inside the data. */
function whisker({ q25, q75, min, max }: MetricSpread, side: 1 | -1): number {
  const reach = 1.5 * (q75 - q25);
  return side === 1 ? Math.min(max, q75 + reach) : Math.max(min, q25 - reach);
}

/** Every metric's spread, as numbers. */
export function dispersionTable({ rows, sql }: Dispersion): Figure {
  const skewed = rows.filter((row) => row.skewness > 1).length;
  // Every measure in the unit that suits its mean: numbers stay numbers, and the row says what they count.
  const units = rows.map((row) => unitStep(row.mean, row.metric.unit));
  const value = (pick: (row: MetricSpread) => number): number[] =>
    rows.map((row, index) => pick(row) / (units[index]?.divisor ?? 1));
  const columns: readonly (readonly [string, (row: MetricSpread) => number])[] = [
    ["Mean", (row) => row.mean],
    ["Median", (row) => row.median],
    ["Standard deviation", (row) => row.sd],
    ["Interquartile range", (row) => row.q75 - row.q25],
    ["Least", (row) => row.min],
    ["Most", (row) => row.max],
  ];
  return {
    id: "dispersion",
    title:
      skewed > 0
        ? `${skewed} of ${rows.length} measures have a long tail of extreme customers`
        : "No measure has a long tail",
    subtitle: "Spread of each measure over customers",
    table: {
      columns: [
        { label: "Measure", format: "text" },
        { label: "Customers", format: "count" },
        { label: "Unit", format: "text" },
        ...columns.map(([label]) => ({ label, format: "number" as const })),
        { label: "Skewness", format: "score" },
      ],
      values: [
        rows.map((row) => row.metric.label),
        rows.map((row) => row.n),
        units.map((unit, index) => unit.symbol || (rows[index]?.metric.label.toLowerCase() ?? "")),
        ...columns.map(([, pick]) => value(pick)),
        rows.map((row) => row.skewness),
      ],
    },
    explain: {
      text: "Over customers with a value. Standard deviation with n − 1; quartiles by linear interpolation between order statistics; skewness is the bias-corrected moment coefficient (0 symmetric, above 1 a long tail). Sums per customer for sessions, duration and bytes; means per customer for network quality.",
      sql,
    },
    span: 12,
  };
}

/** The biggest customers with everything known of them. */
export function customerTable(list: CustomerList, segments: readonly (string | null)[] | null): Figure {
  const shown = list.customers.length;
  return {
    id: "customers",
    title:
      shown < list.all
        ? `The ${format(shown, "count", "full")} customers with the most ${list.by}`
        : `All ${countOf(shown, "customer")}`,
    subtitle: `One line per customer, by ${list.by}; ${countOf(list.all, "customer")} in all`,
    table: {
      columns: [
        { label: "Customer", format: "text" },
        ...(segments === null ? [] : [{ label: "Segment", format: "text" as const }]),
        ...list.columns.map(({ label, unit }) => ({ label, format: unit as ValueFormat })),
      ],
      values: [
        list.customers,
        ...(segments === null ? [] : [segments]),
        ...list.columns.map((column) => column.values),
      ],
    },
    explain: {
      text: "Sums of a customer's sessions, duration and bytes, and means of the sessions that have a value for network quality. Untreated values: no outlier is capped and nothing missing is filled. Every customer is in the export.",
      sql: list.sql,
    },
    span: 12,
  };
}
