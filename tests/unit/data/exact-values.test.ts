import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../../src/data/engine";
import { toCsv } from "../../../src/data/export/csv";
import { toParquet } from "../../../src/data/export/parquet";
import { inspect, load } from "../../../src/data/open-source";
import { previewRows } from "../../../src/data/preview-rows";
import { profileColumn } from "../../../src/data/profile-column";
import { startParquet } from "../../../src/data/readers/parquet/parquet";
import { joined, name, sql, type Sql } from "../../../src/data/sql";
import type { ParquetReader } from "../../../src/workers/reader-contract";
import { nodeEngine } from "../../node-engine";

/** Type, and values as the engine itself writes them; every one a trap somewhere. */
const EVIL: readonly (readonly [string, readonly string[]])[] = [
  ["BIGINT", ["9007199254740993", "-9223372036854775808", "9223372036854775807"]],
  ["UBIGINT", ["18446744073709551615", "9007199254740993", "0"]],
  ["HUGEINT", ["170141183460469231731687303715884105727", "-170141183460469231731687303715884105728", "1"]],
  ["UHUGEINT", ["340282366920938463463374607431768211455", "1", "2"]],
  ["DECIMAL(38,10)", ["9999999999999999999999999999.9999999999", "-0.0000000001", "1.5000000000"]],
  ["DOUBLE", ["nan", "inf", "-inf"]],
  ["DOUBLE", ["-0.0", "1e+308", "5e-324"]],
  ["DOUBLE", ["1e+308", "-1e+308", "inf"]],
  ["FLOAT", ["0.1", "nan", "3.4e+38"]],
  ["TIMESTAMP", ["infinity", "-infinity", "0044-03-15 (BC) 12:00:00"]],
  ["TIMESTAMP_NS", ["infinity", "2019-03-31 02:30:00.123456789", "1700-01-01 00:00:00"]],
  ["TIMESTAMP_S", ["infinity", "2019-03-31 02:30:00", "9999-01-01 00:00:00"]],
  ["TIMESTAMP_MS", ["-infinity", "2019-03-31 02:30:00.5", "9999-01-01 00:00:00"]],
  ["TIMESTAMP WITH TIME ZONE", ["infinity", "2019-03-31 02:30:00+00", "9999-01-01 00:00:00+00"]],
  ["DATE", ["infinity", "0001-01-01 (BC)", "2024-02-29"]],
  ["TIME", ["23:59:59.999999", "00:00:00", "24:00:00"]],
  ["TIME_NS", ["23:59:59.999999999", "00:00:00", "12:00:00"]],
  [
    "UUID",
    [
      "00000000-0000-0000-0000-000000000001",
      "80000000-0000-0000-0000-000000000001",
      "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ],
  ],
  ["BOOLEAN", ["true", "false", "true"]],
  ["INTERVAL", ["1 day", "2 months 3 days", "00:00:01.5"]],
  ["BIT", ["101", "1", "0"]],
  ["INTEGER[]", ["[1, 2]", "[]", "[3]"]],
  ["VARCHAR", ["<script>alert(1)</script>", "=1+1", "שלום\u202E\u0000x"]],
  ["VARCHAR", ["9007199254740993", "-0", "1e400"]],
  ["VARCHAR", ["", "  ", "\t"]],
  ["INTEGER", []],
];
const columns = EVIL.map((_, index) => `c${index}`);
const written = (row: number): readonly (string | null)[] => EVIL.map(([, values]) => values[row] ?? null);
const type = (text: string): Sql => ({ text, values: [] });

let engine: Engine;
let reader: ParquetReader;

beforeAll(async () => {
  engine = await nodeEngine();
  reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
  const rows = [0, 1, 2].map(
    (row) =>
      sql`SELECT ${joined(EVIL.map(([kind], index) => sql`CAST(${written(row)[index] ?? null} AS ${type(kind)}) AS ${name(`c${index}`)}`))}`,
  );
  await engine.query(sql`CREATE TABLE evil AS ${joined(rows, " UNION ALL ")}`);
});

describe("a table in which every column is a trap", () => {
  it("is shown to the last digit, in any order", async () => {
    const tables = [{ table: "evil", columns }];
    const page = await previewRows(engine, tables, 0, 10, null);
    expect(page.rows).toEqual([written(0), written(1), written(2)]);
    for (const [index, column] of columns.entries())
      expect((await previewRows(engine, tables, 0, 10, { column, descending: index % 2 > 0 })).rows).toHaveLength(3);
  });

  it.each(EVIL.map(([kind, values], index) => [kind, values, `c${index}`] as const))(
    "has a profile of its own for %s %j",
    async (kind, values, column) => {
      const profile = await profileColumn(engine, "evil", column, kind);
      expect(profile.problem).toBeNull();
      expect([profile.rows, profile.numbers?.bins.every(Number.isFinite) ?? true]).toEqual([3, true]);
      const given = values.filter((value) => value.trim() !== "" && value !== "nan");
      expect(profile.missingTotal).toBe(3 - given.length);
      expect(new Set(profile.top.map(({ value }) => value))).toEqual(new Set(given));
    },
  );

  it("tells the smallest and the largest in all their digits where a double cannot", async () => {
    const exact = async (column: number): Promise<unknown> =>
      (await profileColumn(engine, "evil", `c${column}`, EVIL[column]?.[0] ?? "")).numbers?.exact;
    expect(await exact(0)).toEqual({ min: "-9223372036854775808", max: "9223372036854775807" });
    expect(await exact(4)).toEqual({ min: "-0.0000000001", max: "9999999999999999999999999999.9999999999" });
    expect(await exact(6)).toBeNull();
  });

  it("leaves as CSV in all its digits", async () => {
    const some = columns.filter((_, index) => EVIL[index]?.[0] !== "VARCHAR");
    const csv = await (await toCsv(engine, sql`SELECT ${joined(some.map(name))} FROM evil`)).text();
    const [, ...lines] = csv.trimEnd().split("\r\n");
    expect(lines).toEqual(
      [0, 1, 2].map((row) =>
        EVIL.flatMap(([kind], index) => (kind === "VARCHAR" ? [] : [quoted(written(row)[index] ?? "")])).join(","),
      ),
    );
  });

  it("leaves as Parquet and comes back the same", async () => {
    const blob = await toParquet(engine, sql`SELECT * FROM evil`, reader);
    const source = await inspect([{ name: "evil.parquet", blob }], { reader });
    const names = source.columns.map((column) => column.name);
    const { columns: found } = await load(source, names, "back", { engine, reader });
    const answer = await engine.query(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM back ORDER BY rowid`);
    const back = answer.names.map((column) => texts(answer, column));
    EVIL.forEach(([kind, values], index) => {
      const expected = kind.endsWith("ZONE") ? values.map((value) => value.replace(/\+00$/u, "")) : values;
      expect(back[index], kind).toEqual(values.length === 0 ? [null, null, null] : expected);
    });
    const same = EVIL.flatMap(([kind], index) =>
      /INT$|DECIMAL|DOUBLE|FLOAT|^TIMESTAMP(?:_NS)?$|DATE|BOOLEAN/u.test(kind) && !kind.includes("HUGE")
        ? [[kind, found[index]?.type]]
        : [],
    );
    for (const [kind, arrived] of same) expect(arrived).toBe(kind);
  });
});

function quoted(value: string): string {
  return /[",]/u.test(value) ? `"${value}"` : value;
}

it("a column without a single value leaves as Parquet and comes back", async () => {
  const statement = sql`SELECT CAST(NULL AS BOOLEAN) AS b, CAST(NULL AS DOUBLE) AS d, CAST(NULL AS VARCHAR) AS v FROM range(9)`;
  const { columns: found, rows } = await reader.describe(await toParquet(engine, statement, reader));
  expect([rows, found.map(({ type: arrived }) => arrived)]).toEqual([9, ["BOOLEAN", "DOUBLE", "VARCHAR"]]);
});

describe("a cell of a megabyte", () => {
  it("is shown by its beginning, with its length", async () => {
    await engine.query(
      sql`CREATE TABLE long AS SELECT repeat('é', 1000000) AS c, 1 AS n UNION ALL SELECT repeat('y', 2000), 2`,
    );
    const page = await previewRows(engine, [{ table: "long", columns: ["c", "n"] }], 0, 2, null);
    expect(page.rows[0]?.[0]).toBe(`${"é".repeat(2000)} … (1,000,000 letters in all)`);
    expect(page.rows[1]).toEqual(["y".repeat(2000), "2"]);
    const { top } = await profileColumn(engine, "long", "c", "VARCHAR");
    expect(Math.max(...top.map(({ value }) => value.length))).toBeLessThan(2100);
  });
});
