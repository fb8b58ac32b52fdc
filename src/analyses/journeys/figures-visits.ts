import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { counted, visitWords } from "../../behaviour/words";
import type { JourneysResult } from "./result";
import { VISITS_SECTION } from "./sections";
import type { Visits } from "./visits";
import { clockFigure, monthsFigure } from "./figures-when";

/** Events and groups drawn; the table has all. */
const SHOWN = 12;
/** How often, where, when and by whom. */
export function visitFigures(result: JourneysResult): readonly Figure[] {
  const { property, clock } = result.visits;
  return [
    factsFigure(result),
    perCustomerFigure(result),
    ...(clock.length > 0 && result.log.account.timed ? [clockFigure(result)] : []),
    ...(property === null ? [] : [propertyFigure(result, property)]),
    ...(result.visits.months.length > 1 ? [monthsFigure(result)] : []),
    topFigure(result),
  ];
}

function factsFigure({ visits, log }: JourneysResult): Figure {
  const { facts } = visits;
  const shown = facts.toSorted((a, b) => b.visits - a.visits).slice(0, SHOWN);
  const [first] = shown;
  const column = (read: (fact: (typeof facts)[number]) => number): Float64Array => Float64Array.from(facts, read);
  return {
    id: "journeys-events",
    section: VISITS_SECTION,
    title:
      first === undefined
        ? "No event"
        : `${format(first.visits / log.account.visits, "share")} of visits have “${first.label}”, more than any other event`,
    subtitle: `Visits with each of the ${shown.length} most visited of ${counted(facts.length, "event")}, of ${counted(log.account.visits, "visit")}`,
    chart: bars({
      labels: shown.map(({ label }) => label),
      values: shown.map((one) => one.visits),
      format: "count",
      axis: "Visits",
      notes: shown.map((one) => format(one.visits / log.account.visits, "share")),
      description: `Visits with each of ${shown.length} events.`,
    }),
    table: {
      columns: [
        { label: "Event", format: "text" },
        ...["Times", "Visits", "Customers", "First of a visit", "Last of a visit"].map((label) => ({
          label,
          format: "count" as const,
        })),
        { label: "Last, of times", format: "share" },
        { label: "Stays known", format: "count" },
        { label: "Median stay", format: "seconds" },
        { label: "Time spent", format: "seconds" },
        { label: "Amount", format: "number" },
      ],
      values: [
        facts.map(({ label }) => label),
        ...[
          column((f) => f.n),
          column((f) => f.visits),
          column((f) => f.customers),
          column((f) => f.entries),
          column((f) => f.exits),
        ],
        column((f) => f.exits / f.n),
        ...[column((f) => f.known), column((f) => f.stay), column((f) => f.spent), column((f) => f.amount)],
      ],
    },
    explain: {
      text: "A visit counts once for each event in it. A stay is the time to the next event of the visit; the last event of a visit has no next one, so its stay is not known and is left out of medians and sums, never taken for zero.",
    },
    span: 12,
  };
}

function perCustomerFigure({ visits }: JourneysResult): Figure {
  const { perCustomer, visitsPerCustomer } = visits;
  const low = visitsPerCustomer.filter((one) => one.visits < 10);
  const many = visitsPerCustomer.filter((one) => one.visits >= 10).reduce((sum, one) => sum + one.customers, 0);
  const counts = Array.from({ length: 9 }, (_, at) => low.find((one) => one.visits === at + 1)?.customers ?? 0);
  return {
    id: "journeys-visits-per-customer",
    section: VISITS_SECTION,
    title: `${format(perCustomer.once / perCustomer.n, "share")} of customers came once`,
    subtitle: `Customers by their number of visits; mean ${format(perCustomer.mean, "number")}, median ${format(perCustomer.median, "number")}, most ${format(perCustomer.most, "count")}`,
    chart: bars({
      labels: [...counts.map((_, at) => String(at + 1)), "10 and more"],
      values: [...counts, many],
      format: "count",
      axis: "Customers",
      namesAxis: "Visits",
      horizontal: false,
      description: "How many customers made one visit, two visits and so on.",
    }),
    table: {
      columns: [
        { label: "Visits", format: "count" },
        { label: "Customers", format: "count" },
      ],
      values: [
        Float64Array.from(visitsPerCustomer, (one) => one.visits),
        Float64Array.from(visitsPerCustomer, (one) => one.customers),
      ],
    },
    explain: {
      text: "Visits in the time that the data covers: who first came late had less time to come again.",
      sql: visits.sql,
    },
    span: 6,
  };
}

function propertyFigure({ log }: JourneysResult, property: NonNullable<Visits["property"]>): Figure {
  const { label, groups } = property;
  const shown = groups.slice(0, SHOWN);
  const column = (read: (group: (typeof groups)[number]) => number): Float64Array => Float64Array.from(groups, read);
  return {
    id: "journeys-property",
    section: VISITS_SECTION,
    title: `${shown[0]?.label ?? ""} has ${format((shown[0]?.visits ?? 0) / log.account.visits, "share")} of the visits, by ${label}`,
    subtitle: `Visits by ${label} at their first event, the ${shown.length} most frequent of ${counted(groups.length, "value")}`,
    chart: bars({
      ...{
        labels: shown.map((one) => one.label),
        values: shown.map((one) => one.visits),
        format: "count" as const,
        axis: "Visits",
      },
      description: `Visits by ${label}.`,
    }),
    table: {
      columns: [
        { label, format: "text" },
        { label: "Customers", format: "count" },
        { label: "Visits", format: "count" },
        { label: "Events per visit", format: "number" },
        { label: "With a single event", format: "share" },
        { label: "Amount", format: "number" },
      ],
      values: [
        groups.map((one) => one.label),
        ...[column((one) => one.customers), column((one) => one.visits), column((one) => one.events / one.visits)],
        ...[column((one) => one.bounced / one.visits), column((one) => one.amount)],
      ],
    },
    explain: { text: "A customer with visits under several values counts under each of them." },
    span: 6,
  };
}

function topFigure({ visits: { top }, log }: JourneysResult): Figure {
  const money = Number.isFinite(log.account.amount);
  return {
    id: "journeys-top-customers",
    section: VISITS_SECTION,
    title: money ? "Customers with the highest amounts" : "Customers with the most visits",
    subtitle: `The first ${top.length} of ${counted(log.account.customers, "customer")}; a visit is made by ${visitWords(log.recipe.visits)}`,
    table: {
      columns: [
        { label: "Customer", format: "text" },
        { label: "Visits", format: "count" },
        { label: "Events", format: "count" },
        { label: "Amount", format: "number" },
      ],
      values: [
        top.map(({ label }) => label),
        ...[
          Float64Array.from(top, (one) => one.visits),
          Float64Array.from(top, (one) => one.events),
          Float64Array.from(top, (one) => one.amount),
        ],
      ],
    },
    explain: { text: "Amounts are sums over the events that count." },
    span: 6,
  };
}
