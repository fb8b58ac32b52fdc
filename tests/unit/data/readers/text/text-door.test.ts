import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { numbers, texts, type Engine } from "../../../../../src/data/engine";
import { inspect, load } from "../../../../../src/data/open-source";
import type { LoadReport } from "../../../../../src/data/source";
import { sql } from "../../../../../src/data/sql";
import { UserError } from "../../../../../src/data/user-error";
import type { ParquetReader } from "../../../../../src/workers/reader-contract";
import { nodeEngine } from "../../../../node-engine";

const none = {} as ParquetReader;
let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

interface Opened {
  readonly names: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly report: LoadReport;
  readonly rejects: readonly (readonly [number, string, string])[];
}

async function opened(content: string | Uint8Array, name = "x.csv"): Promise<Opened> {
  const source = await inspect([{ name, blob: new Blob([content as BlobPart]) }], { reader: none });
  const names = source.columns.map((column) => column.name);
  const report = await load(source, names, "door", { engine, reader: none, rejects: "door_rejects" });
  const answer = await engine.query(sql`SELECT * FROM door ORDER BY rowid`);
  const columns = answer.names.map((_, index) => answer.columns[index] as readonly (string | null)[]);
  const rows = Array.from({ length: answer.rowCount }, (_, row) => columns.map((column) => column[row] ?? null));
  const refused = await engine.query(
    sql`SELECT CAST(line AS DOUBLE) AS line, reason, "text" AS record FROM door_rejects ORDER BY rowid`,
  );
  const [reasons, records] = [texts(refused, "reason"), texts(refused, "record")];
  const rejects = Array.from(
    numbers(refused, "line"),
    (line, index) => [line, reasons[index] ?? "", records[index] ?? ""] as const,
  );
  expect(report.text?.map(({ unaccounted }) => unaccounted)).toEqual([0]);
  expect(report.rejected).toBe(rejects.length);
  return { names, rows, report, rejects };
}

const TABLE = [
  ["1", "Müller", "3.5"],
  ["2", "Łódź", "4"],
  ["3", "naïve", "5"],
];

describe("encodings", () => {
  const text = ["id,name,score", ...TABLE.map((row) => row.join(","))].join("\n");
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a byte-order mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["UTF-16 LE with a mark", new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"))],
    ["UTF-16 LE without a mark", new Uint8Array(Buffer.from(text, "utf16le"))],
    ["UTF-16 BE with a mark", new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le").swap16())],
    ["UTF-16 BE without a mark", new Uint8Array(Buffer.from(text, "utf16le").swap16())],
    ["UTF-8 in gzip", new Uint8Array(gzipSync(text))],
    ["UTF-8 with a mark in gzip", new Uint8Array(gzipSync(`\uFEFF${text}`))],
  ])("reads %s", async (_, bytes) => {
    const { names, rows } = await opened(bytes);
    expect(names).toEqual(["id", "name", "score"]);
    expect(rows).toEqual(TABLE);
  });

  it("reads Windows-1252 and says so", async () => {
    const { rows, report } = await opened(Buffer.from("id,name\n1,caf\xe9\n2,na\xefve \x80\n", "latin1"));
    expect(rows).toEqual([
      ["1", "café"],
      ["2", "naïve €"],
    ]);
    expect(report.notes.join()).toContain("2 lines of “x.csv” are not UTF-8 and were read as windows-1252");
  });

  it("keeps UTF-8 lines beside a line that is not", async () => {
    const bytes = Buffer.concat([Buffer.from("id,name\n1,Łódź\n2,"), Buffer.from([0xe9, 0x0a]), Buffer.from("3,€\n")]);
    const { rows, report } = await opened(bytes);
    expect(rows.map((row) => row[1])).toEqual(["Łódź", "é", "€"]);
    expect(report.notes.join()).toContain("One line");
  });
});

