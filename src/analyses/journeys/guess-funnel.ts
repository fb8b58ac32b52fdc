import { labelWords, MOST_DOINGS } from "../../behaviour/label-words";
import type { EventNames } from "../../behaviour/log";
import { eventsFunnel } from "./visit-funnel";

/** What names of a shop's events say, by step. The first word that some event has decides. */
const BROWSE = ["catalog", "catalogue", "listing", "category", "product", "item", "search", "view", "page", "home"];
const CART = ["cart", "basket", "bag"];
const BUY = ["purchase", "purchased", "order", "ordered", "bought", "buy", "paid", "transaction", "conversion"];

/** The events that a shop's names mean; null where no event is named so. */
export interface ShopEvents {
  readonly browse: string | null;
  readonly cart: string | null;
  readonly buy: string | null;
}

/** Finds them by their words; of several, “add to cart” before “cart”, then the most frequent. */
export function shopEvents({ labels, counts }: Pick<EventNames, "labels" | "counts">): ShopEvents {
  if (labels.length > MOST_DOINGS) return { browse: null, cart: null, buy: null };
  const byCount = labels
    .map((label, place) => ({ label, words: labelWords(label), n: counts[place] ?? 0 }))
    .toSorted((a, b) => b.n - a.n);
  const named = (wanted: readonly string[]): string | null => {
    const word = wanted.find((one) => byCount.some(({ words }) => words.includes(one)));
    const found = byCount.filter(({ words }) => word !== undefined && words.includes(word));
    return (found.find(({ words }) => words.includes("add")) ?? found[0])?.label ?? null;
  };
  const [cart, buy] = [named(CART), named(BUY)];
  const browse = cart === null && buy === null ? null : named(BROWSE);
  return { browse: browse === cart || browse === buy ? null : browse, cart, buy: buy === cart ? null : buy };
}

/** Steps of a funnel that is only a guess. */
const MOST = 3;

/** From looking to buying where events are named so; else the most frequent events, the most frequent first. */
export function guessFunnel(names: Pick<EventNames, "labels" | "counts">): string {
  const { browse, cart, buy } = shopEvents(names);
  const shop = [browse, cart, buy].filter((label) => label !== null);
  const frequent = names.labels
    .map((label, place) => ({ label, n: names.counts[place] ?? 0 }))
    .toSorted((a, b) => b.n - a.n)
    .map(({ label }) => label);
  const steps = shop.length >= 2 ? shop : frequent.slice(0, MOST);
  return eventsFunnel(steps);
}
