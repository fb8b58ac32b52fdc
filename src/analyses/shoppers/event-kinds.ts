import { labelWords, MOST_DOINGS } from "../../behaviour/label-words";
import { eventNumber, type EventNames } from "../../behaviour/log";

/** Events of one kind by their numbers; every event; null where the log has none. */
export type EventSet = readonly number[] | "every" | null;

/** What events mean in a shop. */
export interface EventKinds {
  readonly view: EventSet;
  readonly cart: EventSet;
  readonly checkout: EventSet;
  readonly buy: EventSet;
}

export const EVERY = "*";
export const NO_EVENT = "-";

/** Words of names, the plainest first; of buying and carts the first word that some event has decides. */
const BUY = ["purchase", "purchased", "order", "ordered", "bought", "buy", "paid", "transaction", "conversion"];
const CART = ["cart", "basket", "bag"];
const CHECKOUT = ["checkout", "shipping", "delivery", "billing", "payment"];
const VIEW = [
  ...["view", "views", "viewed", "product", "item", "catalog", "catalogue", "listing", "category", "search"],
  ...["detail", "details", "page", "home", "screen", "browse"],
];
const UNDONE = ["remove", "removed", "delete", "deleted", "cancel", "cancelled", "refund", "failed", "error", "bug"];

type Names = Pick<EventNames, "labels" | "numbers">;

/** What the names say. Where a visit is a basket, every event is part of a purchase. Pure; a person can say otherwise. */
export function guessEventKinds({ labels, numbers }: Names, baskets: boolean): EventKinds {
  if (baskets) return { view: null, cart: null, checkout: null, buy: "every" };
  if (labels.length > MOST_DOINGS) return { view: null, cart: null, checkout: null, buy: null };
  const free = labels.map((label, at) => ({ words: labelWords(label), number: numbers[at] ?? NaN }));
  const taken = new Set<number>();
  const take = (wanted: readonly string[]): EventSet => {
    const found = free
      .filter(({ words, number }) => !taken.has(number) && !words.some((word) => UNDONE.includes(word)))
      .filter(({ words }) => words.some((word) => wanted.includes(word)))
      .map(({ number }) => number);
    for (const number of found) taken.add(number);
    return found.length === 0 ? null : found;
  };
  const first = (wanted: readonly string[]): readonly string[] =>
    wanted.filter((word) => free.some(({ words }) => words.includes(word))).slice(0, 1);
  const cart = take(first(CART));
  const checkout = take(CHECKOUT);
  const buy = take(first(BUY));
  return { view: take(VIEW), cart, checkout, buy };
}

/** The guess, with the events that a person named in its place; names that no event has are left out. */
export function chosenEvents(chosen: readonly string[], guess: EventSet, names: EventNames): EventSet {
  if (chosen.length === 0) return guess;
  if (chosen.includes(EVERY)) return "every";
  const numbers = chosen.map((label) => eventNumber(names, label)).filter((number) => number !== null);
  return numbers.length === 0 ? null : numbers;
}
