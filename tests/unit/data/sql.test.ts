import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { single, texts, type Engine } from "../../../src/data/engine";
import { joined, name, readable, sql } from "../../../src/data/sql";
import { nodeEngine } from "../../node-engine";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

describe("sql", () => {
  it("binds every value and never lets a string become SQL", async () => {
    const hostile = "'; DROP TABLE t; --";
    const answer = await engine.query(sql`SELECT ${hostile} AS said`);
    expect(texts(answer, "said")).toEqual([hostile]);
  });

  it("returns any text exactly as it was bound", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        fc.pre(!text.includes("\0"));
        expect(texts(await engine.query(sql`SELECT ${text} AS t`), "t")).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });

  it("quotes any name so that a column can be called anything", async () => {
    for (const label of ['a"b', "__proto__", "x; DROP TABLE y", "ü 🌍", "select"]) {
      const answer = await engine.query(sql`SELECT 7 AS ${name(label)}`);
      expect(single(answer, label)).toBe(7);
    }
  });

  it("carries any double, also the whole ones that the driver would refuse", async () => {
    for (const value of [2 ** 53, 2 ** 60, -(2 ** 63), 768614336404564650, 2 ** 64, 1e308, Infinity, 5e-324, -0.1])
      expect(single(await engine.query(sql`SELECT CAST(${value} AS DOUBLE) AS v`), "v")).toBe(value);
  });

  it("creates a table from bound values", async () => {
    await engine.query(sql`CREATE OR REPLACE TABLE bound AS SELECT ${1.5}::DOUBLE AS n, ${"x"} AS t`);
    expect(single(await engine.query(sql`SELECT n FROM bound`), "n")).toBe(1.5);
  });

  it("joins pieces and writes them out readably, leaving quoted question marks alone", () => {
    const where = joined([sql`a = ${1}`, sql`${name("b?")} = ${"it's"}`], " AND ");
    expect(readable(sql`SELECT '?' WHERE ${where}`)).toBe(`SELECT '?' WHERE a = 1 AND "b?" = 'it''s'`);
  });
});
