import { boxes } from "../../charts/boxes";
import type { DataTable, Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { spoken } from "../../segmentation/readings";
import type { HandsetComparison, HandsetStats } from "./handsets";
import type { ExperienceResult } from "./result";

/** The spread of one metric per handset type, with types that cannot be told apart sharing a place. */
export function handsetFigure(comparison: HandsetComparison, result: ExperienceResult): Figure {
  const { metric, handsets } = comparison;
  const few = handsets.filter((one) => Number.isNaN(one.place)).length;
  const unknown = result.handsetUnknown;
  return {
    id: `experience-handset-${metric.column}`,
    title: handsetTitle(comparison),
    subtitle:
      `${metric.label} of the customers of the ${handsets.length} most common of ${format(result.handsetTypes, "count")} handset types; ` +
      `boxes hold the middle half, whiskers reach the 5 % and 95 % points, diamonds are means with 95 % intervals` +
      (unknown > 0 ? `; ${format(unknown, "count")} customers have no known handset` : ""),
    chart: boxes({
      boxes: handsets.map((one) => ({
        label: one.handset,
        low: one.low,
        q1: one.q1,
        median: one.median,
        q3: one.q3,
        high: one.high,
        mean: one.mean,
        n: one.n,
        colour: "var(--data-1)",
        ...(Number.isNaN(one.place) ? {} : { interval: one.interval }),
      })),
      format: metric.unit,
      axis: `${metric.label} per customer`,
      counted: "customers",
      description: handsets
        .map((one) => `${one.handset}: median ${format(one.median, metric.unit)}, ${format(one.n, "count")} customers`)
        .join("; "),
    }),
    table: handsetTable(comparison),
    explain: {
      text:
        "Each customer counts once, with the mean of the own sessions. The interval of a mean is ± 1.96 standard errors. A type's place is 1 + the number of types " +
        "whose interval lies wholly on the better side, so types with overlapping intervals share a place. Types with fewer than 30 customers have no interval and no place.",
      sql: comparison.sql,
    },
    span: 12,
    ...(few > 0 ? { caution: `${few} handset types have fewer than 30 customers, so they get no place.` } : {}),
  };
}

function handsetTable({ metric, handsets }: HandsetComparison): DataTable {
  return {
    columns: [
      { label: "Place", format: "count" },
      { label: "Handset type", format: "text" },
      { label: "Customers", format: "count" },
      { label: "Mean", format: metric.unit },
      { label: "95 % interval, from", format: metric.unit },
      { label: "95 % interval, to", format: metric.unit },
      { label: "5 %", format: metric.unit },
      { label: "25 %", format: metric.unit },
      { label: "Median", format: metric.unit },
      { label: "75 %", format: metric.unit },
      { label: "95 %", format: metric.unit },
    ],
    values: [
      column(handsets, (one) => one.place),
      handsets.map((one) => one.handset),
      column(handsets, (one) => one.n),
      column(handsets, (one) => one.mean),
      column(handsets, (one) => one.interval[0]),
      column(handsets, (one) => one.interval[1]),
      column(handsets, (one) => one.low),
      column(handsets, (one) => one.q1),
      column(handsets, (one) => one.median),
      column(handsets, (one) => one.q3),
      column(handsets, (one) => one.high),
    ],
  };
}

function handsetTitle({ metric, handsets }: HandsetComparison): string {
  const best = metric.polarity === 1 ? "highest" : "lowest";
  const first = handsets.filter((one) => one.place === 1);
  const [leader] = first;
  const what = spoken(metric);
  if (leader === undefined) return `No handset type has enough customers to compare ${what}`;
  if (first.length === 1) return `${leader.handset} has the ${best} mean ${what}: ${format(leader.mean, metric.unit)}`;
  return `${first.length} handset types share the ${best} mean ${what}; they cannot be told apart`;
}

function column(list: readonly HandsetStats[], pick: (one: HandsetStats) => number): Float64Array {
  return Float64Array.from(list, pick);
}
