import { beforeAll, describe, expect, test } from "vitest";
import { guessJourney } from "../../../../src/analyses/journeys/guess-journey";
import { pathTables, type PathRecipe } from "../../../../src/analyses/journeys/recipe";
import { BOT_RATE, USUAL_RULES } from "../../../../src/analyses/journeys/rules";
import { writePaths } from "../../../../src/analyses/journeys/write-paths";
import { numbers, type Engine } from "../../../../src/data/engine";
import { name, sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { csvOf, ESHOP, FIVE, hasFile, INVOICES, logOf, RETAIL, textOf } from "./logs";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

async function written(csv: string, change: (recipe: PathRecipe) => Partial<PathRecipe> = () => ({})) {
  const { context, columns } = await logOf(engine, csv);
  const roles = guessJourney(columns);
  const usual: PathRecipe = {
    roles,
    visits: roles.session === null ? { by: "gap", minutes: 30 } : { by: "given" },
    rules: USUAL_RULES,
    botRate: BOT_RATE,
  };
  const recipe = { ...usual, ...change(usual) };
  const tables = pathTables("test", recipe);
  return { tables, roles, account: await writePaths(context, recipe, tables) };
}

describe("the path table", () => {
  test("of five shoppers", async () => {
    const { tables, account } = await written(csvOf(FIVE));
    expect(account).toMatchObject({ events: 18, visits: 5, customers: 5, unordered: 0, timed: true });
    const rows = await engine.query(sql`SELECT * FROM ${name(tables.events)} WHERE customer_no = 0`);
    expect([...numbers(rows, "step")]).toEqual([1, 2, 3, 4]);
    expect([...numbers(rows, "dwell_s")]).toEqual([60, 60, 60, NaN]);
  });

  test.skipIf(!hasFile(RETAIL))("of a shop's events (skipped without ../shared/data)", async () => {
    const { account, roles } = await written(textOf(RETAIL));
    expect(roles.what?.label).toBe("event");
    expect(account).toMatchObject({ rowsRead: 31_106, events: 31_106, visits: 3605, customers: 600 });
  });

  test.skipIf(!hasFile(ESHOP))("of a clickstream with dates and orders (skipped without ../shared/data)", async () => {
    const { account, roles } = await written(textOf(ESHOP));
    expect(roles).toMatchObject({
      what: { label: "page 1 (main category)" },
      order: { label: "order" },
      when: { by: "date" },
    });
    expect(account).toMatchObject({ events: 165_474, visits: 24_026, timed: false });
  });

  test.skipIf(!hasFile(INVOICES))(
    "of invoices (skipped without ../shared/data)",
    async () => {
      const { account, roles } = await written(textOf(INVOICES));
      expect(roles).toMatchObject({ what: { label: "Description" }, session: { label: "InvoiceNo" }, baskets: true });
      expect(account.flagged[0]).toMatchObject({ rule: "cancelled", rows: 8905, leftOut: 8905 });
      expect(account).toMatchObject({ events: 397_884, customers: 4338, visits: 18_532 });
      expect(account.amount).toBeCloseTo(8_911_407.904, 2);
    },
    120_000,
  );
});
