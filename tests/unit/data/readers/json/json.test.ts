import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { numbers, texts } from "../../../../../src/data/engine";
import { inspect, load } from "../../../../../src/data/open-source";
import { REJECTED, rejectedRows } from "../../../../../src/data/rejected-rows";
import { readJson } from "../../../../../src/data/readers/json/read-json";
import { skipSpace, skipValue } from "../../../../../src/data/readers/json/json-scan";
import { sql } from "../../../../../src/data/sql";
import { fileOf, opener, type Opener } from "../../../../opened-files";

let door: Opener;
beforeAll(async () => {
  door = await opener();
});

const open = (text: string | Uint8Array, name = "x.json") => door.open(fileOf(name, text));

describe("layouts of JSON", () => {
  const table = {
    columns: ["a", "b"],
    rows: [
      ["1", "x"],
      ["2", "y"],
    ],
  };
  it.each([
    ["a list of objects", '[{"a":1,"b":"x"},{"a":2,"b":"y"}]'],
    ["lines", '{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n'],
    ["lines with CRLF and blank ones", '{"a":1,"b":"x"}\r\n\r\n{"a":2,"b":"y"}\r\n'],
    ["objects over several lines, one after another", '{\n"a":1,\n"b":"x"}\n{\n"a":2,"b":"y"}'],
    ["a byte-order mark", '\uFEFF[{"a":1,"b":"x"},{"a":2,"b":"y"}]'],
    ["a wrapper", '{"status":"ok","data":[{"a":1,"b":"x"},{"a":2,"b":"y"}]}'],
    ["a wrapper in a wrapper", '{"response":{"meta":{"n":2},"items":[{"a":1,"b":"x"},{"a":2,"b":"y"}]}}'],
    ["columns as lists", '{"a":[1,2],"b":["x","y"]}'],
    ["columns by row number", '{"a":{"0":1,"1":2},"b":{"0":"x","1":"y"}}'],
    ["records by row number", '{"0":{"a":1,"b":"x"},"1":{"a":2,"b":"y"}}'],
    ["lists with a header", '[["a","b"],[1,"x"],[2,"y"]]'],
    ["lines of lists with a header", '["a","b"]\n[1,"x"]\n[2,"y"]\n'],
    ["names beside the rows", '{"columns":["a","b"],"index":[0,1],"data":[[1,"x"],[2,"y"]]}'],
  ])("reads %s", async (_, text) => {
    const { columns, rows, report, source } = await open(text);
    expect({ columns, rows }).toEqual(table);
    expect(report.rejected).toBe(0);
    expect(source.format).toBe("json");
    expect((await open(gzipSync(text))).rows).toEqual(table.rows);
  });

  it("reads records by name, values alone, lists without header, and one object", async () => {
    expect(await open('{"ann":{"a":1},"bob":{"a":2}}')).toMatchObject({
      columns: ["key", "a"],
      rows: [
        ["ann", "1"],
        ["bob", "2"],
      ],
    });
    expect(await open("[3, 4]")).toMatchObject({ columns: ["value"], rows: [["3"], ["4"]] });
    expect(await open("[[1,2],[3,4,5]]")).toMatchObject({
      columns: ["column 1", "column 2", "column 3"],
      rows: [
        ["1", "2", null],
        ["3", "4", "5"],
      ],
    });
    expect(await open('{"a":1,"b":{"c":[1,2]}}')).toMatchObject({ columns: ["a", "b.c"], rows: [["1", "[1,2]"]] });
  });

  it("reads UTF-16", async () => {
    const bytes = new Uint8Array(Buffer.from('\uFEFF[{"a":"ü"}]', "utf16le"));
    expect((await open(bytes)).rows).toEqual([["ü"]]);
  });
});

