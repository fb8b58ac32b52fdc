import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { lines } from "../../charts/lines";
import { counted, WILSON } from "../../behaviour/words";
import { shareBy } from "./happened-by";
import type { JourneysResult } from "./result";
import type { Retention } from "./retention";
import { RETURN_SECTION } from "./sections";
import type { DaysBetween } from "./days-between";
import { lifecycleFigure, stickinessFigure } from "./figures-lifecycle";

/** Cohorts and periods drawn; the table has all. */
const DRAWN = 14;

/** Who comes back. */
export function returnFigures(result: JourneysResult, retention: Retention): readonly Figure[] {
  const { between } = result.visits;
  return [
    ...(retention.cohorts.length > 1 ? [cohortsFigure(retention), curveFigure(retention)] : []),
    ...(between === null || between.n === 0 ? [] : [betweenFigure(between)]),
    ...(retention.lifecycle.length > 1 ? [lifecycleFigure(retention)] : []),
    stickinessFigure(retention),
  ];
}

function cohortsFigure({ cohorts, period, exact, sql }: Retention): Figure {
  const shown = cohorts.slice(-DRAWN);
  const since = Array.from({ length: Math.min(DRAWN, exact.length) }, (_, place) => place);
  const all = exact.map((_, place) => place);
  return {
    id: "journeys-cohorts",
    section: RETURN_SECTION,
    title: `${format(exact[1]?.share, "share")} come back in the ${period} after their first`,
    subtitle: `Customers by the ${period} of their first visit, and the share of them active so many ${period}s later${cohorts.length > DRAWN ? `; the last ${DRAWN} of ${cohorts.length}` : ""}; the last ${period} may be covered in part`,
    chart: heatmap({
      rows: shown.map(({ label, size }) => `${label} (${format(size, "count")})`),
      columns: since.map(String),
      values: shown.map(({ active, size }) => since.map((place) => (active[place] ?? NaN) / size)),
      scale: "intensity",
      print: (value) => format(value, "share"),
      description: `Retention of ${shown.length} cohorts.`,
    }),
    table: {
      columns: [
        { label: `First ${period}`, format: "text" },
        { label: "Customers", format: "count" },
        ...all.map((place) => ({ label: `Active after ${place}`, format: "count" as const })),
      ],
      values: [
        cohorts.map(({ label }) => label),
        Float64Array.from(cohorts, ({ size }) => size),
        ...all.map((place) => Float64Array.from(cohorts, ({ active }) => active[place] ?? NaN)),
      ],
    },
    explain: {
      text: "Exact: active in that very period. First: the first visit in the data, so that customers of earlier times count as new at its beginning.",
      sql,
    },
    span: 12,
  };
}

function curveFigure({ exact, rolling, period }: Retention): Figure {
  const since = Float64Array.from(exact, (_, place) => place);
  const series = [
    { label: "In that very period", rates: exact },
    { label: "In that period or later", rates: rolling },
  ];
  return {
    id: "journeys-retention",
    section: RETURN_SECTION,
    title: `After ${counted(Math.min(3, exact.length - 1), period)}, ${format(exact[Math.min(3, exact.length - 1)]?.share, "share")} of customers are active`,
    subtitle: `All cohorts together, each as long as it could be watched: means by the size of cohorts, with 95 % intervals`,
    chart: lines({
      ...{
        x: since,
        xAxis: `${period}s since the first visit`,
        xFormat: "count" as const,
        yAxis: "Active",
        yFormat: "share" as const,
      },
      series: series.map(({ label, rates }) => ({
        label,
        values: rates.map(({ share }) => share),
        bounds: { low: rates.map(({ low }) => low), high: rates.map(({ high }) => high) },
      })),
      description: "Share of customers active by periods since their first visit.",
    }),
    table: {
      columns: [
        { label: `${period}s since`, format: "count" },
        { label: "Customers watched", format: "count" },
        ...series.flatMap(({ label }) =>
          [label, "low", "high"].map((part) => ({ label: part, format: "share" as const })),
        ),
      ],
      values: [
        since,
        Float64Array.from(exact, ({ of }) => of),
        ...series.flatMap(({ rates }) =>
          (["share", "low", "high"] as const).map((part) => Float64Array.from(rates, (one) => one[part])),
        ),
      ],
    },
    explain: {
      text: `“Or later” falls towards the end of the data by itself, because late returns are not yet seen. ${WILSON}`,
    },
    span: 6,
  };
}

function betweenFigure({ returned, n, mean, median, p90, onceOnly }: DaysBetween): Figure {
  const within = [7, 30, 90]
    .map((days) => ({ days, share: shareBy(returned, days) }))
    .filter(({ share }) => Number.isFinite(share));
  const words = within.map(({ days, share }) => `${format(share, "share")} within ${days} days`);
  return {
    id: "journeys-days-between",
    section: RETURN_SECTION,
    title:
      words.length === 0
        ? `Half of the returns come within ${format(median, "number")} days`
        : `Who comes, comes back on another day: ${words.join(", ")}`,
    subtitle: `Days from a day with a visit to the customer’s next; n = ${format(n, "count", "full")}, median ${format(median, "number")}, mean ${format(mean, "number")}, nine of ten within ${format(p90, "number")}; ${counted(onceOnly, "customer")} came on one day only`,
    chart: lines({
      ...{ x: returned.days, xAxis: "Days", xFormat: "count" as const, yAxis: "Returned", yFormat: "share" as const },
      series: [{ label: "Returned", values: returned.share }],
      description: "Share returned by days since a day with a visit.",
    }),
    table: {
      columns: [
        { label: "Days", format: "count" },
        { label: "Returned", format: "share" },
      ],
      values: [Float64Array.from(returned.days), Float64Array.from(returned.share)],
    },
    explain: {
      text: "The curve counts every last visit as long as it was watched, up to the end of the data (Kaplan and Meier 1958); median and mean are of returns that were seen, and so rather short.",
    },
    span: 6,
  };
}
