import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../../../src/data/readers/file-format";
import { fileOf } from "../../../opened-files";

const hex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, "hex"));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));

describe("the format of a file", () => {
  it.each([
    ["x.csv", "PAR1....", "parquet"],
    ["x", "ARROW1\0\0", "arrow"],
    ["x.txt", hex("ffffffff1001000010000000000000000000"), "arrow"],
    ["x.csv", "PK\u0003\u0004...", "zip"],
    ["x.csv", '[{"a":1}]', "json"],
    ["x.csv", '\uFEFF \n{"a":1}', "json"],
    ["x.json.gz", gzipSync('{"a":1}'), "json"],
    ["x.json", "[1, 2]", "json"],
    ["x.json", "{a: 1}", "json"],
    ["x", "a,b\n1,2\n", "csv"],
    ["x.json", "a,b\n1,2\n", "csv"],
    ["x.csv", "[id];[name]\n1;2\n", "csv"],
    ["x.csv", "{id},b\n1,2\n", "csv"],
    ["x.csv", "<5,>5\n1,2\n", "csv"],
    ["x.tsv", gzipSync("a\tb\n"), "csv"],
  ])("%s beginning with %j", async (name, content, format) => {
    expect(await formatOf(fileOf(name, content))).toBe(format);
  });

  it.each([
    ["x.csv", "", "is empty"],
    ["x.csv.gz", gzipSync(""), "is empty"],
    [
      "x.xls",
      hex(`d0cf11e0a1b11ae1${"00".repeat(600)}`),
      "old Excel workbook (.xls), which is not read here. Open it in a spreadsheet program, save it as .xlsx",
    ],
    [
      "x.xlsx",
      new Uint8Array([...hex("d0cf11e0a1b11ae1"), ...new Uint8Array(512), ...utf16("EncryptedPackage")]),
      "an encrypted workbook",
    ],
    ["x.csv", "<!DOCTYPE html><html>", "a web page"],
    [
      "x.xls",
      "<table><tr><td>1</td></tr></table>",
      "a web page, which is not read here. Get the file itself, or copy the table",
    ],
    ["x.xml", '<?xml version="1.0"?><a/>', "an XML file"],
    ["x.csv", "%PDF-1.7", "a PDF"],
    ["x.png", hex("89504e470d0a1a0a00"), "a picture"],
    ["x.csv", "PARE", "an encrypted Parquet file"],
    ["x.feather", "FEA1", "Feather version 2"],
    ["x.zst", hex("28b52ffd00"), "Zstandard"],
    ["x.7z", hex("377abcaf271c"), "a 7-Zip archive"],
    ["x.db", "SQLite format 3\0", "an SQLite database"],
    ["x.tar.gz", gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from("ustar\0")])), "a tar archive inside gzip"],
    ["x.gz", gzipSync("PAR1"), "a Parquet file inside gzip"],
    ["x.gz", gzipSync("PK\u0003\u0004"), "a zip archive or a workbook inside gzip"],
    ["x.parquet", "a,b\n", "named as a Parquet file"],
    ["x.xlsx", "a,b\n", "does not begin as its name says"],
  ])("refuses %s beginning with %j", async (name, content, words) => {
    const error = (await formatOf(fileOf(name, content)).catch((thrown: unknown) => thrown)) as Error & {
      next: string;
    };
    expect(error.name).toBe("UserError");
    expect(`${error.message} ${error.next}`).toContain(words);
    expect(error.message).toContain(`“${name}”`);
  });
});
