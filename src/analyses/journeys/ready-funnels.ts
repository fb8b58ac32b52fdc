import type { FunnelOffer } from "../analysis";
import { guessFunnel, shopEvents } from "./guess-funnel";
import { labelWords } from "../../behaviour/label-words";
import type { EventNames, Log } from "../../behaviour/log";
import { propertyColumns } from "../../behaviour/property-columns";
import { visitFunnel } from "./visit-funnel";

type Names = Pick<EventNames, "labels" | "counts">;

/** What lies between a cart and a purchase, in its order. */
const STAGES = [["checkout"], ["shipping", "delivery", "address"], ["payment", "pay", "billing"]];

/** Names of events that are no stage of buying, whatever else they say. */
const FAILED = ["error", "bug", "fail", "failed", "failure", "declined", "cancelled", "canceled"];

/** What a funnel of this log can be made of. Pure. */
export function funnelOffer({ names, columns, recipe }: Pick<Log, "names" | "columns" | "recipe">): FunnelOffer {
  const properties = propertyColumns(columns, recipe.roles).map(({ label }) => label);
  const others = columns.filter(({ kind, label }) => kind !== "empty" && !properties.includes(label));
  return {
    events: names.labels.map((label, place) => ({ label, n: names.counts[place] ?? 0 })),
    columns: [...properties, ...others.map(({ label }) => label)],
    properties,
    guess: guessFunnel(names),
    ready: readyFunnels(names),
  };
}

/** Funnels that the names of events let be guessed; none where they do not. */
export function readyFunnels(names: Names): FunnelOffer["ready"] {
  const { browse, cart, buy } = shopEvents(names);
  const stages = stagesBetween(names, [browse, cart, buy]);
  const ready = (label: string, note: string, steps: readonly (string | null)[]) => ({
    ...{ label, note },
    settings: visitFunnel(
      steps.filter((step) => step !== null),
      "ordered",
    ),
  });
  return [
    ...(cart === null || buy === null
      ? []
      : [
          ready("Cart abandonment", "Visits that put something into a cart, and those that buy after it.", [cart, buy]),
        ]),
    ...(stages.length === 0 || buy === null
      ? []
      : [ready("Checkout", "From the cart to the purchase, stage by stage, in one visit.", [cart, ...stages, buy])]),
    ...(browse === null
      ? []
      : [
          ready("Exits", "From looking to buying in one visit; the cards below say where visits ended instead.", [
            ...[browse, cart, buy],
          ]),
        ]),
  ];
}

function stagesBetween({ labels, counts }: Names, used: readonly (string | null)[]): readonly string[] {
  const free = labels
    .map((label, place) => ({ label, words: labelWords(label), n: counts[place] ?? 0 }))
    .filter(({ label, words }) => !used.includes(label) && !words.some((word) => FAILED.includes(word)))
    .toSorted((a, b) => b.n - a.n);
  const found = STAGES.map((wanted) => free.find(({ words }) => words.some((word) => wanted.includes(word)))?.label);
  return [...new Set(found.filter((label) => label !== undefined))];
}
