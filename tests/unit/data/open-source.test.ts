import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { single, texts, numbers, type Engine } from "../../../src/data/engine";
import { head, inspect, load } from "../../../src/data/open-source";
import { startParquet } from "../../../src/data/readers/parquet/parquet";
import type { LoadReport, SourceFile } from "../../../src/data/source";
import { name, sql } from "../../../src/data/sql";
import { UserError } from "../../../src/data/user-error";
import type { ParquetReader } from "../../../src/workers/reader-contract";
import { nodeEngine } from "../../node-engine";

let engine: Engine;
let reader: ParquetReader;

beforeAll(async () => {
  engine = await nodeEngine();
  reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
});

const file = (fileName: string, content: string | Uint8Array): SourceFile => ({
  name: fileName,
  blob: new Blob([content as BlobPart]),
});

/** Opens files whole and returns the rows as text. */
async function opened(files: readonly SourceFile[]): Promise<{ report: LoadReport; rows: (string | null)[][] }> {
  const source = await inspect(files, { reader });
  const report = await load(
    source,
    source.columns.map((column) => column.name),
    "opened",
    { engine, reader },
  );
  const answer = await engine.query(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM opened ORDER BY rowid`);
  const columns = answer.names.map((column) => texts(answer, column));
  return {
    report,
    rows: Array.from({ length: answer.rowCount }, (_, row) => columns.map((column) => column[row] ?? null)),
  };
}

const BODY = Array.from({ length: 1000 }, (_, row) => `${row},x${row},y${row}\n`).join("");

describe("delimited files", () => {
  it.each([
    ["comma", "a,b\n1,2\n"],
    ["semicolon with decimal commas", "a;b\n1,5;2,25\n3,5;4\n"],
    ["tab", "a\tb\n1\t2, or 3\n"],
    ["pipe", "a|b\n1|2\n"],
    ["a spreadsheet's separator line", "sep=;\na;b\n1,2;3\n"],
    ["a byte-order mark and CRLF", "\uFEFFa,b\r\n1,2\r\n"],
    ["blank lines before the header", "\n\na,b\n1,2\n"],
    ["no line end at the end", "a,b\n1,2"],
    ["a header over two lines", '"a",b\n1,2\n'],
  ])("reads %s", async (_, text) => {
    const { report, rows } = await opened([file("x.csv", text)]);
    expect(report.columns.map((column) => column.name)).toEqual(["a", "b"]);
    expect(rows[0]).toHaveLength(2);
    expect(report.rejected).toBe(0);
    expect(rows.flat()).not.toContain("a");
  });

  it("keeps every value as the exact text of the file", async () => {
    const { rows } = await opened([
      file("x.csv", 'a,b,c\n007, 1 ,"say ""hi"""\n\\N,NULL,\n9007199254740993,1.50,"two\nlines"\n5" screen,"",é\n'),
    ]);
    expect(rows).toEqual([
      ["007", " 1 ", 'say "hi"'],
      ["\\N", "NULL", ""],
      ["9007199254740993", "1.50", "two\nlines"],
      ['5" screen', "", "é"],
    ]);
  });

  it("counts ragged rows and lets them take no others along", async () => {
    const { report, rows } = await opened([file("x.csv", `a,b,c\n1,2,3\n4,5\n6,7,8,9\n${BODY}`)]);
    expect(rows).toHaveLength(1001);
    expect(report.rejected).toBe(2);
    expect(report.rejectSamples.map(({ line, reason, text }) => [line, reason, text])).toEqual([
      [3, "has 2 fields instead of 3", "4,5"],
      [4, "has 4 fields instead of 3", "6,7,8,9"],
    ]);
  });

  it("loses nothing to a quote that is never closed", async () => {
    const { report, rows } = await opened([file("x.csv", `a,b,c\n"1","2 ""x""",3\n5,"oops,6\n${BODY}`)]);
    expect(rows).toHaveLength(1002);
    expect(rows.slice(0, 2)).toEqual([
      ["1", '2 "x"', "3"],
      ["5", '"oops', "6"],
    ]);
    expect(report.notes.join()).toContain("never closed");
  });

  it("reads mixed line ends, Latin-1 bytes and UTF-16", async () => {
    expect((await opened([file("x.csv", "a,b\r\n1,2\n3,4\r5,6\r\n")])).rows).toEqual([
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    const latin = Buffer.concat([Buffer.from(`a,b,c\n${BODY.repeat(40)}1,caf`), Uint8Array.of(0xe9, 0x2c, 0x78, 0x0a)]);
    const late = await opened([file("x.csv", latin)]);
    expect(late.rows.at(-1)).toEqual(["1", "café", "x"]);
    expect(late.rows).toHaveLength(40_001);
    const utf16 = new Uint8Array(Buffer.from("\uFEFFa;b\n1;é\n", "utf16le"));
    expect((await opened([file("x.csv", utf16)])).rows).toEqual([["1", "é"]]);
  });

  it("reads gzip of one member and of several, and refuses one that was cut short", async () => {
    const packed = gzipSync(`a,b,c\n${BODY}`);
    expect((await opened([file("x.csv.gz", packed)])).rows).toHaveLength(1000);
    const members = Buffer.concat([packed, gzipSync(BODY)]);
    expect((await opened([file("x.tsv.gz", members)])).rows).toHaveLength(2000);
    const long = gzipSync(`a,b,c\n${BODY.repeat(60)}`);
    await expect(opened([file("x.csv.gz", long.subarray(0, long.length - 40))])).rejects.toThrow(
      "damaged or incomplete",
    );
    await expect(engine.query(sql`SELECT * FROM opened`)).rejects.toThrow("does not exist");
  });

  it("names columns apart, whatever they are called", async () => {
    const { report } = await opened([file("x.csv", 'a,A,,__proto__,"q""q",a\n1,2,3,4,5,6\n')]);
    expect(report.columns.map((column) => column.name)).toEqual([
      "a",
      "A (2)",
      "column 3",
      "__proto__",
      'q"q',
      "a (3)",
    ]);
  });

  it("takes a first line of numbers as data", async () => {
    const { report, rows } = await opened([file("x.csv", "1,2.5\n3,4\n")]);
    expect(rows).toEqual([
      ["1", "2.5"],
      ["3", "4"],
    ]);
    expect(report.columns[0]?.name).toBe("column 1");
  });

  it("finds the header below the titles of a report", async () => {
    const { report, rows } = await opened([file("x.csv", 'Report of May\n"all, customers"\na,b,c\n1,2,3\n')]);
    expect(report.columns.map((column) => column.name)).toEqual(["a", "b", "c"]);
    expect(rows).toEqual([["1", "2", "3"]]);
    expect(report.notes).toEqual(["The first 2 lines stand above the table and were left out."]);
    expect((await opened([file("x.csv", "name\nDoe, John\n")])).rows).toEqual([["Doe, John"]]);
  });

  it("has the same rows for every choice of columns", async () => {
    const source = await inspect([file("x.csv", 'a,b,c\n1,2,3\n4,5\n1,"un"q,3\n7,8,9\n')], { reader });
    for (const column of ["a", "b", "c"])
      expect((await load(source, [column], "one", { engine, reader })).rows).toBe(3);
  });

  it("puts files of one schema one after another in the order of their names", async () => {
    const { rows, report } = await opened([file("b.csv", "a,b\n3,4\n5\n"), file("a.csv", "a,b\n1,2\n")]);
    expect(rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(report.rejectSamples).toMatchObject([{ file: "b.csv", line: 3 }]);
  });

  it("shows the head by column without loading", async () => {
    const source = await inspect([file("x.csv", `a,b,c\n${BODY}`)], { reader });
    const columns = await head(source, 3, { engine, reader });
    expect(columns).toEqual([
      ["0", "1", "2"],
      ["x0", "x1", "x2"],
      ["y0", "y1", "y2"],
    ]);
  });

  it("stops when asked and leaves no table", async () => {
    const source = await inspect([file("x.csv", `a,b,c\n${BODY}`)], { reader });
    const stopped = load(source, ["a"], "gone", { engine, reader, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    await expect(engine.query(sql`SELECT * FROM gone`)).rejects.toThrow("does not exist");
  });
});

describe("what cannot be opened", () => {
  it.each([
    ["an empty file", file("x.csv", ""), "is empty"],
    ["half a workbook", file("x.xlsx", "PK\u0003\u0004...."), "damaged or incomplete zip archive"],
    ["half a list of JSON", file("x.csv", '[{"a": 1}'), "is not valid JSON: on line 1"],
    [
      "a picture",
      file(
        "x.csv",
        Uint8Array.from({ length: 900 }, (_, at) => at % 19),
      ),
      "not a text table",
    ],
    [
      "bytes that only begin like Parquet",
      file("x.parquet", "PAR1PAR1PAR1PAR1PAR1"),
      "“x.parquet”: This Parquet file is damaged",
    ],
    ["four bytes of Parquet", file("x.parquet", "PAR1"), "damaged"],
    ["text under the name of Parquet", file("x.parquet", "a,b\n1,2\n"), "does not begin as one"],
    ["bytes that only begin like gzip", file("x.gz", Uint8Array.of(0x1f, 0x8b, 1, 2, 3)), "gzip"],
  ])("refuses %s in one sentence with a next step", async (_, one, words) => {
    const error = await inspect([one], { reader }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(words);
    expect((error as UserError).next).not.toBe("");
  });

  it("names the first difference between files", async () => {
    const files = [file("a.csv", "a,b\n1,2\n"), file("b.csv", "a,c\n1,2\n")];
    await expect(inspect(files, { reader })).rejects.toThrow("its column 2 is “c”, not “b”");
  });
});

const DATA = "../shared/data/telecom-xdr";
const there = (() => {
  try {
    return readFileSync(`${DATA}/sessions.csv`).length > 0;
  } catch {
    return false;
  }
})();

describe.skipIf(!there)("the real telecom files (skipped where ../shared/data is absent)", () => {
  const whole = async (fileName: string): Promise<LoadReport> => {
    const source = await inspect([file(fileName, readFileSync(`${DATA}/${fileName}`))], { reader });
    return load(
      source,
      source.columns.map((column) => column.name),
      "real",
      { engine, reader },
    );
  };

  it.each([
    ["sessions.csv", 8747, 23],
    ["users.csv", 106_856, 11],
    ["users_with_null_marker.csv", 106_857, 6],
    ["sessions_damaged.csv", 8747, 26],
  ])("%s has %i rows and %i columns", async (fileName, rows, columns) => {
    const report = await whole(fileName);
    expect([report.rows, report.columns.length, report.rejected]).toEqual([rows, columns, 0]);
  });

  it("sums exactly what plain splitting of the text sums", async () => {
    await whole("users.csv");
    const lines = readFileSync(`${DATA}/users.csv`, "utf8").trim().split("\n").slice(1);
    const expected = lines.reduce((sum, line) => sum + BigInt(line.split(",")[3] ?? ""), 0n);
    const answer = await engine.query(
      sql`SELECT CAST(sum(CAST(${name("total_bytes")} AS HUGEINT)) AS VARCHAR) AS total FROM real`,
    );
    expect(texts(answer, "total")[0]).toBe(String(expected));
  });

  it("keeps the null marker as text", async () => {
    await whole("users_with_null_marker.csv");
    const answer = await engine.query(
      sql`SELECT CAST(count(*) AS DOUBLE) AS n, CAST(max(rowid) AS DOUBLE) AS last FROM real WHERE MSISDN = ${"\\N"}`,
    );
    expect(single(answer, "n")).toBe(1);
    expect(numbers(answer, "last")[0]).toBe(106_856);
  });
});

describe("a Parquet file of several row groups", () => {
  it("shows its first rows without reading the rest, and reads all of it when asked", async () => {
    const written = await reader.write(
      await engine.queryArrow(sql`SELECT CAST(range AS DOUBLE) AS n FROM range(140000)`),
    );
    const source = await inspect([file("groups.parquet", written)], { reader });
    const [first = []] = await head(source, 500, { engine, reader });
    expect(first.slice(0, 3)).toEqual(["0.0", "1.0", "2.0"]);
    expect(first.length).toBeGreaterThanOrEqual(500);
    expect(first.length).toBeLessThan(140_000);
    const report = await load(source, ["n"], "opened", { engine, reader });
    expect(report.rows).toBe(140_000);
  });
});
