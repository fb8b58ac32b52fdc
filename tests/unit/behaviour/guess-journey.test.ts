import { describe, expect, test } from "vitest";
import { guessFunnel, shopEvents } from "../../../src/analyses/journeys/guess-funnel";
import { guessJourney } from "../../../src/behaviour/guess-journey";
import { labelWords } from "../../../src/behaviour/label-words";
import { rate } from "../../../src/behaviour/wilson";
import type { TableColumn } from "../../../src/data/table/table-column";

const column = (label: string, kind: TableColumn["kind"], more: Partial<TableColumn> = {}): TableColumn => ({
  ...{ id: label, label, kind, rows: 1000, missing: 0, distinct: 10, distinctApproximate: false },
  ...{ min: NaN, max: NaN, skewness: null, role: "none" },
  ...more,
});

describe("guessJourney", () => {
  test("an app's log", () => {
    const columns = [
      column("user_id", "id", { role: "customer", distinct: 100 }),
      column("ts", "moment"),
      column("event_name", "category"),
      column("event_id", "id", { distinct: 1000 }),
      column("country", "category"),
    ];
    expect(guessJourney(columns)).toMatchObject({
      who: { label: "user_id" },
      session: null,
      what: { label: "event_name" },
      when: { column: { label: "ts" } },
    });
  });

  test("orders with an amount are money; a price without a quantity is not", () => {
    const price = column("price", "number");
    expect(guessJourney([price, column("amount", "number")])).toMatchObject({
      price: { label: "price" },
      amount: { label: "amount" },
    });
    expect(
      guessJourney([column("UnitPrice", "number"), column("Quantity", "integer"), column("InvoiceNo", "id")]).baskets,
    ).toBe(true);
  });

  test("a date in three columns needs all three, and values that can be one", () => {
    const parts = [
      column("year", "integer", { min: 2008, max: 2008 }),
      column("month", "integer", { min: 4, max: 8 }),
      column("day", "integer", { min: 1, max: 31 }),
    ];
    expect(guessJourney(parts).when?.by).toBe("date");
    expect(guessJourney(parts.slice(0, 2)).when).toBeNull();
    expect(guessJourney([...parts.slice(0, 2), column("day", "integer", { min: 0, max: 366 })]).when).toBeNull();
  });

  test("a visit's column without a value tells no visits apart", () => {
    const empty = column("Bearer Id", "empty", { role: "session", distinct: 0 });
    expect(guessJourney([empty, column("event", "category")]).session).toBeNull();
    expect(guessJourney([empty, column("session_id", "id")]).session?.label).toBe("session_id");
  });

  test("nothing is guessed of nothing", () => {
    expect(guessJourney([])).toMatchObject({ who: null, what: null, when: null, session: null, baskets: false });
  });
});

test("words of a name", () => {
  expect(labelWords("InvoiceDate")).toEqual(["invoice", "date"]);
  expect(labelWords("page 2 (clothing model)")).toEqual(["page", "2", "clothing", "model"]);
  expect(labelWords("HTTPStatus_code")).toEqual(["http", "status", "code"]);
});

describe("guessFunnel", () => {
  const names = (...labels: string[]) => ({ labels, counts: Float64Array.from(labels, (_, at) => 100 - at) });

  test("goes from looking to buying where events are named so", () => {
    expect(guessFunnel(names("product_view", "catalog", "cart", "add_to_cart", "purchase"))).toBe(
      "catalog>add_to_cart>purchase",
    );
    expect(shopEvents(names("A", "B"))).toEqual({ browse: null, cart: null, buy: null });
  });

  test("else takes the most frequent, and keeps signs that mean something", () => {
    expect(guessFunnel(names("a>b", "c", "d", "e"))).toBe(String.raw`a\>b>c>d`);
  });

  test("does not take a shop's goods for what is done in it", () => {
    const goods = Array.from({ length: 300 }, (_, at) => `CANDLE ${at}`);
    const labels = [...goods, "PICNIC BASKET", "ORDER PAD", "NOTEPAD 60 PAGE"];
    expect(guessFunnel(names(...labels))).toBe("CANDLE 0>CANDLE 1>CANDLE 2");
    expect(shopEvents(names(...labels.slice(-150)))).toMatchObject({ cart: "PICNIC BASKET" });
  });
});

describe("rate", () => {
  test("Wilson's interval of 285 of 600", () => {
    expect(rate(285, 600)).toEqual({
      n: 285,
      of: 600,
      share: 0.475,
      low: expect.closeTo(0.4353, 4) as number,
      high: expect.closeTo(0.515, 4) as number,
    });
  });

  test("stays within 0 and 1, and knows nothing of nothing", () => {
    expect(rate(0, 3)).toMatchObject({ low: 0, high: expect.closeTo(0.5615, 4) as number });
    expect(rate(3, 3).high).toBe(1);
    expect(rate(0, 0).share).toBeNaN();
  });
});