describe("values of JSON", () => {
  it("keeps every digit and every text, and says what it did", async () => {
    const { columns, rows, report } = await open(
      `[{"id":9007199254740993,"n":1.10,"e":1E5,"s":"a\\"b\\u00fc\\n","t":true,"z":null,"deep":{"er":{"x":-0}},"tags":["a", {"b":1}],"none":{}},
        {"id":"0012","id":7,"w":NaN,"__proto__":"p"}]`,
    );
    expect(columns).toEqual(["id", "n", "e", "s", "t", "z", "deep.er.x", "tags", "none", "w", "__proto__"]);
    expect(rows[0]).toEqual([
      "9007199254740993",
      "1.10",
      "1E5",
      'a"bü\n',
      "true",
      null,
      "-0",
      '["a", {"b":1}]',
      "{}",
      null,
      null,
    ]);
    expect(rows[1]).toEqual(["7", null, null, null, null, null, null, null, null, "NaN", "p"]);
    const notes = report.notes.join(" ");
    expect(notes).toContain("such as “deep.er.x”");
    expect(notes).toContain("“tags”");
    expect(notes).toContain("a later one of the same name in their record: 1.");
    expect(notes).toContain("does not name them: 10.");
    expect(notes).toContain("kept as they stand: 1.");
  });

  it("fits columns that turn up after a part was written", async () => {
    const long = "x".repeat(1_000_000);
    const text = Array.from({ length: 40 }, (_, row) => JSON.stringify({ row, long })).join("\n");
    const { engine, reader } = door;
    const source = await inspect([fileOf("x.jsonl", `${text}\n{"row":40,"late":"here"}\n`)], { reader });
    expect(source.files.length).toBeGreaterThan(1);
    expect(source.columns.map(({ name }) => name)).toEqual(["row", "long", "late"]);
    await load(source, ["row", "late"], "opened", { engine, reader });
    const rows = await engine.query(sql`SELECT "row", late FROM opened ORDER BY rowid`);
    expect(texts(rows, "row")).toEqual(Array.from({ length: 41 }, (_, row) => String(row)));
    expect(texts(rows, "late")).toEqual([...Array.from({ length: 40 }, () => null), "here"]);
  });

  it("makes one table of files whose records name other things", async () => {
    const { columns, rows } = await door.open(
      fileOf("1.json", '[{"a":1,"b":2}]'),
      fileOf("2.json", '{"b":3,"c":4}\n{"a":5}\n'),
    );
    expect(columns).toEqual(["a", "b", "c"]);
    expect(rows).toEqual([
      ["1", "2", null],
      [null, "3", "4"],
      ["5", null, null],
    ]);
  });

  it("gives back what JSON.stringify wrote", async () => {
    const record = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }).filter((key) => !/[.\0]/u.test(key) && key.trim() === key),
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      { minKeys: 1, maxKeys: 5 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 2 }),
        async (records, byLine, indent) => {
          const text = byLine
            ? records.map((one) => JSON.stringify(one)).join("\n")
            : JSON.stringify(records, null, indent);
          const parts = await readJson({ name: "x", blob: new Blob([text]) });
          expect(parts.findings.rejected).toBe(0);
          const [part] = parts.files;
          const keys = [...new Set(records.flatMap((one) => Object.keys(one)))];
          const described = await door.reader.describe(part?.blob ?? new Blob());
          expect(described.columns.map((column) => column.fileName)).toEqual(keys);
          if (new Set(keys.map((key) => key.toLowerCase())).size < keys.length) return;
          const { rows } = await door.open({ name: "x", blob: new Blob([text]) });
          const expected = records.map((one) =>
            keys.map((key) =>
              !Object.hasOwn(one, key) || one[key] === null
                ? null
                : typeof one[key] === "string"
                  ? one[key]
                  : JSON.stringify(one[key]),
            ),
          );
          expect(rows).toEqual(expected);
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe("broken JSON", () => {
  it("sets a broken line aside and keeps the others", async () => {
    const { rows, report } = await open('{"a":1}\n{"a":2,}\nnonsense\n[1]\n{"a":3}\n');
    expect(rows).toEqual([["1"], ["3"]]);
    expect(report.rejected).toBe(3);
    expect(report.rejectSamples.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(report.rejectSamples[0]?.reason).toBe("there is a comma too many");
    expect(report.rejectSamples[2]?.reason).toBe("it is a list where the others are objects");
  });

  it("knows lines of JSON whose first is broken", async () => {
    const { rows, report } = await open('{"a":1,}\n{"a":2}\n{"a":3}\n');
    expect(rows).toEqual([["2"], ["3"]]);
    expect(report.rejectSamples.map(({ line }) => line)).toEqual([1]);
  });

  it("keeps every refused record whole, to be saved", async () => {
    const { engine, reader } = door;
    const long = `{"a":"${"x".repeat(5000)}"`;
    const bad = Array.from({ length: 50 }, (_, row) => `{"a":${row},}`);
    const source = await inspect([fileOf("x.jsonl", `{"a":1}\n${[...bad, long].join("\n")}\n{"a":2}\n`)], { reader });
    const report = await load(source, ["a"], "opened", { engine, reader, rejects: REJECTED });
    expect(report).toMatchObject({ rows: 2, rejected: 51 });
    expect(report.rejectSamples).toHaveLength(20);
    const kept = await engine.query(rejectedRows());
    expect(numbers(kept, "line")).toEqual(Float64Array.from({ length: 51 }, (_, row) => row + 2));
    expect(texts(kept, "text")).toEqual([...bad, long]);
    expect(texts(kept, "reason")[50]).toBe("it ends in the middle of a value");
  });

  it.each([
    ['[{"a":1},\n{"a":2},\n]', "line 3, there is a comma too many"],
    ['[{"a":1},\n{"a":2,}]', "line 2, there is a comma too many"],
    ['[{"a":1},\n{"a":', "line 2, it ends before its list does"],
    ['[{"a":1},,{"a":2}]', "“,” stands where a value should be"],
    ['[{"a":01}]', "is unexpected"],
    ["[{a:1}]", "a name has no double quotes"],
    ['[{"a":"x\ny"}]', "a text holds a line end"],
    ['[{"a":"\\x"}]', "a backslash stands before the wrong sign"],
    ['[{"a":1}] [', "something follows the end of its list"],
    ['[{"a":1}\n{"a":2}]', "something follows the end of the record"],
    ['{"a":1,\n"b":tru}', "on line 2"],
    [`[${"[".repeat(300)}${"]".repeat(300)}]`, "nested deeper than 200 levels"],
    ["[]", "holds no record"],
    ["[{}, {}]", "holds no record"],
  ])("refuses %j in words", async (text, words) => {
    const said = await door.refusal(fileOf("x.json", text));
    expect(said).toContain(words);
    expect(said).toContain("“x.json”");
  });

  it("agrees with JSON.parse on what is JSON, whatever is changed in it", () => {
    const text = fc.json({ maxDepth: 4 });
    const changed = fc
      .tuple(text, fc.nat(), fc.constantFrom("", ",", "]", "}", '"', "\\", "0", "-", ".", "e", " ", "\u0001", "t"))
      .map(
        ([whole, at, put]) =>
          whole.slice(0, at % (whole.length + 1)) + put + whole.slice((at % (whole.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(text, changed), (candidate) => {
        const strict = works(() => JSON.parse(candidate));
        expect(
          works(() => {
            const end = skipValue(candidate, skipSpace(candidate, 0));
            if (skipSpace(candidate, end) !== candidate.length) throw new Error("more");
          }),
        ).toBe(strict);
      }),
      { numRuns: 3000, seed: 5 },
    );
  });
});

function works(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
