import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import type { JourneysResult } from "./result";
import { VISITS_SECTION } from "./sections";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Visits by weekday and hour. */
export function clockFigure({ visits }: JourneysResult): Figure {
  const at = (weekday: number, hour: number): number =>
    visits.clock.find((one) => one.weekday === weekday && one.hour === hour)?.visits ?? 0;
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const values = WEEKDAYS.map((_, day) => hours.map((hour) => at(day + 1, hour)));
  const [most] = visits.clock.toSorted((a, b) => b.visits - a.visits);
  return {
    id: "journeys-clock",
    section: VISITS_SECTION,
    title:
      most === undefined
        ? "When visits begin"
        : `Most visits begin on ${WEEKDAYS[most.weekday - 1] ?? ""}s from ${most.hour} to ${most.hour + 1}`,
    subtitle: "Visits by the weekday and hour in which they begin, in the file’s own time",
    chart: heatmap({
      ...{ rows: WEEKDAYS, columns: hours.map(String), values, scale: "intensity" as const },
      print: (value) => format(value, "count"),
      description: "Visits by weekday and hour.",
    }),
    table: {
      columns: [
        { label: "Weekday", format: "text" },
        { label: "Hour", format: "count" },
        { label: "Visits", format: "count" },
        { label: "Amount", format: "number" },
      ],
      values: [
        visits.clock.map(({ weekday }) => WEEKDAYS[weekday - 1] ?? ""),
        Float64Array.from(visits.clock, ({ hour }) => hour),
        Float64Array.from(visits.clock, (one) => one.visits),
        Float64Array.from(visits.clock, ({ amount }) => amount),
      ],
    },
    explain: { text: "A visit counts at the hour of its first event. No time zone is applied." },
    span: 12,
  };
}

/** Visits, or money where it is known, by month. */
export function monthsFigure({ visits: { months } }: JourneysResult): Figure {
  const money = months.some(({ amount }) => Number.isFinite(amount));
  const [most] = months.toSorted((a, b) => (money ? b.amount - a.amount : b.visits - a.visits));
  return {
    id: "journeys-months",
    section: VISITS_SECTION,
    title: `${most?.label ?? ""} has the ${money ? "highest amount" : "most visits"}`,
    subtitle: `${money ? "Amount" : "Visits"} by month; the first and the last may be covered in part`,
    chart: bars({
      labels: months.map(({ label }) => label),
      values: months.map((one) => (money ? one.amount : one.visits)),
      ...{
        format: money ? ("number" as const) : ("count" as const),
        axis: money ? "Amount" : "Visits",
        horizontal: false,
      },
      description: "One bar per month.",
    }),
    table: {
      columns: [
        { label: "Month", format: "text" },
        ...["Customers", "Visits", "Events"].map((label) => ({ label, format: "count" as const })),
        { label: "Amount", format: "number" },
      ],
      values: [
        months.map(({ label }) => label),
        ...[Float64Array.from(months, (one) => one.customers), Float64Array.from(months, (one) => one.visits)],
        ...[Float64Array.from(months, (one) => one.events), Float64Array.from(months, (one) => one.amount)],
      ],
    },
    explain: { text: "A visit counts in the month of its first event." },
    span: 12,
  };
}
