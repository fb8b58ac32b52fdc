import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { single } from "../../../../../src/data/engine";
import { momentText, numberKind } from "../../../../../src/data/readers/xlsx/xlsx-date";
import { name, sql } from "../../../../../src/data/sql";
import { fileOf, opener, type Opener } from "../../../../opened-files";
import { zipFile } from "../../../../zip-file";
import { sheetRow, workbookFile, type TestWorkbook } from "../../../../workbook-file";

let door: Opener;
beforeAll(async () => {
  door = await opener();
});

const open = (book: TestWorkbook) => door.open(workbookFile(book));
const one = (rows: string, more: Partial<TestWorkbook> = {}, after = "") =>
  open({ sheets: [{ name: "Data", rows, after }], ...more });

describe("cells", () => {
  it("reads shared, rich, inline and escaped texts, booleans, and numbers with every digit", async () => {
    const { columns, rows, source } = await one(
      sheetRow("shared", "rich", "inline", "bool", "number") +
        sheetRow(
          '<c t="s"><v>0</v></c>',
          '<c t="s"><v>1</v></c>',
          "a &amp; b_x000D_c",
          '<c t="b"><v>1</v></c>',
          "<c><v>1.1000000000000001</v></c>",
        ) +
        sheetRow(
          null,
          null,
          '<c t="inlineStr"><is><r><t>b</t></r><r><t xml:space="preserve"> c</t></r></is></c>',
          '<c t="b"><v>0</v></c>',
          "<c><v>12345678901234567890</v></c>",
        ) +
        sheetRow(null, null, null, null, "<c><v>3.3665E+14</v></c>") +
        sheetRow(null, null, null, null, "<c><v>-0.5</v></c>"),
      { strings: ["<t>text &lt;1&gt;</t>", "<r><t>bold</t></r><r><t> and not</t></r><rPh><t>aid</t></rPh>"] },
    );
    expect(source.format).toBe("xlsx");
    expect(columns).toEqual(["shared", "rich", "inline", "bool", "number"]);
    expect(rows).toEqual([
      ["text <1>", "bold and not", "a & b\rc", "true", "1.1"],
      [null, null, "b c", "false", "12345678901234567890"],
      [null, null, null, null, "336650000000000"],
      [null, null, null, null, "-0.5"],
    ]);
  });

  it("counts errors and formulas without a result, and takes results that were saved", async () => {
    const { rows, report } = await one(
      sheetRow("a", "b") +
        sheetRow("<c><f>1+1</f><v>2</v></c>", '<c t="str"><f>"x"</f><v>x</v></c>') +
        sheetRow('<c t="e"><v>#N/A</v></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>') +
        sheetRow('<c t="e"><v>#N/A</v></c>', "<c><f>A1</f></c>") +
        sheetRow(4, "y"),
      {},
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    );
    expect(rows).toEqual([
      ["2", "x"],
      [null, null],
      [null, null],
      ["4", "y"],
    ]);
    expect(report.notes).toEqual([
      "Cells with an error instead of a value, empty here: #N/A 2, #DIV/0! 1.",
      "Formulas without a saved result, empty here: 1; saving the workbook anew computes them.",
      "Merged groups of cells: 1; each has its value in its first cell only.",
    ]);
  });

  it("finds cells by their reference, and reads a prefixed workbook alike", async () => {
    const rows =
      '<row r="2"><c r="B2" t="inlineStr"><is><t>a</t></is></c><c r="AA2" t="inlineStr"><is><t>b</t></is></c></row>' +
      '<row r="3"><c r="AA3"><v>2</v></c></row><row r="5"><c r="B5"><v>1</v></c><c r="C5"><v>9</v></c></row>';
    for (const prefix of ["", "x"]) {
      const opened = await one(rows, { prefix });
      expect(opened.columns).toEqual(["a", "b", "column 3"]);
      expect(opened.rows).toEqual([
        [null, "2", null],
        ["1", null, "9"],
      ]);
    }
  });
});