describe("delimiters", () => {
  it.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
    ["pipe", "|"],
    ["caret", "^"],
    ["tilde", "~"],
    ["colon", ":"],
    ["doubled pipe", "||"],
    ["doubled colon", "::"],
    ["section sign", "§"],
    ["unit separator", "\u001f"],
  ])("finds the %s", async (_, delimiter) => {
    const rows = Array.from({ length: 8 }, (_one, row) => [`${row}`, `name ${row}`, `${row * 10}`]);
    const text = [["id", "name", "score"], ...rows].map((row) => row.join(delimiter)).join("\r\n");
    const found = await opened(text);
    expect(found.names).toEqual(["id", "name", "score"]);
    expect(found.rows).toEqual(rows);
  });

  it("reads columns aligned with blanks, but never one column of words", async () => {
    const aligned = "id     visits  amount\n1          12   33.50\n22          3    1.75\n333       100    0.20\n";
    expect((await opened(aligned)).rows[1]).toEqual(["22", "3", "1.75"]);
    const names = await opened("full name\nAda Lovelace\nAlan Turing\nGrace Hopper\n");
    expect(names.names).toEqual(["full name"]);
    const times = await opened("time\n12:30\n13:45\n14:50\n15:10\n");
    expect(times.names).toEqual(["time"]);
  });

  it("believes a separator line", async () => {
    expect((await opened("sep=^\na^b\n1,5^2\n")).rows).toEqual([["1,5", "2"]]);
  });

  it("reads single quotes and backslash escapes where the file has them", async () => {
    const single = await opened("a,b\n'1','x, y'\n'2','z'\n'3','w'\n");
    expect(single.rows[0]).toEqual(["1", "x, y"]);
    const slashed = await opened('a,b\n1,"say \\"hi, you\\""\n2,"plain"\n');
    expect(slashed.rows[0]).toEqual(["1", 'say "hi, you"']);
  });

  it("takes blanks around quotes for the file's, not the value's", async () => {
    expect((await opened('a, b, c\n1, "Doe, John", 3\n2, "Roe, Jane", 4\n')).rows).toEqual([
      ["1", "Doe, John", " 3"],
      ["2", "Roe, Jane", " 4"],
    ]);
  });
});

describe("headers", () => {
  it("numbers the columns of a file without one, unless its first line is words over numbers or years", async () => {
    expect((await opened("2024-01-01,x,3\n2024-01-02,y,4\n")).names).toEqual(["column 1", "column 2", "column 3"]);
    expect((await opened("land,2023,2024\nA,1,2\nB,3,4\n")).names).toEqual(["land", "2023", "2024"]);
  });

  it("finds it below titles, blank lines and lines of empty fields", async () => {
    const text = 'Report of May,,\n"made by, hand",,\n,,\n\nid,name,score\n1,x,3\n,,\n2,y,4\n';
    const { names, rows, report } = await opened(text);
    expect(names).toEqual(["id", "name", "score"]);
    expect(rows).toHaveLength(2);
    expect(report.text?.[0]).toMatchObject({ titles: ["Report of May,,", '"made by, hand",,'], blank: 1 });
  });

  it("joins a header of two lines, as merged cells leave it", async () => {
    const text = "day,sales,,returns,\n,north,south,north,south\n2024-01-01,1,2,3,4\n2024-01-02,5,6,7,8\n";
    const { names, rows } = await opened(text);
    expect(names).toEqual(["day", "sales north", "sales south", "returns north", "returns south"]);
    expect(rows).toHaveLength(2);
  });

  it("does not take a first record with gaps for a part of the header", async () => {
    const { names, rows } = await opened("name,city,amount\nBob,Paris,\nAnn,,n/a\nCid,Rome,3\n");
    expect(names).toEqual(["name", "city", "amount"]);
    expect(rows).toHaveLength(3);
  });
});

