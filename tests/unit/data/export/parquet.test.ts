import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../../../src/data/engine";
import { toParquet } from "../../../../src/data/export/parquet";
import { inspect, load } from "../../../../src/data/open-source";
import { startParquet } from "../../../../src/data/readers/parquet/parquet";
import { sql } from "../../../../src/data/sql";
import type { ParquetReader } from "../../../../src/workers/reader-contract";
import { NAUGHTY } from "../../../fixtures/naughty-strings";
import { nodeEngine } from "../../../node-engine";

let engine: Engine;
let reader: ParquetReader;

beforeAll(async () => {
  engine = await nodeEngine();
  reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
});

describe("toParquet", () => {
  it("comes back with the same types and values", async () => {
    const statement = sql`SELECT CAST('18446744073709551615' AS UBIGINT) - CAST(range AS UBIGINT) AS id,
      CAST(range AS INTEGER) AS n, CASE WHEN range % 3 > 0 THEN range / 7 END AS x, range % 2 = 0 AS b,
      TIMESTAMP '2019-04-04 12:01:18.5' + INTERVAL (range) SECOND AS at, DATE '2019-04-04' AS d,
      CAST(range AS DECIMAL(12, 2)) AS money, CASE WHEN range % 5 > 0 THEN 'é' || range END AS t FROM range(200000)`;
    const blob = await toParquet(engine, statement, reader);
    const source = await inspect([{ name: "x.parquet", blob }], { reader });
    expect(source.columns.map(({ type }) => type)).toEqual([
      "UBIGINT",
      "INTEGER",
      "DOUBLE",
      "BOOLEAN",
      "TIMESTAMP",
      "DATE",
      "DECIMAL(12,2)",
      "VARCHAR",
    ]);
    await load(
      source,
      source.columns.map(({ name }) => name),
      "back",
      { engine, reader },
    );
    const differing = await engine.query(sql`SELECT CAST(count(*) AS VARCHAR) AS n FROM (
      (SELECT * FROM back EXCEPT ALL ${statement}) UNION ALL (${statement} EXCEPT ALL SELECT * FROM back))`);
    expect(texts(differing, "n")).toEqual(["0"]);
    expect(source.rows).toBe(200_000);
  });

  it("leaves every text as it is, formulas too", async () => {
    const between = "\uE123";
    const statement = sql`SELECT unnest(string_split(${NAUGHTY.join(between)}, ${between})) AS t`;
    const blob = await toParquet(engine, statement, reader);
    const source = await inspect([{ name: "x.parquet", blob }], { reader });
    await load(source, ["t"], "naughty", { engine, reader });
    const counted = await engine.query(sql`SELECT CAST(count(*) AS VARCHAR) AS n,
      CAST((SELECT count(*) FROM (SELECT t FROM naughty EXCEPT ALL ${statement})) AS VARCHAR) AS other FROM naughty`);
    expect([texts(counted, "n"), texts(counted, "other")]).toEqual([[String(NAUGHTY.length)], ["0"]]);
  });

  it("writes a file of no rows", async () => {
    const blob = await toParquet(engine, sql`SELECT 1 AS a, 'x' AS b WHERE FALSE`, reader);
    const source = await inspect([{ name: "x.parquet", blob }], { reader });
    expect([source.rows, source.columns.length]).toEqual([0, 2]);
  });
});