describe("dates", () => {
  it.each([
    ["yyyy-mm-dd", "date"],
    ["dd/mm/yyyy hh:mm", "datetime"],
    ["h:mm AM/PM", "time"],
    ["[h]:mm:ss", "duration"],
    ["mmm yy", "date"],
    ["[$-409]d-mmm;@", "date"],
    ["General", "number"],
    ["Standard", "number"],
    ['#,##0 "days"', "number"],
    ["0.00E+00", "number"],
    ["[Red]0.00", "number"],
    ["0\\d", "number"],
  ])("knows the format %s as %s", (code, kind) => {
    expect(numberKind(170, code)).toBe(kind);
  });

  it.each([
    [1, "date", false, "1900-01-01"],
    [59, "date", false, "1900-02-28"],
    [60, "date", false, "1900-02-29"],
    [61, "date", false, "1900-03-01"],
    [43559, "date", false, "2019-04-04"],
    [43559.5, "date", false, "2019-04-04 12:00:00"],
    [43559.500706018515, "datetime", false, "2019-04-04 12:01:01"],
    [43559.50070601852, "time", false, "2019-04-04 12:01:01"],
    [0.5, "time", false, "12:00:00"],
    [0.000005787, "time", false, "00:00:00.5"],
    [1.125, "duration", false, "27:00:00"],
    [0, "date", true, "1904-01-01"],
    [42097, "date", true, "2019-04-04"],
    [2958465, "date", false, "9999-12-31"],
    [-1, "date", false, null],
    [1e9, "date", false, null],
  ] as const)("turns day %d (%s, 1904: %s) into %s", (serial, kind, since1904, text) => {
    expect(momentText(serial, kind, since1904)).toBe(text);
  });

  it("counts on like the calendar, to the millisecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250_000_000_000_000 }), (milliseconds) => {
        const serial = 25_569 + milliseconds / 86_400_000;
        if (serial >= 2_958_465) return;
        const text = momentText(serial, "datetime", false);
        expect(Math.abs(Date.parse(`${String(text).replace(" ", "T")}Z`) - milliseconds)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it("are dates where their style says so, in both systems", async () => {
    const rows =
      sheetRow("day", "moment", "plain") +
      sheetRow('<c s="1"><v>42097</v></c>', '<c s="2"><v>42097.25</v></c>', '<c s="3"><v>42097</v></c>');
    const formats = ["dd\\.mm\\.yyyy", "yyyy-mm-dd hh:mm", "0.0"];
    expect((await one(rows, { formats })).rows).toEqual([["2015-04-03", "2015-04-03 06:00:00", "42097"]]);
    expect((await one(rows, { formats, since1904: true })).rows).toEqual([
      ["2019-04-04", "2019-04-04 06:00:00", "42097"],
    ]);
  });
});

describe("sheets", () => {
  it("finds the header under titles, and says what stood above", async () => {
    const { columns, rows, report } = await one(
      sheetRow("Report of April") +
        sheetRow() +
        sheetRow("Source:", "somebody") +
        sheetRow("id", "name", "value", "value") +
        sheetRow(1, "x", 2, 3) +
        sheetRow(2, "y", null, 4),
    );
    expect(columns).toEqual(["id", "name", "value", "value (2)"]);
    expect(rows).toEqual([
      ["1", "x", "2", "3"],
      ["2", "y", null, "4"],
    ]);
    expect(report.notes).toContain("The first 2 rows stand above the table and were left out.");
    expect(report.notes).toContain("A second column named “value” is called “value (2)” here.");
  });

  it("numbers the columns where there is no header, and takes years for one", async () => {
    const bare = await one(sheetRow(1, "x") + sheetRow(2, "y"));
    expect(bare).toMatchObject({
      columns: ["column 1", "column 2"],
      rows: [
        ["1", "x"],
        ["2", "y"],
      ],
    });
    expect(bare.report.notes.join()).toContain("the columns are numbered");
    expect((await one(sheetRow("region", 2019, 2020) + sheetRow("x", 1, 2))).columns).toEqual([
      "region",
      "2019",
      "2020",
    ]);
  });

  it("reads the largest sheet that is not hidden, and names the others", async () => {
    const long = Array.from({ length: 50 }, (_, row) => sheetRow(row, row * 7919, row * 104729)).join("");
    const { rows, report } = await open({
      sheets: [
        { name: "Notes", rows: sheetRow("read me") },
        { name: "Data", rows: sheetRow("a", "b") + sheetRow(1, 2) + sheetRow(3, 4) },
        { name: "Secret", rows: sheetRow("a", "b", "c") + long, state: "hidden" },
      ],
    });
    expect(rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(report.notes[0]).toBe(
      "Of the workbook's 3 sheets the largest, “Data”, was read; left out: “Notes”, “Secret”. To read another, save it as a file of its own.",
    );
  });

  it("passes over empty sheets, and refuses a workbook of them", async () => {
    const full = { name: "Full", rows: sheetRow("a", "b") + sheetRow(1, 2) };
    const hollow = { name: "Hollow", rows: "<row/>".repeat(200) };
    expect((await open({ sheets: [hollow, full] })).rows).toEqual([["1", "2"]]);
    expect(await door.refusal(workbookFile({ sheets: [hollow] }))).toContain("has no sheet with a table");
  });

  it("makes one table of several workbooks, also inside an archive", async () => {
    const book = (value: number, file: string) =>
      workbookFile({ sheets: [{ name: "S", rows: sheetRow("a", "b") + sheetRow(value, "x") }] }, file);
    expect((await door.open(book(1, "1.xlsx"), book(2, "2.xlsx"))).rows).toEqual([
      ["1", "x"],
      ["2", "x"],
    ]);
    const bytes = new Uint8Array(await book(3, "3.xlsx").blob.arrayBuffer());
    const archive = fileOf("books.zip", zipFile([{ name: "books/3.xlsx", content: bytes, stored: true }]));
    expect((await door.open(archive)).rows).toEqual([["3", "x"]]);
  });

  it.each([
    ["broken XML", "<row><c><v>1</c></row>"],
    ["an unknown entity", "<row><c t='str'><v>&boom;</v></c></row>"],
  ])("refuses %s in words", async (_, rows) => {
    expect(await door.refusal(workbookFile({ sheets: [{ name: "S", rows }] }))).toContain(
      "“book.xlsx” is a damaged workbook",
    );
  });
});

const REAL = "../shared/data/telecom-xdr/users_experience.xlsx";

/** Sums by pandas and openpyxl (`math.fsum`). */
const SUMS = {
  "MSISDN/Number": 4820780449125450,
  "Avg TCP Retransmission (Bytes)": 852403719029.6831,
  "Avg RTT (ms)": 5416572.623105222,
  "Avg Throughput (kbps)": 584682228.5552187,
  Cluster: 184130,
};

describe.skipIf(!existsSync(REAL))("a real workbook (skipped where ../shared/data is absent)", () => {
  it("has the rows and sums that openpyxl finds", async () => {
    const { source, report } = await door.open(fileOf("users.xlsx", readFileSync(REAL)));
    expect(source.columns).toHaveLength(6);
    expect(report).toMatchObject({ rows: 106_856, rejected: 0, notes: [] });
    for (const [column, sum] of Object.entries(SUMS)) {
      const answer = await door.engine.query(sql`SELECT fsum(CAST(${name(column)} AS DOUBLE)) AS total FROM opened`);
      expect(Math.abs(single(answer, "total") / sum - 1)).toBeLessThan(1e-15);
    }
    const handsets = await door.engine.query(
      sql`SELECT CAST(count(DISTINCT ${name("Handset Type")}) AS DOUBLE) AS n, CAST(count(*) FILTER (${name("Handset Type")} IS NULL) AS DOUBLE) AS missing FROM opened`,
    );
    expect([single(handsets, "n"), single(handsets, "missing")]).toEqual([1394, 0]);
  });
});
