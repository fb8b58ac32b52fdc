import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Clean } from "../../../../src/data/clean/build-clean";
import { applyFilters } from "../../../../src/data/customers/apply-filters";
import type { Dataset } from "../../../../src/data/dataset";
import { numbers, single, texts, type Engine } from "../../../../src/data/engine";
import { name, sql, type Sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { clean, rawOfFile, step } from "../clean/raw-of";

const DATA = "../shared/data/telecom-xdr/";
const REFERENCE = "../shared/reference/telecom.json";
const ALL = { makers: [], handsets: [], locations: [], apps: [], from: null, to: null };

type Ranking = readonly (readonly [string, number])[];

interface Reference {
  readonly users_csv: {
    readonly users: number;
    readonly top10_sessions: Ranking;
    readonly top10_total_duration: Ranking;
    readonly top10_total_bytes: Ranking;
  };
  readonly sessions_csv: {
    readonly users: number;
    readonly app_totals: Readonly<Record<string, number>>;
    readonly top10_per_app: Readonly<Record<string, Ranking>>;
    readonly top10_sessions: Ranking;
    readonly top10_duration_s: Ranking;
    readonly top10_traffic_bytes: Ranking;
    readonly top10_handsets: Ranking;
    readonly top3_manufacturers: Ranking;
    readonly top5_handsets_per_manufacturer: Readonly<Record<string, Ranking>>;
    readonly decile_traffic: Readonly<Record<string, number>>;
  };
}

const opened = async (file: string): Promise<{ engine: Engine; result: Clean; dataset: Dataset }> => {
  const engine = await nodeEngine();
  const result = await clean(engine, await rawOfFile(engine, DATA + file));
  return { engine, result, dataset: await applyFilters(engine, result, ALL) };
};

const ranked = async (engine: Engine, label: Sql, value: Sql, from: Sql, count: number): Promise<Ranking> => {
  const answer = await engine.query(sql`
    SELECT ${label} AS label, CAST(${value} AS DOUBLE) AS value FROM ${from} ORDER BY value DESC, label LIMIT ${count}`);
  return texts(answer, "label").map(
    (one, index) => [one ?? "undefined", numbers(answer, "value")[index] ?? NaN] as const,
  );
};

/** Equal values may stand in any order, and the last value may be shared by customers that the list has no room for. */
function expectSameRanking(found: Ranking, wanted: Ranking): void {
  expect(found.map(([, value]) => value)).toEqual(wanted.map(([, value]) => value));
  const last = wanted[wanted.length - 1]?.[1];
  const above = (list: Ranking): readonly string[] =>
    list
      .filter(([, value]) => value !== last)
      .map(([label]) => label)
      .sort();
  expect(above(found)).toEqual(above(wanted));
}

const total = async (engine: Engine, column: string): Promise<number> =>
  single(await engine.query(sql`SELECT sum(${name(column)}) AS total FROM customers`), "total");

const here = existsSync(REFERENCE) && existsSync(`${DATA}sessions.csv`);
const reference = (): Reference => JSON.parse(readFileSync(REFERENCE, "utf8")) as Reference;

describe.skipIf(!here)("sessions.csv against the reference (skipped without ../shared)", () => {
  let engine: Engine;
  let result: Clean;
  let dataset: Dataset;
  beforeAll(async () => ({ engine, result, dataset } = await opened("sessions.csv")));

  const top = (column: string, count = 10): Promise<Ranking> =>
    ranked(engine, sql`customer`, name(column), sql`customers`, count);

  test("has one row per customer, not per session", async () => {
    expect([dataset.grain, dataset.counts.rowsKept, dataset.counts.customers]).toEqual([
      "session",
      8747,
      reference().sessions_csv.users,
    ]);
    const answer = await engine.query(
      sql`SELECT CAST(count(*) AS DOUBLE) AS n, CAST(count(DISTINCT customer) AS DOUBLE) AS distinct_n, CAST(max(customer_no) AS DOUBLE) AS last FROM customers`,
    );
    expect([single(answer, "n"), single(answer, "distinct_n"), single(answer, "last")]).toEqual([7401, 7401, 7400]);
  });

  test("finds that the duration is in seconds", () => {
    expect(step(result, "units").text).toContain(
      "but its values are seconds: they equal the end minus the start on 8,747 of 8,747 rows",
    );
    expect(step(result, "totals").text).toContain("on all 8,747 rows");
  });

  test("ranks customers exactly, with their ties", async () => {
    const { sessions_csv: wanted } = reference();
    expectSameRanking(await top("sessions"), wanted.top10_sessions);
    expectSameRanking(await top("duration_s"), wanted.top10_duration_s);
    expectSameRanking(await top("traffic_bytes"), wanted.top10_traffic_bytes);
  });

  test("sums and ranks every application exactly", async () => {
    const { app_totals: totals, top10_per_app: rankings } = reference().sessions_csv;
    expect(dataset.apps.map(({ label }) => `${label} (Bytes)`).sort()).toEqual(Object.keys(totals).sort());
    for (const { column, label } of dataset.apps) {
      expect(await total(engine, column)).toBe(totals[`${label} (Bytes)`]);
      expectSameRanking(await top(column), rankings[`${label} (Bytes)`] ?? []);
    }
  });

  test("counts handsets and makers by session, “undefined” as missing", async () => {
    const { sessions_csv: wanted } = reference();
    const grouped = (column: string, where: Sql): Sql =>
      sql`(SELECT ${name(column)} AS word, count(*) AS n FROM sessions WHERE ${where} GROUP BY 1)`;
    expectSameRanking(
      await ranked(engine, sql`word`, sql`n`, grouped("handset", sql`true`), 10),
      wanted.top10_handsets,
    );
    expectSameRanking(
      await ranked(engine, sql`word`, sql`n`, grouped("maker", sql`maker IS NOT NULL`), 3),
      wanted.top3_manufacturers,
    );
    for (const [maker, handsets] of Object.entries(wanted.top5_handsets_per_manufacturer))
      expectSameRanking(
        await ranked(engine, sql`word`, sql`n`, grouped("handset", sql`maker = ${maker}`), 5),
        handsets,
      );
  });

  /** Three inner edges are 86,399 s, so the reference ranks equal durations in the order of the customer's key. */
  test("gives the ten deciles by duration their traffic", async () => {
    const answer = await engine.query(sql`
      SELECT CAST(decile AS DOUBLE) AS decile, sum(traffic_bytes) AS traffic
      FROM (SELECT traffic_bytes, ntile(10) OVER (ORDER BY duration_s, customer_no) AS decile FROM customers) GROUP BY 1 ORDER BY 1`);
    expect(Array.from(numbers(answer, "traffic"))).toEqual(Object.values(reference().sessions_csv.decile_traffic));
  });
});

describe.skipIf(!here)("users.csv against the reference (skipped without ../shared)", () => {
  let engine: Engine;
  let dataset: Dataset;
  beforeAll(async () => ({ engine, dataset } = await opened("users.csv")));

  test("is a table of customers, summed exactly", async () => {
    expect([dataset.grain, dataset.counts.customers]).toEqual(["customer", reference().users_csv.users]);
    expect(await total(engine, "sessions")).toBe(148_935);
    expect(await total(engine, "duration_s")).toBe(15_618_837_656);
    expect(await total(engine, "traffic_bytes")).toBe(73_833_446_511_053);
  });

  test("ranks customers exactly, with their ties", async () => {
    const { users_csv: wanted } = reference();
    const top = (column: string): Promise<Ranking> => ranked(engine, sql`customer`, name(column), sql`customers`, 10);
    expectSameRanking(await top("sessions"), wanted.top10_sessions);
    expectSameRanking(await top("duration_s"), wanted.top10_total_duration);
    expectSameRanking(await top("traffic_bytes"), wanted.top10_total_bytes);
  });
});

describe.skipIf(!here)("the damaged files (skipped without ../shared)", () => {
  test("users_with_null_marker.csv: the row of \\N is never a customer", async () => {
    const { engine, result, dataset } = await opened("users_with_null_marker.csv");
    expect(dataset.counts).toMatchObject({ rowsRead: 106_857, rowsSetAside: 1, customers: 106_856 });
    expect(step(result, "missing-customer").samples).toEqual([
      { row: 106_857, column: "MSISDN", before: "\\N", after: "(row set aside)" },
    ]);
    const answer = await engine.query(sql`SELECT max(sessions) AS most FROM customers`);
    expect(single(answer, "most")).toBe(18);
    expect(step(result, "units").text).toContain("seconds of a day");
  });

  test("sessions_damaged.csv loads, and the ledger tells what is odd", async () => {
    const { result, dataset } = await opened("sessions_damaged.csv");
    expect([dataset.grain, dataset.counts.customers]).toEqual(["customer", 8747]);
    expect(step(result, "ids").text).toContain("8,747 identifiers written with decimals");
    expect(step(result, "totals").text).toContain("multiple of 1,000,000 bytes");
    expect(step(result, "units").text).toContain("its values are seconds");
  });
});
