import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { unzip } from "../../../../../src/data/readers/zip/unzip";
import { fileOf, opener, type Opener } from "../../../../opened-files";
import { zipFile, type ZippedFile } from "../../../../zip-file";

let door: Opener;
beforeAll(async () => {
  door = await opener();
});

const zip = (...files: readonly ZippedFile[]) => fileOf("data.zip", zipFile(files));
const CSV = { name: "a.csv", content: "a,b\n1,x\n" };

describe("archives", () => {
  it("makes one table of the files inside, in the order of their names, and says what is left out", async () => {
    const { rows, report, source } = await door.open(
      zip(
        { name: "b/2.csv", content: "a,b\n2,y\n" },
        { name: "b/", content: "", stored: true },
        { name: "1.csv", content: "a,b\n1,x\n", stored: true },
        { name: "__MACOSX/._1.csv", content: "junk" },
        { name: ".DS_Store", content: "junk" },
        { name: "README.md", content: "words, words\n" },
        { name: "photo.png", content: "junk" },
        { name: "none.csv", content: "" },
      ),
    );
    expect(rows).toEqual([
      ["1", "x"],
      ["2", "y"],
    ]);
    expect(source).toMatchObject({ format: "csv", label: "data.zip" });
    expect(source.given.map(({ name }) => name)).toEqual(["data.zip"]);
    const [note] = report.notes;
    for (const left of ["._1.csv", ".DS_Store", "README.md", "photo.png", "none.csv"]) expect(note).toContain(left);
  });

  it.each([
    ["TSV", "x.tsv", "a\tb\n1\tx\n"],
    ["JSON", "x.json", '[{"a":1,"b":"x"}]'],
    ["lines of JSON in gzip", "x.jsonl.gz", gzipSync('{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n')],
    ["CSV in gzip", "x.csv.gz", gzipSync("a,b\n1,x\n")],
  ])("reads %s inside", async (_, name, content) => {
    const { columns, rows } = await door.open(zip({ name, content }));
    expect(columns).toEqual(["a", "b"]);
    expect(rows[0]).toEqual(["1", "x"]);
  });

  it("reads several archives and files of one schema together", async () => {
    const { rows } = await door.open(zip(CSV), fileOf("z.csv", "a,b\n2,y\n"));
    expect(rows).toEqual([
      ["1", "x"],
      ["2", "y"],
    ]);
  });

  it.each([
    [
      "another archive",
      () => zip({ name: "in.zip", content: zipFile([CSV]) }),
      "archives inside archives are not unpacked",
    ],
    ["encryption", () => zip({ ...CSV, encrypted: true }), "is encrypted, and Clientele has no password"],
    ["a promised length that is too small", () => zip({ ...CSV, claims: 3 }), "damaged or incomplete zip"],
    ["a promised length that is too large", () => zip({ ...CSV, claims: 300 }), "damaged or incomplete zip"],
    ["a wrong checksum", () => zip({ ...CSV, checksum: 1 }), "damaged or incomplete zip"],
    ["a cut end", () => fileOf("data.zip", zipFile([CSV]).slice(0, -20)), "damaged or incomplete zip"],
    ["nothing to read", () => zip({ name: "a.png", content: "x" }), "holds no file that can be read"],
    ["nothing at all", () => fileOf("data.zip", zipFile([])), "holds no file that can be read"],
    ["only empty files", () => zip({ name: "a.csv", content: "" }), "holds only empty files"],
    ["different tables", () => zip(CSV, { name: "b.csv", content: "c,d\n1,2\n" }), "does not fit “a.csv”"],
    ["a Word document", () => zip({ name: "word/document.xml", content: "<w/>" }), "is a Word document"],
    ["an OpenDocument file", () => zip({ name: "mimetype", content: "x" }), "is an OpenDocument file"],
    ["a binary workbook", () => zip({ name: "xl/workbook.bin", content: "x" }), "(.xlsb)"],
  ])("refuses %s in words", async (_, made, words) => {
    const said = await door.refusal(made());
    expect(said).toContain(words);
    expect(said).toMatch(/\.$/u);
  });

  it("is not fooled by two entries that share their bytes", async () => {
    const bytes = Buffer.from(
      zipFile([
        { name: "a.csv", content: CSV.content },
        { name: "b.csv", content: CSV.content },
      ]),
    );
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(0, second + 42);
    expect(await door.refusal(fileOf("data.zip", bytes))).toContain("damaged or incomplete zip");
  });

  it("stops a bomb while it unpacks, whatever its headers promise", async () => {
    const content = Buffer.alloc(80_000_000, 48);
    for (const claims of [undefined, 10])
      await expect(unzip(zip({ name: "a.csv", content, ...(claims === undefined ? {} : { claims }) }))).rejects.toThrow(
        claims === undefined ? "more than 200 times its size" : /damaged|200 times/u,
      );
  });

  it("refuses more than 10,000 files", async () => {
    const files = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.csv`, content: "", stored: true }));
    await expect(unzip(zip(...files))).rejects.toThrow("more than 10,000 files");
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const content = Array.from({ length: 400_000 }, (_, row) => `${row},${row * 7919}\n`).join("");
    const work = unzip(zip({ name: "a.csv", content }), () => stop.abort(), stop.signal);
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
  });
});
