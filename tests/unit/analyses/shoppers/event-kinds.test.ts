import { expect, test } from "vitest";
import { guessEventKinds, type EventSet } from "../../../../src/analyses/shoppers/event-kinds";

const guessed = (labels: readonly string[], baskets = false) => {
  const kinds = guessEventKinds({ labels, numbers: Float64Array.from(labels.keys()) }, baskets);
  const names = (set: EventSet) => (set === null || set === "every" ? set : set.map((number) => labels[number]));
  return { view: names(kinds.view), cart: names(kinds.cart), checkout: names(kinds.checkout), buy: names(kinds.buy) };
};

test("a shop's events, by their words", () => {
  expect(
    guessed(["product_view", "add_to_cart", "removeFromCart", "payment_details", "payment_error", "Order", "purchase"]),
  ).toEqual({ view: ["product_view"], cart: ["add_to_cart"], checkout: ["payment_details"], buy: ["purchase"] });
});

test("names that say nothing, and names of many products, are no kind", () => {
  const none = { view: null, cart: null, checkout: null, buy: null };
  expect(guessed(["A13", "B4"])).toEqual(none);
  expect(guessed(Array.from({ length: 300 }, (_, at) => `JUMBO BAG ${at}`))).toEqual(none);
});

test("where a visit is a basket every event is part of a purchase", () => {
  expect(guessed(["RED CART"], true)).toEqual({ view: null, cart: null, checkout: null, buy: "every" });
});
