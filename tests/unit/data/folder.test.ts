import { beforeAll, describe, expect, it } from "vitest";
import { fingerprint } from "../../../src/data/fingerprint";
import { fileOf, opener, type Opener } from "../../opened-files";
import { zipFile } from "../../zip-file";

let door: Opener;
beforeAll(async () => {
  door = await opener();
});

const table = fileOf("month/b.csv", "a,b\n2,y\n");
const other = fileOf("month/a.csv", "a,b\n1,x\n");

describe("a folder", () => {
  it("is one table of its files, and says what it left out", async () => {
    const { rows, report, source } = await door.open(
      table,
      fileOf("month/.DS_Store", "x"),
      other,
      fileOf("month/plan.pdf", "x"),
    );
    expect(rows).toEqual([
      ["1", "x"],
      ["2", "y"],
    ]);
    expect(report.notes).toEqual([
      "The folder also holds what is no table, which was left out: “month/.DS_Store” (a system file), “month/plan.pdf” (a .pdf file).",
    ]);
    expect(source.label).toBe("2 files: month/a.csv …");
    // What is left out does not make it another file.
    expect(await fingerprint(source.given)).toBe(await fingerprint([table, other]));
  });

  it("may hold archives and other formats of one schema, but no two kinds of table", async () => {
    const archive = fileOf("month/c.zip", zipFile([{ name: "c.csv", content: "a,b\n3,z\n" }]));
    expect((await door.open(other, archive)).rows).toEqual([
      ["1", "x"],
      ["3", "z"],
    ]);
    expect(await door.refusal(other, fileOf("month/z.json", '[{"a":1,"b":2}]'))).toContain(
      "one is JSON, the other delimited text",
    );
    expect(await door.refusal(fileOf("month/plan.pdf", "x"))).toContain("The folder holds no file that can be read.");
  });

  it("does not excuse a file that was chosen by itself", async () => {
    expect(await door.refusal(other, fileOf("plan.pdf", "%PDF-1.7"))).toContain("“plan.pdf” is a PDF");
  });
});
