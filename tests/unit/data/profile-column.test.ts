import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/data/engine";
import { inspect, load } from "../../../src/data/open-source";
import type { ColumnProfile } from "../../../src/data/profile";
import { profileColumn } from "../../../src/data/profile-column";
import { startParquet } from "../../../src/data/readers/parquet/parquet";
import { joined, name, sql } from "../../../src/data/sql";
import { nodeEngine } from "../../node-engine";

let engine: Engine;
let next = 0;
beforeAll(async () => {
  engine = await nodeEngine();
});

/** The profile of a column of these values in a table of that type. */
async function profileOf(values: readonly (string | null)[], type = "VARCHAR"): Promise<ColumnProfile> {
  const table = `t${next++}`;
  const rows = joined(
    values.map((value) => sql`(${value})`),
    ", ",
  );
  await engine.query(
    sql`CREATE TABLE ${name(table)} AS SELECT CAST(v AS ${{ text: type, values: [] }}) AS "a ""b" FROM (VALUES ${rows}) AS t(v)`,
  );
  return profileColumn(engine, table, 'a "b', type);
}

describe("profileColumn", () => {
  it("counts every way of writing nothing by itself, and none of them as a value", async () => {
    const markers = [null, "", "  ", "\\N", "NULL", "null", "N/A", "NA", "n/a", "NaN", "nan", "undefined", "None", "-"];
    const profile = await profileOf([...markers, "-", "1", "2"]);
    const counts = new Map(profile.missing.map(({ marker, count }) => [marker, count]));
    expect(profile.problem).toBeNull();
    expect(counts.get("(null)")).toBe(1);
    expect(counts.get("(empty)")).toBe(1);
    expect(counts.get("(blank)")).toBe(1);
    expect(counts.get("-")).toBe(2);
    for (const marker of markers.slice(3, -1)) expect(counts.get(marker ?? "")).toBe(1);
    expect(profile).toMatchObject({ rows: 17, missingTotal: 15, distinct: 2, kind: "integer", problem: null });
  });

  it.each<[ColumnProfile["kind"], string, readonly (string | null)[]]>([
    ["empty", "VARCHAR", [null, "", "\\N"]],
    ["empty", "DOUBLE", [null, "nan"]],
    ["integer", "VARCHAR", ["1", " 2", "-3"]],
    ["number", "VARCHAR", ["1.5", "2", "1e3"]],
    ["number", "VARCHAR", ["1,5", "2,25", "3"]],
    ["text", "VARCHAR", ["Samsung", "Huawei", "3"]],
    ["time", "VARCHAR", ["2019-04-04 12:01:18", "2019-04-25 14:35:31"]],
    ["time", "VARCHAR", ["4/4/2019 12:01", "4/25/2019 14:35"]],
    ["time", "TIMESTAMP", ["2019-04-04 12:01:18", null]],
    ["boolean", "VARCHAR", ["true", "False", "true"]],
    ["boolean", "BOOLEAN", ["true", "false"]],
    ["id", "UBIGINT", ["18446744073709551615", "13114483460844900352"]],
    ["id", "VARCHAR", ["007", "123"]],
    ["id", "VARCHAR", ["33601001722", "33601001754", "33602002511"]],
    ["integer", "VARCHAR", ["0", "36749741", "1800391000"]],
    ["integer", "BIGINT", ["1554379278000", "1556202931000"]],
    ["number", "DECIMAL(12,2)", ["1.25", "3.50"]],
    ["text", "TIME", ["12:00:00", "13:00:00"]],
  ])("decides %s for %s %j", async (kind, type, values) => {
    expect(await profileOf(values, type)).toMatchObject({ kind, problem: null });
  });

  it("tells numbers like numpy: linear quantiles, outliers in the first and last bin", async () => {
    const values = Array.from({ length: 1001 }, (_, index) => String(index));
    const { numbers, distinct } = await profileOf([...values, "1000000", "-1000000"]);
    expect(numbers).toMatchObject({ parsed: 1003, min: -1e6, max: 1e6, median: 500, q25: 249.5, q75: 750.5 });
    expect(numbers?.mean).toBeCloseTo(500500 / 1003, 9);
    expect([numbers?.binFrom, numbers?.binTo]).toEqual([9.02, 990.98]);
    expect(numbers?.bins).toHaveLength(24);
    expect(numbers?.bins.reduce((sum, count) => sum + count, 0)).toBe(1003);
    expect(numbers?.bins[0]).toBe(50 + 1);
    expect(distinct).toBe(1003);
  });

  it("leaves infinity out of the numbers and survives a constant and the edge of doubles", async () => {
    expect((await profileOf(["1", "inf", "-inf", "3"], "DOUBLE")).numbers).toMatchObject({ parsed: 2, min: 1, max: 3 });
    const constant = await profileOf(["7", "7"]);
    expect(constant.numbers).toMatchObject({ binFrom: 7, binTo: 7, min: 7, max: 7 });
    expect(constant.numbers?.bins[0]).toBe(2);
    expect(await profileOf(["1e308", "-1e308"], "DOUBLE")).toMatchObject({ problem: null });
  });

  it("gives times in milliseconds since 1970 UTC", async () => {
    const { numbers } = await profileOf(["1970-01-01 00:00:01", "1970-01-01 00:00:03"]);
    expect(numbers).toMatchObject({ min: 1000, max: 3000, mean: 2000 });
    expect((await profileOf(["infinity", "1970-01-01"], "TIMESTAMP")).numbers).toMatchObject({ parsed: 1, min: 0 });
  });

  it("names the top values, ties in their order, exact beyond 2^53", async () => {
    const { top } = await profileOf(["9007199254740993", "9007199254740993", "2", "1"], "UBIGINT");
    expect(top).toEqual([
      { value: "9007199254740993", count: 2 },
      { value: "1", count: 1 },
      { value: "2", count: 1 },
    ]);
  });

  it("marks an estimate as such, and counts the top values exactly all the same", async () => {
    await engine.query(sql`CREATE TABLE large AS
      SELECT CASE WHEN range % 10 = 0 THEN 'often' ELSE 'x' || range END AS v FROM range(600000)`);
    const profile = await profileColumn(engine, "large", "v", "VARCHAR");
    expect(profile).toMatchObject({ problem: null, distinctApproximate: true });
    expect(Math.abs(profile.distinct / 540_001 - 1)).toBeLessThan(0.03);
    expect(profile.top[0]).toEqual({ value: "often", count: 60_000 });
  });

  it("says the problem instead of throwing", async () => {
    const profile = await profileColumn(engine, "not there", "x", "VARCHAR");
    expect(profile.problem).toContain("not there");
  });
});

const DATA = "../shared/data/telecom-xdr/users_with_null_marker.csv";
const bytes = (() => {
  try {
    return readFileSync(DATA);
  } catch {
    return null;
  }
})();

describe.skipIf(bytes === null)("the real file with a null marker (skipped where ../shared/data is absent)", () => {
  it("still holds ids", async () => {
    const reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
    const source = await inspect([{ name: "x.csv", blob: new Blob([bytes ?? ""]) }], { reader });
    await load(
      source,
      source.columns.map((column) => column.name),
      "real",
      { engine, reader },
    );
    const profile = await profileColumn(engine, "real", "MSISDN", "VARCHAR");
    expect(profile).toMatchObject({ kind: "id", missing: [{ marker: "\\N", count: 1 }], distinct: 106_856 });
    for (const column of source.columns)
      expect((await profileColumn(engine, "real", column.name, "VARCHAR")).problem).toBeNull();
  });
});
