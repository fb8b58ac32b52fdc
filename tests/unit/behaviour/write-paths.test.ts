import { beforeAll, describe, expect, test } from "vitest";
import { guessJourney } from "../../../src/behaviour/guess-journey";
import { staysOf } from "../../../src/behaviour/queries-stays";
import { pathTables, type PathRecipe } from "../../../src/behaviour/recipe";
import { BOT_RATE, USUAL_RULES } from "../../../src/behaviour/rules";
import { writePaths } from "../../../src/behaviour/write-paths";
import { numbers, type Engine } from "../../../src/data/engine";
import { name, sql, type Sql } from "../../../src/data/sql";
import { seededRandom } from "../../../src/math/random";
import { nodeEngine } from "../../node-engine";
import { shopCsv } from "./a-shop";
import { csvOf, ESHOP, FIVE, hasFile, INVOICES, logOf, RETAIL, textOf } from "./logs";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

async function written(
  csv: string,
  change: (recipe: PathRecipe) => Partial<PathRecipe> = () => ({}),
  rowsAtOnce = 1_000_000,
) {
  const { context, columns } = await logOf(engine, csv);
  const roles = guessJourney(columns);
  const usual: PathRecipe = {
    roles,
    visits: roles.session === null ? { by: "gap", minutes: 30 } : { by: "given" },
    rules: USUAL_RULES,
    botRate: BOT_RATE,
  };
  const recipe = { ...usual, ...change(usual) };
  const tables = pathTables(context.dataset.version, recipe);
  return { tables, roles, account: await writePaths(context, recipe, tables, rowsAtOnce) };
}

describe("the path table", () => {
  test("of five shoppers", async () => {
    const { tables, account } = await written(csvOf(FIVE));
    expect(account).toMatchObject({ events: 18, visits: 5, customers: 5, unordered: 0, timed: true });
    const rows = await engine.query(sql`SELECT * FROM (${staysOf(tables, true)}) WHERE customer_no = 0`);
    expect([...numbers(rows, "step")]).toEqual([1, 2, 3, 4]);
    expect([...numbers(rows, "dwell_s")]).toEqual([60, 60, 60, NaN]);
  });

  test.each<[string, (recipe: PathRecipe) => Partial<PathRecipe>]>([
    ["by gap", () => ({ visits: { by: "gap", minutes: 30 } })],
    ["by id", () => ({})],
    ["by day, with every row", () => ({ visits: { by: "day" }, rules: [] })],
    ["without copies", () => ({ rules: ["duplicates", "bots"], botRate: 10 })],
  ])("is the same at once and in small parts: %s", async (_, change) => {
    const csv = shopCsv(6, true, 300);
    const seen = async (rowsAtOnce: number) => {
      const { tables, account } = await written(csv, change, rowsAtOnce);
      const { slices, ...rest } = account;
      const rows = (table: string) => engine.query(sql`SELECT * FROM ${name(table)} ORDER BY ALL`);
      const [events, visits, names] = [await rows(tables.events), await rows(tables.visits), await rows(tables.names)];
      return { parts: slices.length, seen: [rest, events.columns, visits.columns, names.columns] };
    };
    const [whole, split] = [await seen(1_000_000), await seen(97)];
    expect([whole.parts, split.parts > 10]).toEqual([1, true]);
    expect(split.seen).toEqual(whole.seen);
  });

  test("is the same whatever the order of the file", async () => {
    const [head = "", ...lines] = shopCsv(5, false, 300).split("\n");
    const random = seededRandom(7);
    const keyed = lines.map((line) => ({ line, key: random() })).toSorted((a, b) => a.key - b.key);
    const seen = async (csv: string): Promise<unknown> => {
      const { tables } = await written(csv);
      const answer =
        await engine.query(sql`SELECT c.customer, e.step, e.place, n.event, m.event AS next, epoch_ms(e."at") AS moment, e.dwell_s
        FROM (${staysOf(tables, true)}) AS e JOIN customers AS c USING (customer_no) JOIN ${name(tables.names)} AS n USING (event_no)
        LEFT JOIN ${name(tables.names)} AS m ON m.event_no = e.next_no ORDER BY customer, e.place`);
      return answer.columns;
    };
    expect(await seen([head, ...keyed.map(({ line }) => line)].join("\n"))).toEqual(
      await seen([head, ...lines].join("\n")),
    );
  });

  test("keeps visits apart that go on at the same time, and the customer's own order beside", async () => {
    const at = (minute: number): string => `2024-01-01 10:0${minute}:00`;
    const rows = ["a,s1,x", "a,s2,y", "a,s1,z", "a,s2,w"].map((row, minute) => `${row},${at(minute)}`);
    const { tables, account } = await written(["user_id,session_id,event,timestamp", ...rows].join("\n"));
    expect(account.visits).toBe(2);
    const events = await engine.query(sql`SELECT * FROM (${staysOf(tables, true)}) ORDER BY path_no, step`);
    expect([...numbers(events, "path_no")]).toEqual([0, 0, 1, 1]);
    expect([...numbers(events, "step")]).toEqual([1, 2, 1, 2]);
    expect([...numbers(events, "place")]).toEqual([1, 3, 2, 4]);
    expect([...numbers(events, "dwell_s")]).toEqual([120, NaN, 120, NaN]);
  });

  test("parts visits after the gap and by the day", async () => {
    const times = ["01 10:00:00", "01 10:30:00", "01 11:00:01", "02 00:10:00", "02 00:20:00"];
    const csv = ["user_id,event,timestamp", ...times.map((time) => `a,x,2024-01-${time}`)].join("\n");
    const visits = async (rule: PathRecipe["visits"]): Promise<number> =>
      (await written(csv, () => ({ visits: rule }))).account.visits;
    expect(await visits({ by: "gap", minutes: 30 })).toBe(3);
    expect(await visits({ by: "gap", minutes: 31 })).toBe(2);
    expect(await visits({ by: "day" })).toBe(2);
    expect(await visits({ by: "customer" })).toBe(1);
  });

  test("is written once for a recipe, and again after another took its place", async () => {
    const { context, columns } = await logOf(engine, csvOf(FIVE));
    const roles = guessJourney(columns);
    const recipe = (minutes: number): PathRecipe => ({
      roles,
      visits: { by: "gap", minutes },
      rules: USUAL_RULES,
      botRate: BOT_RATE,
    });
    const statements: string[] = [];
    const watched = {
      ...context,
      query: (statement: Sql) => (statements.push(statement.text), context.query(statement)),
    };
    const write = async (minutes: number): Promise<number> => {
      statements.length = 0;
      await writePaths(watched, recipe(minutes), pathTables("v", recipe(minutes)));
      return statements.filter((text) => text.startsWith("CREATE")).length;
    };
    expect(await write(30)).toBeGreaterThan(3);
    expect(await write(30)).toBe(0);
    expect(await write(10)).toBeGreaterThan(3);
    expect(await write(30)).toBeGreaterThan(3);
    expect(new Set(statements).size).toBe(statements.length);
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
