import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { single, texts, type Engine } from "../../../../src/data/engine";
import { TELECOM_COLUMNS, TELECOM_ROWS, telecomSample } from "../../../../src/data/samples/telecom";
import { name, sql, type Sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";

const digest = (streams: Iterable<Uint8Array>): string => {
  const hash = createHash("sha256");
  for (const bytes of streams) hash.update(bytes);
  return hash.digest("hex");
};

describe("the telecom sample", () => {
  let engine: Engine;
  const one = async (select: Sql): Promise<number> =>
    single(await engine.query(sql`SELECT CAST(${select} AS DOUBLE) AS n FROM sample`), "n");

  beforeAll(async () => {
    engine = await nodeEngine();
    let create = true;
    for (const ipc of telecomSample({ rows: TELECOM_ROWS, seed: 1 })) {
      await engine.insertArrow(ipc, "sample", create);
      create = false;
    }
  });

  it("is 150,001 x 55 with the published names and types that lose nothing", async () => {
    expect(await one(sql`count(*)`)).toBe(150_001);
    expect(TELECOM_COLUMNS).toHaveLength(55);
    expect(new Set(TELECOM_COLUMNS.map((column) => column.name)).size).toBe(55);
    const described = await engine.query(sql`SELECT column_name, column_type FROM (DESCRIBE sample)`);
    expect(texts(described, "column_name")).toEqual(TELECOM_COLUMNS.map((column) => column.name));
    expect(texts(described, "column_type")).toEqual(TELECOM_COLUMNS.map((column) => column.type));
  });

  it("ends in a row of column means without ids, times and totals", async () => {
    const last = sql`FROM sample WHERE rowid = 150000`;
    const gaming = await engine.query(sql`SELECT "Gaming DL (Bytes)" AS n ${last}`);
    const mean = await engine.query(sql`SELECT avg("Gaming DL (Bytes)") AS n FROM sample WHERE rowid < 150000`);
    expect(single(gaming, "n")).toBeCloseTo(single(mean, "n"), 3);
    for (const { name: column } of TELECOM_COLUMNS) {
      const filled = single(await engine.query(sql`SELECT CAST(count(${name(column)}) AS DOUBLE) AS n ${last}`), "n");
      const application = /^(Social Media|Google|Email|Youtube|Netflix|Gaming|Other) (DL|UL) /.test(column);
      expect([column, filled]).toEqual([column, application ? 1 : 0]);
    }
  });

  it("holds seconds under the header “Dur. (ms)”", async () => {
    expect(await one(sql`count(*) FILTER ("Dur. (ms)" <> floor("Dur. (ms).1" / 1000))`)).toBe(0);
    const off = sql`epoch("End") - epoch("Start") - "Dur. (ms)"`;
    expect(await one(sql`count(*) FILTER (abs(${off}) > 1)`)).toBe(0);
    const exact = sql`epoch_ms("End") + "End ms" - epoch_ms("Start") - "Start ms"`;
    expect(await one(sql`count(*) FILTER (${exact} <> "Dur. (ms).1")`)).toBe(0);
  });

  it("leaves Other out of Total DL and keeps it in Total UL", async () => {
    const sum = (way: string, labels: string[]): Sql =>
      labels.map((label) => name(`${label} ${way} (Bytes)`)).reduce((a, b) => sql`${a} + ${b}`);
    const six = ["Social Media", "Google", "Email", "Youtube", "Netflix", "Gaming"];
    expect(await one(sql`count(*) FILTER ("Total DL (Bytes)" <> ${sum("DL", six)})`)).toBe(0);
    expect(await one(sql`count(*) FILTER ("Total UL (Bytes)" <> ${sum("UL", [...six, "Other"])})`)).toBe(0);
  });

  it("has ids beyond 2^53, exact, and undefined handsets", async () => {
    expect(await one(sql`min("Bearer Id")`)).toBeGreaterThan(2 ** 53);
    expect(await one(sql`count(DISTINCT "Bearer Id") - count("Bearer Id")`)).toBe(0);
    expect(
      await one(sql`count(*) FILTER (CAST(CAST("Bearer Id" AS DOUBLE) AS HUGEINT) <> "Bearer Id")`),
    ).toBeGreaterThan(100_000);
    const undefinedHandsets = await one(sql`count(*) FILTER ("Handset Type" = 'undefined')`);
    expect(Math.abs(undefinedHandsets / 8987 - 1)).toBeLessThan(0.05);
    expect(
      await one(sql`count(*) FILTER ("Handset Type" = 'undefined' AND "Handset Manufacturer" <> 'undefined')`),
    ).toBe(0);
  });

  it("holds ids that nobody has", async () => {
    expect(await one(sql`count(*) FILTER ("MSISDN/Number" NOT BETWEEN 999000000000 AND 999999999999)`)).toBe(0);
    expect(await one(sql`count(*) FILTER ("IMSI" NOT BETWEEN 999700000000000 AND 999709999999999)`)).toBe(0);
    expect(await one(sql`count(*) FILTER ("IMEI" NOT BETWEEN 99999000000000 AND 99999999999999)`)).toBe(0);
  });

  /** Published counts of missing values; a drawn count may differ by 5 standard deviations, at most 10 of 100 rare ones. */
  it.each([
    ["MSISDN/Number", 1066],
    ["IMSI", 570],
    ["IMEI", 572],
    ["Handset Type", 572],
    ["Bearer Id", 991],
    ["Last Location Name", 1153],
    ["Avg RTT DL (ms)", 27829],
    ["Avg RTT UL (ms)", 27812],
    ["TCP DL Retrans. Vol (Bytes)", 88146],
    ["TCP UL Retrans. Vol (Bytes)", 96649],
    ["HTTP DL (Bytes)", 81474],
    ["HTTP UL (Bytes)", 81810],
    ["DL TP < 50 Kbps (%)", 754],
    ["UL TP > 300 Kbps (%)", 792],
    ["Nb of sec with 37500B < Vol UL", 130254],
    ["Nb of sec with Vol DL < 6250B", 755],
    ["Start", 1],
    ["Total DL (Bytes)", 1],
    ["Gaming DL (Bytes)", 0],
  ])("misses as many values of %s as published (%i)", async (column, published) => {
    const missing = await one(sql`count(*) - count(${name(column)})`);
    const sd = Math.sqrt(published * (1 - published / 150_001));
    expect(Math.abs(missing - published)).toBeLessThanOrEqual(published <= 1 ? 0 : 5 * sd);
  });

  /** Published mean, sd, quartiles, min and max: mean within 6 %, sd within 35 % (the tails are long), quartiles within 6 %. */
  it.each([
    ["Dur. (ms)", 1.046086e5, 8.103762e4, 57440.5, 86399, 132430.2, 7142, 1859336],
    ["Avg RTT DL (ms)", 109.795706, 619.782739, 32, 45, 70, 0, 96923],
    ["Avg RTT UL (ms)", 17.662883, 84.793524, 2, 5, 15, 0, 7120],
    ["Avg Bearer TP DL (kbps)", 13300.045927, 23971.878541, 43, 63, 19710.75, 0, 378160],
    ["Avg Bearer TP UL (kbps)", 1770.428647, 4625.3555, 47, 63, 1120, 0, 58613],
    ["TCP DL Retrans. Vol (Bytes)", 2.080991e7, 1.825665e8, 35651.5, 568730, 3768308, 2, 4.294426e9],
    ["Total DL (Bytes)", 4.546434e8, 2.441429e8, 2.431068e8, 4.558411e8, 6.657055e8, 7.114041e6, 9.029696e8],
    ["Total UL (Bytes)", 4.112121e7, 1.127639e7, 3.322201e7, 4.114331e7, 4.903424e7, 2.866892e6, 7.833131e7],
  ])("is shaped like the published %s", async (column, mean, sd, q25, median, q75, min, max) => {
    const quoted = name(column);
    const near = (value: number, published: number): number => Math.abs(value / published - 1);
    expect(near(await one(sql`avg(${quoted})`), mean)).toBeLessThan(0.06);
    expect(near(await one(sql`stddev_samp(${quoted})`), sd)).toBeLessThan(0.35);
    for (const [share, published] of [
      [0.25, q25],
      [0.5, median],
      [0.75, q75],
    ] as const) {
      expect(near(await one(sql`quantile_cont(${quoted}, ${share})`), published)).toBeLessThan(0.06);
    }
    expect(await one(sql`min(${quoted})`)).toBeGreaterThanOrEqual(min * 0.1);
    expect(await one(sql`max(${quoted})`)).toBeLessThanOrEqual(max * 1.01);
  });

  /** Published: 106,856 customers, 1.394 sessions each, at most 18; three makers of 59,565, 40,839 and 34,423 sessions. */
  it("has the published number of customers, sessions and handsets", async () => {
    const customers = await one(sql`count(DISTINCT "MSISDN/Number")`);
    expect(Math.abs(customers / 106_856 - 1)).toBeLessThan(0.02);
    const most = await engine.query(
      sql`SELECT CAST(max(n) AS DOUBLE) AS n FROM (SELECT count(*) AS n FROM sample WHERE "MSISDN/Number" IS NOT NULL GROUP BY "MSISDN/Number")`,
    );
    expect(single(most, "n")).toBe(18);
    for (const [maker, published] of [
      ["Apple", 59565],
      ["Samsung", 40839],
      ["Huawei", 34423],
    ] as const) {
      const sessions = await one(sql`count(*) FILTER ("Handset Manufacturer" = ${maker})`);
      expect(Math.abs(sessions / published - 1)).toBeLessThan(0.05);
    }
  });

  it("plants heavier customers and a gradient of experience", async () => {
    const perSession = (sessions: Sql): Sql => sql`SELECT avg(d) AS n FROM (
      SELECT count(*) AS s, avg("Dur. (ms)") AS d FROM sample WHERE "MSISDN/Number" IS NOT NULL GROUP BY "MSISDN/Number") WHERE ${sessions}`;
    const light = single(await engine.query(perSession(sql`s = 1`)), "n");
    const heavy = single(await engine.query(perSession(sql`s >= 4`)), "n");
    expect(heavy / light).toBeGreaterThan(1.1);
    const rank = (column: string): Sql => sql`percent_rank() OVER (ORDER BY ${name(column)})`;
    const pair = async (a: string, b: string): Promise<number> =>
      single(
        await engine.query(sql`SELECT corr(x, y) AS n FROM (SELECT ${rank(a)} AS x, ${rank(b)} AS y FROM sample
          WHERE ${name(a)} IS NOT NULL AND ${name(b)} IS NOT NULL)`),
        "n",
      );
    expect(await pair("Avg RTT DL (ms)", "Avg Bearer TP DL (kbps)")).toBeLessThan(-0.3);
    expect(await pair("Avg RTT DL (ms)", "TCP DL Retrans. Vol (Bytes)")).toBeGreaterThan(0.3);
  });
});

describe("telecomSample", () => {
  it("is the same for the same seed and another for another", () => {
    const of = (seed: number, columns?: string[]): string =>
      digest(telecomSample({ rows: 30_001, seed, ...(columns === undefined ? {} : { columns }) }));
    expect(of(1)).toBe(of(1));
    expect(of(2)).not.toBe(of(1));
  });

  it("makes a column the same whichever others are made", async () => {
    const engine = await nodeEngine();
    for (const [table, columns] of [
      ["some", ["Total DL (Bytes)", "IMSI"]],
      ["all", undefined],
    ] as const) {
      let create = true;
      for (const ipc of telecomSample({ rows: 30_001, seed: 7, ...(columns === undefined ? {} : { columns }) })) {
        await engine.insertArrow(ipc, table, create);
        create = false;
      }
    }
    const differ =
      await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM "some" a JOIN "all" b ON a.rowid = b.rowid
      WHERE a."IMSI" IS DISTINCT FROM b."IMSI" OR a."Total DL (Bytes)" IS DISTINCT FROM b."Total DL (Bytes)"`);
    expect(single(differ, "n")).toBe(0);
  });

  it.each([2, 25_001, 25_002, 150_002])("ends with the means at any size (%i rows)", async (rows) => {
    const engine = await nodeEngine();
    let create = true;
    for (const ipc of telecomSample({ rows, seed: 3, columns: ["IMSI", "Gaming DL (Bytes)"] })) {
      await engine.insertArrow(ipc, "t", create);
      create = false;
    }
    const counts = await engine.query(
      sql`SELECT CAST(count(*) AS DOUBLE) AS n, CAST(max(rowid) FILTER ("Gaming DL (Bytes)" <> floor("Gaming DL (Bytes)") OR rowid = ${rows - 1}) AS DOUBLE) AS last FROM t`,
    );
    expect([single(counts, "n"), single(counts, "last")]).toEqual([rows, rows - 1]);
  });

  it("yields pieces of flat size, however many rows", () => {
    let pieces = 0;
    let largest = 0;
    for (const ipc of telecomSample({ rows: 1_000_001, seed: 1, columns: ["MSISDN/Number", "Total DL (Bytes)"] })) {
      pieces++;
      largest = Math.max(largest, ipc.byteLength);
    }
    expect(pieces).toBe(40);
    expect(largest).toBeLessThan(25_001 * 2 * 9);
  });

  it("refuses what cannot be made", () => {
    expect(() => [...telecomSample({ rows: 1, seed: 1 })]).toThrow(RangeError);
    expect(() => [...telecomSample({ rows: 10, seed: 1, columns: ["__proto__"] })]).toThrow(
      "has no column “__proto__”",
    );
  });
});
