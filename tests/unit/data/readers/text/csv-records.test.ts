import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainFormat } from "../../../../../src/data/readers/text/csv-format";
import { records } from "../../../../../src/data/readers/text/csv-records";

const fields = (text: string, delimiter = ",", complete = true): (readonly string[])[] =>
  records(text, plainFormat(delimiter), complete).map((record) => record.fields);

describe("records", () => {
  it("reads back what RFC 4180 writes, for any text and every kind of line end", () => {
    const table = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom(",", ";", "\t", "|"),
        (rows, end, delimiter) => {
          const text = rows
            .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(delimiter))
            .join(end);
          expect(fields(text, delimiter)).toEqual(rows);
        },
      ),
    );
  });

  it("never fails and never loses a character's place, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, complete) => {
        const found = records(text, plainFormat(","), complete);
        const ends = found.map((record) => record.end);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        expect(ends.every((end) => end <= text.length)).toBe(true);
      }),
    );
  });

  it("takes a quote that never closes, or closes too late, as a character", () => {
    expect(fields('a,"b\nc,d\n')).toEqual([
      ["a", '"b'],
      ["c", "d"],
    ]);
    expect(fields(`a,"b\n${"c,d\n".repeat(200)}x,y"\n`)[0]).toEqual(["a", '"b']);
    expect(fields('5" screen,"a"b\n')).toEqual([['5" screen', '"a"b']]);
  });

  it("leaves the last record out when the text is cut, unless a line end closed it", () => {
    expect(fields("a,b\nc,d", ",", false)).toEqual([["a", "b"]]);
    expect(fields("a,b\nc,d\n", ",", false)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });
});
