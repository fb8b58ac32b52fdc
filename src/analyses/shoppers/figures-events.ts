import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { EventKinds, EventSet } from "./event-kinds";
import type { ShoppersResult } from "./result";
import { RULES_SECTION } from "./sections";

/** Events that are listed. */
const MOST = 200;

const WORDS = { view: "view", cart: "cart", checkout: "checkout", buy: "purchase" } as const;

/** What each event was taken to mean. */
export function eventsFigure(result: ShoppersResult): Figure {
  const { names } = result.log;
  const order = [...names.labels.keys()]
    .toSorted((a, b) => (names.counts[b] ?? 0) - (names.counts[a] ?? 0))
    .slice(0, MOST);
  const meaning = order.map((at) => meaningOf(names.numbers[at] ?? NaN, result.events));
  const told = new Set(meaning.filter((one) => one !== "")).size;
  return {
    id: "shoppers-events",
    section: RULES_SECTION,
    title: told === 0 ? "No event is named as a view, cart, checkout or purchase" : "What events were taken to mean",
    subtitle: `${order.length < names.labels.length ? `The ${MOST} most frequent of ${format(names.labels.length, "count")} events` : `${format(names.labels.length, "count")} events`}; by their names, unless chosen in the settings`,
    table: {
      columns: [
        { label: "Event", format: "text" },
        { label: "Times", format: "count" },
        { label: "Taken as", format: "text" },
      ],
      values: [
        order.map((at) => names.labels[at] ?? ""),
        Float64Array.from(order, (at) => names.counts[at] ?? NaN),
        meaning,
      ],
    },
    explain: {
      text: "Names are split into words. Of carts and purchases the first word that some event has decides; events that undo or fail are none. Where visits are invoices or baskets, every event is part of a purchase. The settings take other events by name.",
    },
    span: 6,
  };
}

const meaningOf = (number: number, events: EventKinds): string =>
  (["buy", "checkout", "cart", "view"] as const)
    .filter((kind) => holds(events[kind], number))
    .map((kind) => WORDS[kind])
    .join(", ");

const holds = (set: EventSet, number: number): boolean => set === "every" || (set?.includes(number) ?? false);

/** Every feature with the key that rules name it by, and those that this log cannot tell. */
export function featuresFigure({ behaviour, profile, total }: ShoppersResult): Figure {
  const { features, lacking } = behaviour;
  const known = features.map((_, at) => profile?.features[at]?.all.n ?? NaN);
  // Each in its own unit: shares, days and money stand in one column.
  const median = features.map((feature, at) => format(profile?.features[at]?.all.median, feature.format));
  return {
    id: "shoppers-features",
    section: RULES_SECTION,
    title: `${features.length} features that rules can ask for${lacking.length === 0 ? "" : `; ${lacking.length} cannot be told here`}`,
    subtitle: `Known values of ${format(total, "count", "full")}, and their median`,
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Known", format: "count" },
        { label: "Median", format: "text" },
        { label: "Cannot be told, because", format: "text", wraps: true },
      ],
      values: [
        [...features, ...lacking.map(({ feature }) => feature)].map(({ label }) => label),
        Float64Array.from([...known, ...lacking.map(() => NaN)]),
        [...median, ...lacking.map(() => "")],
        [...features.map(() => ""), ...lacking.map(({ why }) => why)],
      ],
    },
    explain: {
      text: "Days run to the last event of the log. Days between visits are the median of those from each day with a visit to the next such day; unknown for who came on one day. A cart is left behind by a visit in which something came into the cart, or to the checkout, and nothing was bought after it. The price is the mean over events with a price above zero, divided by that mean of the whole log. The last event of a visit has no known stay.",
      sql: behaviour.sql,
    },
    span: 6,
  };
}
