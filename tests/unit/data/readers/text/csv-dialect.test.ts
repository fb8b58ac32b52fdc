import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startText } from "../../../../../src/data/readers/text/text-reader";
import { csvHead } from "../../../../../src/data/readers/text/csv-head";
import { csvDialect } from "../../../../../src/data/readers/text/csv-dialect";
import { records } from "../../../../../src/data/readers/text/csv-records";
import type { SourceFile } from "../../../../../src/data/source";

/** A table of words, numbers and texts with every character that a dialect must escape, written in one. */
const written = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    quoting: fc.constantFrom("all", "needed"),
    mark: fc.boolean(),
    last: fc.boolean(),
    width: fc.integer({ min: 2, max: 5 }),
  })
  .chain((dialect) => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", "é", "😀", " ", '"', ",", ";", "\t", "|", "\n", "."),
      maxLength: 8,
    });
    const row = fc.tuple(
      fc.integer({ min: 0, max: 9999 }).map(String),
      ...Array.from({ length: dialect.width - 1 }, () => text.map((cell) => `t${cell}`)),
    );
    return fc.record({ dialect: fc.constant(dialect), rows: fc.array(row, { minLength: 6, maxLength: 30 }) });
  })
  .map(({ dialect, rows }) => {
    const header = Array.from({ length: dialect.width }, (_, column) => `name${column}`);
    const field = (cell: string): string =>
      dialect.quoting === "all" || /[",;\t|\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    const lines = [header, ...rows].map((row) => row.map(field).join(dialect.delimiter));
    const text = (dialect.mark ? "\uFEFF" : "") + lines.join(dialect.end) + (dialect.last ? dialect.end : "");
    return { text, header, rows, delimiter: dialect.delimiter };
  });

describe("csvDialect", () => {
  it("finds how any table was written, and its records come back exactly", () => {
    fc.assert(
      fc.property(written, ({ text, header, rows, delimiter }) => {
        const plain = text.replace(/^\uFEFF/u, "");
        const found = csvDialect(plain, true);
        expect(found.format.delimiter).toBe(delimiter);
        expect(found.columns).toEqual(header);
        const body = records(plain.slice(found.start), found.format, true, header.length);
        expect(body.map(({ fields }) => fields)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it("reads it the same from bytes, as rows or rejects, with every record accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ text, rows }) => {
        const file: SourceFile = { name: "x.csv", blob: new Blob([text]) };
        const head = await csvHead(file);
        const plan = {
          format: head.dialect.format,
          encoding: head.encoding,
          gzip: false,
          prefix: head.text.slice(0, head.dialect.start),
          width: head.dialect.columns.length,
          wanted: [0],
          padded: head.dialect.padded,
          names: head.dialect.columns,
          usual: [],
        };
        const read = await startText().read(file, plan, () => true);
        expect([read.rows, read.rejected, read.count.records]).toEqual([rows.length, 0, rows.length + 1]);
        expect(read.lines).toBe(read.count.lines);
      }),
      { numRuns: 100 },
    );
  });

  it("never fails on any text, and its lines are accounted for", async () => {
    const noise = fc.string({
      unit: fc.constantFrom("a", "1", ",", ";", '"', "\n", "\r", " ", "\\", "'", "|"),
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(noise, async (text) => {
        const file: SourceFile = { name: "x.csv", blob: new Blob([`a,b\n1,2\n${text}`]) };
        const { format, columns, start } = (await csvHead(file)).dialect;
        const prefix = `a,b\n1,2\n${text}`.slice(0, start);
        const plan = {
          format,
          encoding: "utf-8" as const,
          gzip: false,
          prefix,
          width: columns.length,
          wanted: [],
          padded: false,
          names: columns,
          usual: [],
        };
        const read = await startText().read(file, plan, () => true);
        expect(read.lines).toBe(read.count.lines);
      }),
      { numRuns: 400 },
    );
  });
});
