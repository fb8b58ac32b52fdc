import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainFormat, type CsvFormat } from "../../../../../src/data/readers/text/csv-format";
import { RecordCounter, type RecordCount } from "../../../../../src/data/readers/text/record-counter";

function countOf(text: string, format: CsvFormat, width: number, piece = 7): RecordCount {
  const bytes = new TextEncoder().encode(text);
  const counter = new RecordCounter(format, width);
  for (let from = 0; from < bytes.length; from += piece) counter.push(bytes.subarray(from, from + piece));
  return counter.end();
}

const counts = (text: string, delimiter = ",", width = 2): RecordCount => countOf(text, plainFormat(delimiter), width);

describe("RecordCounter", () => {
  it("counts the records, lines and widths of whatever RFC 4180 writes, in pieces of any size", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r", " ", "'", "\\"),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (rows, end, delimiter, piece, closed) => {
          const lines = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(delimiter));
          const text = lines.join(end) + (closed ? end : "");
          const count = countOf(text, plainFormat(delimiter), rows[0]?.length ?? 0, piece);
          expect(count).toMatchObject({ records: rows.length, blank: 0, hollow: 0, strict: true });
          expect(count.uneven).toBe(rows.filter((row) => row.length !== rows[0]?.length).length);
          const ends = text.match(/\r\n|\r|\n/gu)?.length ?? 0;
          expect(count.lines).toBe(ends + Number(!/[\r\n]$/u.test(text)));
        },
      ),
    );
  });

  it("tells blank lines, records of nothing, NUL bytes and long records", () => {
    expect(counts("a,b\n\n  \n,\n1,2\n")).toMatchObject({ records: 2, blank: 2, hollow: 1, lines: 5, strict: true });
    expect(counts('""\n"",""\n', ",", 1)).toMatchObject({ records: 2, hollow: 0 });
    expect(counts("a,\0\n").nul).toBe(true);
    expect(counts(`a,b\n${"x".repeat(5000)},1\n`).longest).toBe(5002);
    expect(counts('a,"1\n2\r\n3"\n')).toMatchObject({ records: 1, tallest: 2, lines: 3 });
  });

  it("tells quotes that are not by the book", () => {
    for (const text of ['a,"b', 'a,"b"c\n', 'a, "b"\n', 'a,"b" \n']) expect(counts(text).strict, text).toBe(false);
    for (const text of ['5" disk,1\n', 'a,"b"\n', 'a,"say ""hi"""\n', 'a,""\n'])
      expect(counts(text).strict, text).toBe(true);
  });

  it("knows backslashes and delimiters of several characters", () => {
    const slashed: CsvFormat = { ...plainFormat(","), escape: "backslash" };
    expect(countOf('a,"x \\" y\nz"\nb,c\n', slashed, 2)).toMatchObject({ records: 2, strict: true, tallest: 1 });
    expect(countOf('a||"b\nc"\nd||e\n', plainFormat("||"), 2, 100)).toMatchObject({ records: 2, strict: true });
  });
});
