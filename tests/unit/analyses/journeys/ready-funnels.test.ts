import { describe, expect, test } from "vitest";
import { readyFunnels } from "../../../../src/analyses/journeys/ready-funnels";
import { JOURNEYS_SETTINGS } from "../../../../src/analyses/journeys/settings";
import { refusal } from "../../../../src/view/setting-value";

const names = (...labels: string[]) => ({ labels, counts: Float64Array.from(labels, (_, at) => 100 - at) });

const SHOP = names(
  ...["product_view", "catalog", "add_to_cart", "cart", "shipping_details", "payment_error", "payment_details"],
  ...["purchase", "checkout_bug"],
);

describe("ready-made funnels", () => {
  test("of a shop: each within one visit; what failed is no stage of buying", () => {
    expect(readyFunnels(SHOP).map(({ label, settings }) => [label, settings["funnel"]])).toEqual([
      ["Cart abandonment", "add_to_cart>purchase"],
      ["Checkout", "add_to_cart>shipping_details>payment_details>purchase"],
      ["Exits", "catalog>add_to_cart>purchase"],
    ]);
  });

  test("only what the names of events say", () => {
    expect(readyFunnels(names("A", "B", "C"))).toEqual([]);
    expect(readyFunnels(names("page", "purchase")).map(({ label }) => label)).toEqual(["Exits"]);
    expect(readyFunnels(names("cart", "payment")).map(({ label }) => label)).toEqual([]);
  });

  test("every setting is one of the page that takes it", () => {
    for (const { settings } of readyFunnels(SHOP)) {
      for (const [name, value] of Object.entries(settings))
        expect(refusal(JOURNEYS_SETTINGS[name as keyof typeof JOURNEYS_SETTINGS], value)).toBeNull();
    }
  });
});
