import { describe, expect, test } from "vitest";
import { eventMatches, MOST_LISTED } from "../../../../src/components/journeys/event-matches";

const events = ["product_view", "add_to_cart", "cart", "Cart page"].map((label, at) => ({ label, n: 100 - at }));

describe("searching events", () => {
  test("no letters: all, the most frequent first", () => {
    expect(eventMatches(events, " ")).toEqual(events);
  });

  test("letters anywhere and of any case; names that begin with them first", () => {
    expect(eventMatches(events, "CART").map(({ label }) => label)).toEqual(["cart", "Cart page", "add_to_cart"]);
    expect(eventMatches(events, "checkout")).toEqual([]);
  });

  test("signs are letters like others, and a long list is cut", () => {
    expect(eventMatches([{ label: "a.b", n: 1 }], ".*")).toEqual([]);
    const many = Array.from({ length: 500 }, (_, at) => ({ label: `event ${at}`, n: at }));
    expect(eventMatches(many, "event")).toHaveLength(MOST_LISTED);
  });
});
