import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { groupedBars } from "../../charts/grouped-bars";
import type { Retention } from "./retention";
import { RETURN_SECTION } from "./sections";

/** Who is new, returning or back, period by period. */
export function lifecycleFigure({ lifecycle, period }: Retention): Figure {
  const shown = lifecycle.slice(-30);
  const last = lifecycle.at(-2);
  const kinds = [
    ["New", "fresh"],
    ["Returning", "returning"],
    ["Back after a pause", "resurrected"],
  ] as const;
  return {
    id: "journeys-lifecycle",
    section: RETURN_SECTION,
    title:
      last === undefined
        ? "New and returning customers"
        : `In the last full ${period}: ${format(last.fresh, "count")} new, ${format(last.returning, "count")} returning, ${format(last.resurrected, "count")} back after a pause, ${format(last.dormant, "count")} not back`,
    subtitle: `Active customers of each ${period}${lifecycle.length > shown.length ? `, the last ${shown.length}` : ""}`,
    chart: groupedBars({
      labels: shown.map(({ label }) => label),
      series: kinds.map(([label, kind]) => ({ label, values: shown.map((one) => one[kind]) })),
      ...{ mode: "stack" as const, format: "count" as const, axis: "Customers", horizontal: false },
      description: "New, returning and resurrected customers over time.",
    }),
    table: {
      columns: [
        { label: period, format: "text" },
        ...[...kinds.map(([label]) => label), "Not back"].map((label) => ({ label, format: "count" as const })),
      ],
      values: [
        lifecycle.map(({ label }) => label),
        ...(["fresh", "returning", "resurrected", "dormant"] as const).map((kind) =>
          Float64Array.from(lifecycle, (one) => one[kind]),
        ),
      ],
    },
    explain: {
      text: `New: first seen. Returning: active in the ${period} before too. Back after a pause: active before, but not in the ${period} before. Not back: active in the ${period} before and not in this one.`,
    },
    span: 12,
  };
}

/** How many of a month’s customers are there on a mean day. */
export function stickinessFigure({ stickiness }: Retention): Figure {
  const shares = stickiness.map(({ daily, monthly }) => daily / monthly);
  const mean =
    stickiness.reduce((sum, { daily }) => sum + daily, 0) / stickiness.reduce((sum, { monthly }) => sum + monthly, 0);
  return {
    id: "journeys-stickiness",
    section: RETURN_SECTION,
    title: `On a mean day, ${format(mean, "share")} of a month’s customers are active`,
    subtitle: "Customers active on the mean day of a month, of those active in the month (DAU / MAU)",
    chart: bars({
      ...{
        labels: stickiness.map(({ month }) => month),
        values: shares,
        format: "share" as const,
        axis: "Daily of monthly",
        horizontal: false,
      },
      description: "Stickiness by month.",
    }),
    table: {
      columns: [
        { label: "Month", format: "text" },
        { label: "Mean day", format: "number" },
        { label: "Month", format: "count" },
        { label: "Share", format: "share" },
      ],
      values: [
        stickiness.map(({ month }) => month),
        ...[
          Float64Array.from(stickiness, ({ daily }) => daily),
          Float64Array.from(stickiness, ({ monthly }) => monthly),
          Float64Array.from(shares),
        ],
      ],
    },
    explain: {
      text: "Days of the month that the data covers, days without any visit too. 100 % would be everybody every day; 1 day in 30 is 3.3 %.",
    },
    span: 6,
  };
}
