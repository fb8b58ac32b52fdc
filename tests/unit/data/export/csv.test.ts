import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../../src/data/engine";
import { toCsv } from "../../../../src/data/export/csv";
import { joined, sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { cellsOf } from "./rfc4180";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const csv = async (...all: Parameters<typeof toCsv>): Promise<string> => (await toCsv(...all)).text();

describe("toCsv", () => {
  it("writes RFC 4180, null apart from empty, every digit", async () => {
    const text = await csv(
      engine,
      sql`SELECT * FROM (VALUES (CAST('18446744073709551615' AS UBIGINT), CAST(0.1 AS DOUBLE) + 0.2, 'a,"b"', NULL, TRUE),
        (1, CAST(-1.5 AS DOUBLE), '', 'line' || chr(10) || 'two', NULL)) AS t(id, "dou,ble", s, n, b) ORDER BY id DESC`,
    );
    expect(text).toBe(
      'id,"dou,ble",s,n,b\r\n18446744073709551615,0.30000000000000004,"a,""b""",,true\r\n1,-1.5,"","line\ntwo",\r\n',
    );
  });

  it.each(["=1+1", "+cmd", "-2+3", "@sum", "\tx", "\rx", "\0x", "-", '=HYPERLINK("http://x")'])(
    "takes the sting out of %j, in cells and in headers",
    async (text) => {
      const [header, row] = cellsOf(await csv(engine, sql`SELECT ${text} AS x`, [text]));
      expect(header).toEqual([`'${text}`]);
      expect(row).toEqual([`'${text}`]);
    },
  );

  it("leaves numbers alone, also where they are text", async () => {
    expect(await csv(engine, sql`SELECT -5 AS a, '-5.25e3' AS b, '+7' AS c, CAST('-inf' AS DOUBLE) AS d`)).toBe(
      "a,b,c,d\r\n-5,-5.25e3,+7,-inf\r\n",
    );
  });

  it("comes back as it was for any text", async () => {
    const texts = fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string()), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async (rows) => {
        const values = joined(
          rows.map(([a, b], index) => sql`SELECT ${index} AS i, ${a} AS a, ${b} AS b`),
          " UNION ALL ",
        );
        const read = cellsOf(await csv(engine, sql`SELECT * FROM (${values}) ORDER BY i`));
        const bare = (text: string | undefined): string => (text ?? "").replace(/^'/u, "");
        expect(read.slice(1).map(([, a, b]) => [bare(a), bare(b)])).toEqual(
          rows.map((row) => row.map((text) => bare(text))),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the order over chunks and leaves no table behind", async () => {
    const text = await csv(engine, sql`SELECT range AS n FROM range(120000) ORDER BY n DESC`);
    const lines = text.trimEnd().split("\r\n").slice(1).map(Number);
    expect(lines).toHaveLength(120_000);
    expect(lines.every((value, index) => value === 119_999 - index)).toBe(true);
    const left = await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM duckdb_tables()`);
    expect(left.columns[0]).toEqual(Float64Array.of(0));
  });

  it("writes the header alone for no rows", async () => {
    expect(await csv(engine, sql`SELECT 1 AS a WHERE FALSE`)).toBe("a\r\n");
  });
});
