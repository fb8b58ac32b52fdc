import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/data/engine";
import { previewRows } from "../../../src/data/preview-rows";
import { joined, name, sql } from "../../../src/data/sql";
import { nodeEngine } from "../../node-engine";

let engine: Engine;
const RAW = [{ table: "raw", columns: ["id", "text"] }];

beforeAll(async () => {
  engine = await nodeEngine();
  await engine.query(sql`CREATE TABLE raw AS SELECT CAST(9007199254740993 AS UBIGINT) + range AS id,
    CASE range % 4 WHEN 0 THEN NULL WHEN 1 THEN 'x' ELSE CAST(10 - range AS VARCHAR) END AS text FROM range(8)`);
  await engine.query(sql`CREATE TABLE rest AS SELECT CAST(range AS DOUBLE) / 2 AS "__proto__" FROM range(8)`);
});

describe("previewRows", () => {
  it("shows exact text by row number, tables side by side", async () => {
    const page = await previewRows(engine, [...RAW, { table: "rest", columns: ["__proto__"] }], 1, 3, null);
    expect(page).toEqual({
      from: 1,
      columns: ["id", "text", "__proto__"],
      rows: [
        ["9007199254740994", "x", "0.5"],
        ["9007199254740995", "8", "1.0"],
        ["9007199254740996", "7", "1.5"],
      ],
      total: 8,
    });
  });

  it("is short at the end and empty beyond it", async () => {
    expect((await previewRows(engine, RAW, 7, 5, null)).rows).toHaveLength(1);
    expect((await previewRows(engine, RAW, 99, 5, null)).rows).toEqual([]);
    expect(await previewRows(engine, [], 0, 5, null)).toEqual({ from: 0, columns: [], rows: [], total: 0 });
  });

  it("sorts numbers as numbers, then text, nulls last, ties in file order", async () => {
    const sorted = async (descending: boolean): Promise<(string | null)[]> => {
      const { rows } = await previewRows(engine, RAW, 0, 8, { column: "text", descending });
      return rows.map((row) => `${row[1]} ${Number(BigInt(row[0] ?? 0) - 9007199254740993n)}`);
    };
    expect(await sorted(false)).toEqual(["3 7", "4 6", "7 3", "8 2", "x 1", "x 5", "null 0", "null 4"]);
    expect(await sorted(true)).toEqual(["8 2", "7 3", "4 6", "3 7", "x 1", "x 5", "null 0", "null 4"]);
  });

  it("pages through one order, and sorts again once the table is another", async () => {
    const order = { column: "id", descending: true };
    await engine.query(sql`CREATE OR REPLACE TABLE again AS SELECT range AS id FROM range(5)`);
    const tables = [{ table: "again", columns: ["id"] }];
    expect((await previewRows(engine, tables, 2, 2, order)).rows).toEqual([["2"], ["1"]]);
    await engine.query(sql`CREATE OR REPLACE TABLE again AS SELECT range + 10 AS id FROM range(5)`);
    expect((await previewRows(engine, tables, 0, 2, order)).rows).toEqual([["14"], ["13"]]);
  });

  it("pages through ten thousand columns in any order within the engine's memory", async () => {
    const columns = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const cells = joined(columns.map((column) => sql`CAST(range AS VARCHAR) AS ${name(column)}`));
    await engine.query(sql`CREATE TABLE wide AS SELECT ${cells} FROM range(60)`);
    const page = await previewRows(engine, [{ table: "wide", columns }], 0, 50, { column: "c7", descending: true });
    expect([page.columns.length, page.rows.length, page.rows[0]?.[9999]]).toEqual([10_000, 50, "59"]);
  });

  it("refuses to sort by a column that is not there", async () => {
    await expect(previewRows(engine, RAW, 0, 5, { column: 'x" FROM y', descending: false })).rejects.toThrow(
      RangeError,
    );
  });
});
