import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { counted } from "../../behaviour/words";
import type { JourneysResult } from "./result";
import { FUNNEL_SECTION } from "./sections";

const SHOWN = 8;

/** What came before the end point, and whether it goes with it. */
export function reverseFigure({ log }: JourneysResult, reverse: NonNullable<JourneysResult["reverse"]>): Figure {
  const { end, ending, events } = reverse;
  const shown = events.slice(0, SHOWN);
  return {
    id: "journeys-before-end",
    section: FUNNEL_SECTION,
    title: `Before “${end}”, ${format((shown[0]?.before ?? 0) / ending, "share")} of visits had “${shown[0]?.label ?? ""}”`,
    subtitle: `Visits with “${end}” in which the event came before it; n = ${format(ending, "count", "full")} of ${counted(log.account.visits, "visit")}`,
    chart: bars({
      ...{
        labels: shown.map(({ label }) => label),
        values: shown.map(({ before }) => before / ending),
        format: "share" as const,
        axis: `Share of visits with “${end}”`,
      },
      notes: shown.map(({ lift }) => `lift ${format(lift, "score")}`),
      description: `What came before ${end}.`,
    }),
    table: {
      columns: [
        { label: "Event", format: "text" },
        { label: "Before the end", format: "count" },
        { label: "Share of ends", format: "share" },
        { label: "Visits with it", format: "count" },
        { label: "Lift", format: "score" },
      ],
      values: [
        events.map(({ label }) => label),
        ...[
          Float64Array.from(events, ({ before }) => before),
          Float64Array.from(events, ({ before }) => before / ending),
        ],
        ...[Float64Array.from(events, ({ visits }) => visits), Float64Array.from(events, ({ lift }) => lift)],
      ],
    },
    explain: {
      text: `The first of the event is compared with the first of the end. Lift: the share of visits with the event that reach the end after it, over the share of all visits with the end (${format(ending / log.account.visits, "share")}); above 1 the event goes with the end, which does not yet say that it causes it.`,
      sql: reverse.sql,
    },
    span: 6,
  };
}

/** Where visits end. */
export function exitsFigure({ visits, log }: JourneysResult): Figure {
  const facts = visits.facts.toSorted((a, b) => b.exits - a.exits);
  const shown = facts.slice(0, SHOWN);
  return {
    id: "journeys-exits",
    section: FUNNEL_SECTION,
    title: `Visits end most often at “${shown[0]?.label ?? ""}”: ${format((shown[0]?.exits ?? 0) / log.account.visits, "share")}`,
    subtitle: `The last event of ${counted(log.account.visits, "visit")}`,
    chart: bars({
      ...{
        labels: shown.map(({ label }) => label),
        values: shown.map(({ exits }) => exits),
        format: "count" as const,
        axis: "Visits that end there",
      },
      notes: shown.map(({ exits, n }) => `${format(exits / n, "share")} of its times`),
      description: "Events with which visits end.",
    }),
    table: {
      columns: [
        { label: "Event", format: "text" },
        { label: "Visits that end there", format: "count" },
        { label: "Of its times", format: "share" },
      ],
      values: [
        facts.map(({ label }) => label),
        Float64Array.from(facts, ({ exits }) => exits),
        Float64Array.from(facts, ({ exits, n }) => exits / n),
      ],
    },
    explain: {
      text: "An event with many exits is one at which many visits end; the share of its times says how often one who is there leaves.",
    },
    span: 6,
  };
}
