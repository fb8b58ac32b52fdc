import { beforeAll, describe, expect, test } from "vitest";
import { shoppers } from "../../../../src/analyses/shoppers";
import type { ShoppersResult } from "../../../../src/analyses/shoppers/result";
import { numbers, texts, type Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { shopCsv } from "../../behaviour/a-shop";
import { csvOf, FIVE } from "../../behaviour/logs";
import { ranShoppers, type Chosen } from "./ran-shoppers";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const ran = (csv: string, chosen: Partial<Chosen> = {}): Promise<ShoppersResult> => ranShoppers(engine, csv, chosen);

/** Everything a person reads, as one text; tables whose columns differ in length fail. */
function readAll(result: ShoppersResult): string {
  const figures = shoppers.figures(result);
  for (const { table } of figures)
    for (const column of table.values) expect(column).toHaveLength(table.values[0]?.length ?? -1);
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  return [
    shoppers.answer(result),
    ...shoppers.cards(result).flatMap(({ label, value, note }) => [label, value, note ?? ""]),
    ...shoppers.findings(result).map(({ text }) => text),
    ...figures.flatMap(({ title, subtitle, caution, explain, chart }) => [
      ...[title, subtitle, caution ?? "", explain.text, chart?.description ?? ""],
    ]),
  ].join("\n");
}

const NONSENSE = /NaN|undefined|Infinity|\[object|null/u;

const column = ({ behaviour }: ShoppersResult, key: string): number[] => [
  ...(behaviour.columns[behaviour.features.findIndex((feature) => feature.key === key)] ?? []),
];

describe("five shoppers whose numbers can be checked by hand", () => {
  test("features", async () => {
    const result = await ran(csvOf(FIVE));
    expect(column(result, "events")).toEqual([4, 4, 4, 3, 3]);
    expect(column(result, "distinct")).toEqual([4, 4, 3, 3, 2]);
    expect(column(result, "purchases")).toEqual([1, 1, 0, 0, 0]);
    expect(column(result, "abandoned")).toEqual([0, 0, 1, 1, 0]);
    expect(column(result, "carts")).toEqual([0.25, 0.25, 0.25, 1 / 3, 0]);
    expect(column(result, "views")[0]).toBe(0.5);
    expect(column(result, "stay")).toEqual([60, 60, 60, 60, 60]);
    expect(column(result, "days_between")).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  test("kinds: two bought once, two left a cart, one looked", async () => {
    const { kinds, none, several } = await ran(csvOf(FIVE));
    expect(Object.fromEntries(kinds.map(({ rule, n }) => [rule.name, n]))).toMatchObject({
      ...{ Loyal: 0, "One-time buyer": 2, Abandoner: 2, Looker: 1 },
    });
    expect(none).toBe(0);
    expect(several).toBe(2);
  });

  test("rules of one's own, in their order, with those of no kind", async () => {
    const result = await ran(csvOf(FIVE), { kinds: "Cart:carts>0;Buyer:purchases>=1" });
    expect(result.kinds.map(({ n, fits }) => [n, fits])).toEqual([
      [4, 4],
      [0, 2],
    ]);
    expect(result.none).toBe(1);
    expect([...result.overlaps]).toEqual([4, 2, 2, 2]);
    expect(readAll(result)).toContain("1 customer (20 %) fit no rule.");
  });

  test("other events can be taken for purchases, or none", async () => {
    expect(column(await ran(csvOf(FIVE), { buys: ["cart"] }), "purchases")).toEqual([1, 1, 1, 1, 0]);
    const none = await ran(csvOf(FIVE), { buys: ["-"], kinds: "Buyer:purchases>=1" });
    expect(none.kinds[0]?.undecided).toEqual(["Visits with a purchase: no event is named as a purchase"]);
    expect(none.none).toBe(5);
  });

  test("each customer's kind stands in a derived column, by its name", async () => {
    await ran(csvOf(FIVE));
    const answer = await engine.query(sql`SELECT customer, shopper_kind FROM derived_shoppers
      JOIN customers USING (customer_no) ORDER BY customer`);
    expect(texts(answer, "shopper_kind")).toEqual([
      ...["One-time buyer", "One-time buyer", "Abandoner", "Abandoner", "Looker"],
    ]);
  });
});

describe("the page", () => {
  test.each<Partial<Chosen>>([{}, { unit: "visit" }, { kinds: "Nobody:visits>1000" }, { buys: ["-"], carts: ["-"] }])(
    "is readable whatever is chosen: %j",
    async (chosen) => {
      const result = await ran(shopCsv(1, false, 1500), chosen);
      expect(readAll(result)).not.toMatch(NONSENSE);
      expect(result.kinds.reduce((sum, { n }) => sum + n, result.none)).toBe(result.total);
    },
  );

  test("of visits gives each customer the kind of its latest visit", async () => {
    const paths = ["2024-01-01 10:00:00,home", "2024-01-03 10:00:00,home", "2024-01-03 10:01:00,purchase"];
    const result = await ran(["user_id,timestamp,event", ...paths.map((row) => `a,${row}`)].join("\n"), {
      unit: "visit",
    });
    expect(column(result, "visit_no")).toEqual([1, 2]);
    expect(column(result, "since_last")).toEqual([NaN, 2]);
    const answer = await engine.query(
      sql`SELECT CAST(customer_no AS DOUBLE) AS customer_no, latest_visit_kind FROM derived_shoppers`,
    );
    expect([[...numbers(answer, "customer_no")], texts(answer, "latest_visit_kind")]).toEqual([[0], ["Buyer"]]);
  });

  test("a table with a row per customer is told what the page needs", () => {
    const counts = { rowsRead: 9, rowsSetAside: 0, rowsKept: 9, rowsFiltered: 0, customers: 9 };
    const dataset = { counts } as Parameters<typeof shoppers.missing>[0];
    expect(shoppers.missing(dataset)).toContain("Every customer has a single row here");
    expect(shoppers.missing({ ...dataset, counts: { ...counts, rowsKept: 10 } })).toBeNull();
  });
});
