import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { tableCsv } from "../../../../src/charts/table-csv";
import type { Engine } from "../../../../src/data/engine";
import { toCsv } from "../../../../src/data/export/csv";
import { sql } from "../../../../src/data/sql";
import { FORMULA_LIKE, NAUGHTY } from "../../../fixtures/naughty-strings";
import { nodeEngine } from "../../../node-engine";
import { cellsOf } from "./rfc4180";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

/** Stands between texts while they travel into the engine as one. */
const BETWEEN = "\uE123";

/** The rows of one text column as they stand in the file, its quotes undone. */
async function exported(texts: readonly string[]): Promise<string[]> {
  const csv = await (
    await toCsv(engine, sql`SELECT unnest(string_split(${texts.join(BETWEEN)}, ${BETWEEN})) AS t`)
  ).text();
  return cellsOf(csv)
    .slice(1)
    .map(([cell]) => cell ?? "");
}

/** The same texts as a figure's table. */
const tabled = (texts: readonly string[]): string[] =>
  cellsOf(tableCsv({ columns: [{ label: "t", format: "text" }], values: [texts] }))
    .slice(1)
    .map(([cell]) => cell ?? "");

/** What a spreadsheet might take for a formula, said once more and otherwise: letter by letter. */
function dangerous(text: string): boolean {
  if (["\t", "\r", "\n", "\0"].some((first) => text.startsWith(first))) return true;
  const first = [...text].find((letter) => letter.trim() !== "" && !/[\p{C}\p{Z}]/u.test(letter)) ?? "";
  return "=+-@＝＋－＠".includes(first) && first !== "" && !isNumber(text);
}

const isNumber = (text: string): boolean =>
  /^[+-]?[\d.]/u.test(text) && !/[^\d.eE+-]/u.test(text) && Number.isFinite(Number(text));

describe("cells that look like formulas", () => {
  it("are none any more in any CSV, and nothing else is changed: naughty strings", async () => {
    const texts = NAUGHTY.filter((text) => text.length < 1000);
    const rows = await exported(texts);
    expect(rows).toEqual(texts.map((text) => (dangerous(text) ? `'${text}` : text)));
    expect(tabled(texts)).toEqual(rows);
    expect(FORMULA_LIKE.filter((text) => dangerous(text)).length).toBeGreaterThan(25);
  });

  it("are none any more: any text behind any white space", async () => {
    const white = fc.constantFrom(
      "",
      " ",
      "\t",
      "\r",
      "\n",
      "\0",
      "\u00A0",
      "\u3000",
      "\u200B",
      "\uFEFF",
      "\u0085",
      "\v",
    );
    const sign = fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠", "a", "1", "'", "");
    const text = fc
      .tuple(
        white,
        white,
        sign,
        fc.oneof(fc.string({ maxLength: 6 }), fc.integer().map(String), fc.double({ noNaN: true }).map(String)),
      )
      .map((parts) => parts.join(""))
      .filter((made) => made !== "");
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 200 }), async (texts) => {
        const rows = await exported(texts);
        expect(rows).toEqual(texts.map((made) => (dangerous(made) ? `'${made}` : made)));
        expect(tabled(texts)).toEqual(rows);
      }),
      { numRuns: 10 },
    );
  });

  it("leave every number as it is, negative ones too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
          { minLength: 20, maxLength: 60 },
        ),
        async (values) => {
          const csv = await (
            await toCsv(
              engine,
              sql`SELECT CAST(t AS DOUBLE) AS x, t FROM (SELECT unnest(string_split(${values.join(BETWEEN)}, ${BETWEEN})) AS t)`,
            )
          ).text();
          const read = cellsOf(csv).slice(1);
          expect(read.map(([number]) => Number(number))).toEqual(values);
          expect(read.map(([, text]) => text)).toEqual(values.map(String));
        },
      ),
      { numRuns: 10 },
    );
  });
});
