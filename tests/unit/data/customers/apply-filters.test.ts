import { beforeAll, describe, expect, test } from "vitest";
import { applyFilters } from "../../../../src/data/customers/apply-filters";
import type { RowFilters } from "../../../../src/data/customers/row-filters";
import { numbers, texts, type Engine } from "../../../../src/data/engine";
import type { Dataset } from "../../../../src/data/dataset";
import { name, sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { clean, rawOfCsv } from "../clean/raw-of";

const ALL: RowFilters = { makers: [], handsets: [], locations: [], apps: [], from: null, to: null };

const SESSIONS = `MSISDN,Start,Dur. (s),Total DL (Bytes),Total UL (Bytes),Avg RTT (ms),Handset Type,Handset Manufacturer,Last Location Name,Gaming (Bytes),Chess (Bytes)
30,2019-04-04 12:00:00,10,100,1,50,Zeta,M2,L1,70,30
20,2019-04-05 12:00:00,20,200,2,,Beta,M1,L2,150,50
20,2019-04-06 12:00:00,30,300,,30,Alpha,M1,L1,250,
30,2019-04-07 12:00:00,40,,,60,Zeta,M1,L1,,
30,2019-04-08 12:00:00,50,500,5,,Alpha,M2,L2,400,100
\\N,2019-04-08 12:00:00,999999,999999,999999,1,Alpha,M2,L2,999999,1
10,2019-04-09 12:00:00,60,600,6,20,undefined,undefined,L3,600,
`;

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const dataset = async (filters: Partial<RowFilters> = {}, csv = SESSIONS): Promise<Dataset> =>
  applyFilters(engine, await clean(engine, await rawOfCsv(engine, csv)), { ...ALL, ...filters });

const column = async (label: string, table = "customers"): Promise<readonly (string | number | null)[]> => {
  const answer = await engine.query(sql`SELECT ${name(label)} AS v FROM ${name(table)} ORDER BY customer_no`);
  return answer.columns[0] instanceof Float64Array
    ? Array.from(numbers(answer, "v"), (value) => (Number.isNaN(value) ? null : value))
    : texts(answer, "v");
};

describe("customers of sessions", () => {
  test("one row per customer, numbered by key, sums of amounts and means of rates", async () => {
    const { counts, grain } = await dataset();
    expect(grain).toBe("session");
    expect(await column("customer_no")).toEqual([0, 1, 2]);
    expect(await column("customer")).toEqual(["10", "20", "30"]);
    expect(await column("sessions")).toEqual([1, 2, 3]);
    expect(await column("duration_s")).toEqual([60, 50, 100]);
    expect(await column("traffic_bytes")).toEqual([606, 502, 606]);
    expect(await column("upload_bytes")).toEqual([6, 2, 6]);
    expect(await column("rtt_ms")).toEqual([20, 30, 55]);
    expect(await column("app_1")).toEqual([null, 50, 130]);
    expect(counts).toEqual({
      rowsRead: 7,
      rowsSetAside: 1,
      rowsKept: 6,
      rowsFiltered: 0,
      customers: 3,
      from: Date.UTC(2019, 3, 4, 12),
      to: Date.UTC(2019, 3, 9, 12),
    });
  });

  test("the null customer is never number one: it is not there at all", async () => {
    await dataset();
    const answer = await engine.query(
      sql`SELECT max(duration_s) AS longest, max(traffic_bytes) AS most FROM customers`,
    );
    expect([numbers(answer, "longest")[0], numbers(answer, "most")[0]]).toEqual([100, 606]);
  });

  test("handset and maker are the most frequent, ties alphabetical, missing stays missing", async () => {
    await dataset();
    expect(await column("handset")).toEqual([null, "Alpha", "Zeta"]);
    expect(await column("maker")).toEqual([null, "M1", "M2"]);
  });

  test("the view of sessions carries the same customer numbers", async () => {
    await dataset();
    const answer = await engine.query(sql`
      SELECT s.customer_no AS no, CAST(count(*) AS DOUBLE) AS sessions, sum(s.traffic_bytes) AS traffic, any_value(c.traffic_bytes) AS said
      FROM sessions AS s JOIN customers AS c USING (customer_no) GROUP BY 1 ORDER BY 1`);
    expect(Array.from(numbers(answer, "sessions"))).toEqual([1, 2, 3]);
    expect(Array.from(numbers(answer, "traffic"))).toEqual(Array.from(numbers(answer, "said")));
  });
});

describe("filters", () => {
  test("choose sessions; customers are numbered and counted again", async () => {
    const { counts } = await dataset({ makers: ["M2"] });
    expect(await column("customer")).toEqual(["30"]);
    expect(await column("customer_no")).toEqual([0]);
    expect(await column("sessions")).toEqual([2]);
    expect(await column("duration_s")).toEqual([60]);
    expect(counts).toMatchObject({ rowsKept: 6, rowsFiltered: 4, customers: 1 });
    expect(await column("customer_no", "sessions")).toEqual([0, 0]);
  });

  test("Unknown chooses the missing; several lists must all hold", async () => {
    await dataset({ handsets: ["Unknown"] });
    expect(await column("customer")).toEqual(["10"]);
    await dataset({ handsets: ["Alpha", "Zeta"], locations: ["L2"] });
    expect(await column("customer")).toEqual(["30"]);
  });

  test("time is from inclusive to exclusive", async () => {
    const { counts } = await dataset({ from: Date.UTC(2019, 3, 5, 12), to: Date.UTC(2019, 3, 7, 12) });
    expect(await column("sessions")).toEqual([2]);
    expect([counts.from, counts.to]).toEqual([Date.UTC(2019, 3, 5, 12), Date.UTC(2019, 3, 6, 12)]);
  });

  test("applications narrow what traffic counts, and say so", async () => {
    const { trafficDefinition } = await dataset({ apps: ["Chess"] });
    expect(await column("traffic_bytes")).toEqual([null, 50, 130]);
    expect(await column("traffic_bytes", "sessions")).toContain(50);
    expect(trafficDefinition).toBe("Traffic = Chess only, as filtered.");
  });

  test("a filter that leaves nobody leaves empty tables", async () => {
    const { counts } = await dataset({ makers: ["nobody"] });
    expect(counts).toMatchObject({ customers: 0, rowsFiltered: 6 });
    expect(await column("customer")).toEqual([]);
    expect(counts.from).toBeUndefined();
  });

  test("a quote in a value is only a value", async () => {
    expect((await dataset({ makers: ["M1' OR '1'='1"] })).counts.customers).toBe(0);
  });

  test("every result has its own version", async () => {
    const prepared = await clean(engine, await rawOfCsv(engine, SESSIONS));
    const [first, second] = [await applyFilters(engine, prepared, ALL), await applyFilters(engine, prepared, ALL)];
    expect(first.version).not.toBe(second.version);
  });
});

describe("a file of customers", () => {
  const USERS =
    "MSISDN,sessions,total_duration,total_bytes,avg_rtt_ms,handset_type\n2,1,10,100,5,A\n1,2,20,200,7,undefined\n\\N,9,9,9,9,B\n";

  test("comes straight, without sessions", async () => {
    const { grain, metrics, hasTime } = await dataset({}, USERS);
    expect([grain, hasTime]).toEqual(["customer", false]);
    expect(metrics.map((metric) => metric.column)).toEqual(["sessions", "duration_s", "traffic_bytes", "rtt_ms"]);
    expect(await column("customer")).toEqual(["1", "2"]);
    expect(await column("sessions")).toEqual([2, 1]);
    expect(await column("handset")).toEqual([null, "A"]);
    await expect(engine.query(sql`SELECT * FROM sessions`)).rejects.toThrow("does not exist");
  });

  test("a repeated customer becomes one, and the ledger says so", async () => {
    const result = await clean(
      engine,
      await rawOfCsv(engine, "MSISDN,sessions,total_duration,avg_rtt_ms\n1,1,10,4\n1,2,20,8\n"),
    );
    await applyFilters(engine, result, ALL);
    expect([await column("sessions"), await column("duration_s"), await column("rtt_ms")]).toEqual([[3], [30], [6]]);
    expect(result.ledger.find(({ id }) => id === "ids")?.text).toContain("1 row repeat");
  });
});
