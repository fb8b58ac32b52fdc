import { createHash } from "node:crypto";
import { tableFromIPC } from "apache-arrow";
import { beforeAll, describe, expect, it } from "vitest";
import { numbers, single, texts, type Engine } from "../../../../src/data/engine";
import { SHOP_COLUMNS, SHOP_ROWS, SHOP_SEED, shopSample } from "../../../../src/data/samples/shop";
import { shopTruth, type ShopTruth } from "../../../../src/data/samples/shop-truth";
import { constant, joined, name, sql, type Sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";

const digest = (rows: number, seed: number): string => {
  const hash = createHash("sha256");
  for (const bytes of shopSample({ rows, seed })) hash.update(bytes);
  return hash.digest("hex");
};

async function insertShop(engine: Engine, table: string, rows: number, seed: number): Promise<void> {
  let create = true;
  for (const ipc of shopSample({ rows, seed })) {
    await engine.insertArrow(ipc, table, create);
    create = false;
  }
}

describe("the shop sample", () => {
  let engine: Engine;
  let truth: ShopTruth;
  const ask = async (select: Sql): Promise<number> =>
    single(await engine.query(sql`SELECT CAST((${select}) AS DOUBLE) AS n`), "n");
  const one = (value: Sql, from = "sample"): Promise<number> => ask(sql`SELECT ${value} FROM ${name(from)}`);

  beforeAll(async () => {
    engine = await nodeEngine();
    truth = shopTruth(SHOP_ROWS, SHOP_SEED);
    await insertShop(engine, "sample", SHOP_ROWS, SHOP_SEED);
    const robot = constant(truth.robot?.customer ?? "");
    // What plain cleaning leaves: people's events, once each, with a time.
    await engine.query(sql`CREATE TABLE people AS SELECT * FROM sample
      WHERE CAST(customer_id AS VARCHAR) <> ${robot} AND "timestamp" IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY rowid) = 1`);
    await engine.query(sql`CREATE TABLE visits AS SELECT session_id, any_value(customer_id) AS customer_id,
      any_value(platform) AS platform, min("timestamp") AS began, max("timestamp") AS ended, count(*) AS events,
      bool_or(event = 'purchase') AS bought FROM people GROUP BY 1`);
    await engine.query(sql`CREATE TABLE loyal (customer VARCHAR)`);
    const loyal = truth.loyal.map((id) => sql`(${constant(id)})`);
    await engine.query(sql`INSERT INTO loyal VALUES ${joined(loyal, ", ")}`);
    await engine.query(sql`CREATE TABLE customers AS SELECT customer_id, count(*) AS visits, avg(CAST(bought AS INTEGER)) AS bought,
      CAST(customer_id AS VARCHAR) IN (FROM loyal) AS loyal FROM visits GROUP BY 1`);
  });

  it("is 120,000 x 13 with types that lose nothing", async () => {
    expect(await one(sql`count(*)`)).toBe(120_000);
    const described = await engine.query(sql`SELECT column_name, column_type FROM (DESCRIBE sample)`);
    expect(texts(described, "column_name")).toEqual(SHOP_COLUMNS.map((column) => column.name));
    expect(texts(described, "column_type")).toEqual(SHOP_COLUMNS.map((column) => column.type));
    expect(await one(sql`min(customer_id)`)).toBeGreaterThan(2 ** 53);
    const exact = sql`count(DISTINCT customer_id) - count(DISTINCT CAST(customer_id AS DOUBLE))`;
    expect(await one(exact)).toBeGreaterThan(2000);
  });

  it("has visits of its customers, half an hour apart and without such a gap inside", async () => {
    expect(
      await ask(
        sql`SELECT count(*) FROM (SELECT 1 FROM sample GROUP BY session_id HAVING count(DISTINCT customer_id) > 1)`,
      ),
    ).toBe(0);
    const between = sql`SELECT min(epoch("timestamp") - epoch(before)) FROM (
      SELECT "timestamp", session_id, lag("timestamp") OVER w AS before, lag(session_id) OVER w AS other FROM people
      WINDOW w AS (PARTITION BY customer_id ORDER BY "timestamp"))`;
    expect(await ask(sql`${between} WHERE other <> session_id`)).toBeGreaterThan(1800);
    const within = await ask(sql`SELECT count(*) FROM (SELECT "timestamp" - lag("timestamp") OVER (
      PARTITION BY session_id ORDER BY "timestamp") AS gap FROM people) WHERE gap > INTERVAL 30 MINUTE`);
    // Only where an event between two others has lost its time.
    expect(within).toBeLessThanOrEqual(1);
    expect(await one(sql`avg(events)`, "visits")).toBeGreaterThan(4.8);
    expect(await one(sql`avg(events)`, "visits")).toBeLessThan(5.3);
  });

  it("spans twelve weeks that grow, busiest on Sundays and in the evening", async () => {
    expect(await one(sql`epoch(max("timestamp") - min("timestamp")) / 604800`)).toBeGreaterThan(11.8);
    expect(await one(sql`epoch(max("timestamp") - min("timestamp")) / 604800`)).toBeLessThan(12.3);
    const week = sql`date_diff('week', TIMESTAMP '2025-01-06', began)`;
    const grown = await one(
      sql`CAST(count(*) FILTER (${week} BETWEEN 8 AND 10) AS DOUBLE) / count(*) FILTER (${week} BETWEEN 0 AND 2)`,
      "visits",
    );
    expect(Math.abs(grown / 1.03 ** 8 - 1)).toBeLessThan(0.08);
    const busiest = await engine.query(
      sql`SELECT CAST(mode(isodow(began)) AS DOUBLE) AS day, CAST(mode(hour(began)) AS DOUBLE) AS hour FROM visits`,
    );
    expect([single(busiest, "day"), single(busiest, "hour")]).toEqual([7, 20]);
  });

  it("has products whose views fall with rank as Zipf found", async () => {
    const views = numbers(
      await engine.query(
        sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM people WHERE event = 'product_view' GROUP BY product ORDER BY 1 DESC`,
      ),
      "n",
    );
    expect(views).toHaveLength(240);
    expect((views[0] ?? 0) / (views[29] ?? 1)).toBeGreaterThan((32 / 3) ** 1.05 * 0.7);
    expect((views[0] ?? 0) / (views[29] ?? 1)).toBeLessThan((32 / 3) ** 1.05 * 1.4);
    expect(
      await ask(
        sql`SELECT max(n) FROM (SELECT count(DISTINCT price) + count(DISTINCT category) AS n FROM sample WHERE product IS NOT NULL GROUP BY product)`,
      ),
    ).toBe(2);
    const priced = sql`count(*) FILTER ((price IS NOT NULL) <> (event IN ('product_view', 'add_to_cart', 'purchase')))`;
    expect(await one(priced, "people")).toBe(0);
    expect(await one(sql`count(*) FILTER ((quantity IS NOT NULL) <> (event IN ('add_to_cart', 'purchase')))`)).toBe(0);
  });

  it.each([
    ["platform", "mobile", 0.4],
    ["platform", "app", 0.16],
    ["channel", "direct", 0.34],
    ["country", "Germany", 0.3],
    ["age_group", "25-34", 0.25],
  ])("has the planned share of %s %s among visits", async (column, value, share) => {
    const found = await ask(sql`SELECT avg(CAST(value IS NOT DISTINCT FROM ${value} AS INTEGER)) FROM (
      SELECT any_value(${name(column)}) AS value FROM people GROUP BY session_id)`);
    expect(Math.abs(found - share)).toBeLessThan(0.03);
  });

  it("keeps customers coming back", async () => {
    expect(await one(sql`avg(CAST(visits > 1 AS INTEGER))`, "customers")).toBeGreaterThan(0.6);
    const late = sql`SELECT count(*) FROM (SELECT min(began) AS first FROM visits GROUP BY customer_id) WHERE first >= TIMESTAMP '2025-03-17'`;
    expect(await ask(late)).toBeGreaterThan(500);
  });

  it("breaks paying on mobile in one week, to about a third, and nowhere else", async () => {
    const { from, to, platform, event, next } = truth.broken;
    const rates =
      await engine.query(sql`SELECT CAST(broken AS DOUBLE) AS broken, avg(CAST(paid AS DOUBLE)) AS rate, CAST(count(*) AS DOUBLE) AS n FROM (
      SELECT event, platform = ${platform} AND "timestamp" >= CAST(${from} AS TIMESTAMP) AND "timestamp" < CAST(${to} AS TIMESTAMP) AS broken,
        coalesce(lead(event) OVER (PARTITION BY session_id ORDER BY "timestamp"), '') = ${next} AS paid FROM people)
      WHERE event = ${event} GROUP BY 1 ORDER BY 1`);
    const [usual = 0, broken = 0] = numbers(rates, "rate");
    expect(numbers(rates, "n")[1]).toBeGreaterThan(80);
    expect(usual).toBeGreaterThan(0.74);
    expect(broken / usual).toBeLessThan(0.45);
    expect(broken / usual).toBeGreaterThan(0.2);
    const weekly = sql`SELECT min(rate) FROM (SELECT avg(CAST(paid AS DOUBLE)) AS rate FROM (
      SELECT event, platform, date_trunc('week', "timestamp") AS week, coalesce(lead(event) OVER (PARTITION BY session_id ORDER BY "timestamp"), '') = ${next} AS paid
      FROM people) WHERE event = ${event} AND NOT (platform = ${platform} AND week = CAST(${from} AS TIMESTAMP))
      GROUP BY week, platform HAVING count(*) >= 30)`;
    expect(await ask(weekly)).toBeGreaterThan(0.55);
  });

  it("has a loyal group of one in twenty that behaviour tells and no column does", async () => {
    const share = await one(sql`avg(CAST(loyal AS INTEGER))`, "customers");
    expect(Math.abs(share - 0.05)).toBeLessThan(0.01);
    expect(await one(sql`avg(visits) FILTER (loyal) / avg(visits) FILTER (NOT loyal)`, "customers")).toBeGreaterThan(5);
    expect(await one(sql`avg(bought) FILTER (loyal) / avg(bought) FILTER (NOT loyal)`, "customers")).toBeGreaterThan(2);
    const called = sql`visits >= 9`;
    expect(await one(sql`avg(CAST(${called} AS INTEGER)) FILTER (loyal)`, "customers")).toBeGreaterThan(0.7);
    expect(await one(sql`avg(CAST(loyal AS INTEGER)) FILTER (${called})`, "customers")).toBeGreaterThan(0.85);
    for (const column of ["country", "age_group"]) {
      // Chi-squared per degree of freedom; 3 is beyond 0.2 % with five or seven of them.
      const chi = sql`SELECT sum((n - total * ${share}) ** 2 / (total * ${share} * ${1 - share})) / (count(*) - 1) FROM (
        SELECT count(*) FILTER (loyal) AS n, count(*) AS total FROM customers JOIN (
          SELECT customer_id, any_value(${name(column)}) AS value FROM people GROUP BY 1) USING (customer_id) GROUP BY value)`;
      expect(await ask(chi)).toBeLessThan(3);
    }
  });

  it("has one robot with thousands of events a minute within an hour", async () => {
    const busy =
      await engine.query(sql`SELECT CAST(customer_id AS VARCHAR) AS customer, CAST(max(n) AS DOUBLE) AS most, CAST(sum(n) AS DOUBLE) AS total,
      epoch(max(minute) - min(minute)) AS seconds FROM (SELECT customer_id, time_bucket(INTERVAL 1 MINUTE, "timestamp") AS minute, count(*) AS n
      FROM sample GROUP BY ALL) GROUP BY 1 HAVING max(n) > 60`);
    expect(texts(busy, "customer")).toEqual([truth.robot?.customer]);
    expect([single(busy, "most"), single(busy, "total")]).toEqual([2000, truth.robot?.rows]);
    expect(single(busy, "seconds")).toBeGreaterThanOrEqual(1800);
    expect(single(busy, "seconds")).toBeLessThan(3600);
  });

  it("repeats, undates and misplaces as many rows as the truth counts", async () => {
    expect(await one(sql`count(*) - count(DISTINCT event_id)`)).toBe(truth.copies);
    const all = joined(
      SHOP_COLUMNS.map((column) => name(column.name)),
      ", ",
    );
    expect(
      await ask(
        sql`SELECT (SELECT count(*) FROM sample) - (SELECT count(*) FROM (SELECT DISTINCT ${all} FROM sample))`,
      ),
    ).toBe(truth.copies);
    expect(await one(sql`count(*) FILTER ("timestamp" IS NULL)`)).toBe(truth.untimed);
    const late = sql`SELECT count(*) FROM (SELECT "timestamp", max("timestamp") OVER (ORDER BY rowid ROWS UNBOUNDED PRECEDING) AS latest FROM sample) WHERE "timestamp" < latest`;
    expect(await ask(late)).toBe(truth.late);
    for (const count of [truth.copies, truth.untimed, truth.late]) expect(count).toBeGreaterThan(20);
  });
});

describe("shopSample", () => {
  it("is the same for the same seed and another for another", () => {
    expect(digest(30_000, 1)).toBe(digest(30_000, 1));
    expect(digest(30_000, 2)).not.toBe(digest(30_000, 1));
  });

  it.each([2, 3, 24_999, 25_000, 25_001])("has as many rows as are wanted (%i)", (rows) => {
    const seed = 4_294_967_295;
    const pieces = Array.from(shopSample({ rows, seed }), (ipc) => tableFromIPC(ipc));
    expect(pieces.reduce((sum, { numRows }) => sum + numRows, 0)).toBe(rows);
    const events = pieces.flatMap((piece) => [...(piece.getChild("event_id")?.toArray() as BigInt64Array)]);
    expect(new Set(events).size).toBe(rows - shopTruth(rows, seed).copies);
  });

  it("yields pieces of flat size, however many rows", () => {
    const sizes = Array.from(shopSample({ rows: 200_000, seed: 1 }), ({ byteLength }) => byteLength);
    expect(sizes).toHaveLength(8);
    expect(Math.max(...sizes)).toBeLessThan(25_000 * 160);
  });

  it("plants the same in a larger file", () => {
    const truth = shopTruth(400_000, 5);
    expect(truth.robot?.rows).toBe(40_000);
    expect(truth.broken).toEqual(shopTruth(1000, 2).broken);
    expect(truth.copies).toBeGreaterThan(300);
  });

  it("refuses what cannot be made", () => {
    for (const rows of [1, 2.5, Number.NaN]) expect(() => [...shopSample({ rows, seed: 1 })]).toThrow(RangeError);
  });
});