describe("records that are not by the book", () => {
  const body = Array.from({ length: 30 }, (_, row) => `${row},x${row},${row * 2}\n`).join("");

  it("keeps rows of other widths, prose and all, as rejects with their lines", async () => {
    const { rows, rejects } = await opened(
      `id,name,score\n${body}1,2\nSo here is the rest:\n1,2,3,4\n"a\nb",2\n7,8,9\n`,
    );
    expect(rows).toHaveLength(31);
    expect(rejects).toEqual([
      [32, "has 2 fields instead of 3", "1,2"],
      [33, "has 1 field instead of 3", "So here is the rest:"],
      [34, "has 4 fields instead of 3", "1,2,3,4"],
      [35, "has 2 fields instead of 3", '"a\nb",2'],
    ]);
  });

  it("cuts fields of nothing behind the last column, and says so", async () => {
    const { rows, report } = await opened(`id,name,score\n${body}1,2,3,,\n`);
    expect(rows.at(-1)).toEqual(["1", "2", "3"]);
    expect(report.text?.[0]?.repairs).toEqual([
      { what: "trimmed", count: 1, samples: [{ line: 32, text: "1,2,3,," }] },
    ]);
  });

  it("does not let a stray quote swallow records, even when another closes it later", async () => {
    const { rows, report } = await opened(`id,name,score\n1,"lost,2\n${body}2,found",3\n`);
    expect(rows).toHaveLength(32);
    expect(rows[0]).toEqual(["1", '"lost', "2"]);
    expect(report.notes.join()).toContain("never closed or out of place, on one record");
  });

  it("keeps a long text of many lines whole", async () => {
    const long = Array.from({ length: 300 }, (_, line) => `line ${line}, with a comma`).join("\n");
    const { rows } = await opened(`id,name,score\n1,"${long}",2\n${body}`);
    expect(rows[0]).toEqual(["1", long, "2"]);
    expect(rows).toHaveLength(31);
  });

  it("reads a field of three million characters, NUL bytes, and quotes inside fields", async () => {
    const huge = "x".repeat(3_000_000);
    const { rows } = await opened(`id,name,score\n1,${huge},2\n2,nul\0byte,3\n3,5" disk,4\n4,"a "quoted" word",5\n`);
    expect(rows.map((row) => row[1]?.length)).toEqual([3_000_000, 8, 7, 15]);
    expect(rows[1]?.[1]).toBe("nul\0byte");
    expect(rows[3]?.[1]).toBe('a "quoted" word');
  });

  it("stays quick where every quote is out of place", async () => {
    const { rows } = await opened(`a,b\n1,"${'x"y'.repeat(100_000)}\n2,3\n`);
    expect(rows.map((row) => row[1]?.length)).toEqual([300_001, 1]);
    expect((await opened(`id,n,v,t\n${'1,"x,2,3\n'.repeat(20_000)}`)).rows).toHaveLength(20_000);
  });

  it("reads CR alone and a mixture of line ends, and counts the blank lines", async () => {
    expect((await opened("a,b\r1,2\r3,4\r")).rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    const mixed = await opened("a,b\r\n1,2\n\n3,4\r\r\n5,6");
    expect(mixed.rows).toHaveLength(3);
    expect(mixed.report.text?.[0]?.blank).toBe(2);
  });

  it("finds values in each other's place, and keeps them", async () => {
    const people = Array.from({ length: 40 }, (_, row) => `${row},${20 + row},${row % 2 ? "Female" : "Male"}\n`).join(
      "",
    );
    const { report, rows } = await opened(`id,age,gender\n${people}98,Female,31\n99,Male,32\n`);
    expect(rows).toHaveLength(42);
    expect(report.text?.[0]?.swapped).toMatchObject([{ numbers: "age", words: "gender", count: 2 }]);
    expect(report.text?.[0]?.swapped[0]?.samples[0]).toEqual({ row: 41, word: "Female", number: "31" });
  });

  it("refuses what is not text", async () => {
    await expect(opened(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256))).rejects.toBeInstanceOf(
      UserError,
    );
  });
});

describe("a file too large for the careful reader to be first", () => {
  const body = Array.from({ length: 60_000 }, (_, row) => `${row},"name, ${row}",${row * 2},some more text to fill\n`);

  it("is read by the engine, and every record is counted", async () => {
    const { rows } = await opened(`id,name,score,note\n${body.join("")}`);
    expect(rows).toHaveLength(60_000);
    expect(rows[59_999]).toEqual(["59999", "name, 59999", "119998", "some more text to fill"]);
  });

  it("is read carefully after all where one record is odd", async () => {
    const odd = [...body.slice(0, 50_000), "only,two\n", ...body.slice(50_000)];
    const { rows, rejects } = await opened(`id,name,score,note\n${odd.join("")}`);
    expect(rows).toHaveLength(60_000);
    expect(rejects).toEqual([[50_002, "has 2 fields instead of 4", "only,two"]]);
    const swallowed = [...body.slice(0, 50_000), '1,"open,3,4\n', ...body.slice(50_000, 50_010), '2,close",5,6\n'];
    expect((await opened(`id,name,score,note\n${[...swallowed, ...body].join("")}`)).rows).toHaveLength(110_012);
  });
});
