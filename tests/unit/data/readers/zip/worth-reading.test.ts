import { describe, expect, it } from "vitest";
import { leftOutNote, strangerReason } from "../../../../../src/data/readers/zip/worth-reading";

describe("files among others", () => {
  it.each(["a.csv", "a/b.TSV", "x.parquet", "x.csv.gz", "part-0", "x.jsonl", "x.xlsx", "x.feather", "notes/2024.txt"])(
    "may be a table: %s",
    (name) => {
      expect(strangerReason(name)).toBeNull();
    },
  );

  it.each([
    ["a/.DS_Store", "a system file"],
    ["__MACOSX/._a.csv", "a system file"],
    ["~$book.xlsx", "a system file"],
    ["out/_SUCCESS", "a system file"],
    ["Thumbs.db", "a system file"],
    ["README.md", "a text about the data"],
    ["LICENSE", "a text about the data"],
    ["a/b.pdf", "a .pdf file"],
    ["a/b.py.gz", "a .py file"],
  ])("is no table: %s", (name, reason) => {
    expect(strangerReason(name)).toBe(reason);
  });

  it("are named, the first five of them", () => {
    const left = Array.from({ length: 7 }, (_, index) => ({ name: `${index}.pdf`, reason: "a .pdf file" }));
    expect(leftOutNote("The folder", left.slice(0, 1))).toBe(
      "The folder also holds what is no table, which was left out: “0.pdf” (a .pdf file).",
    );
    expect(leftOutNote("The folder", left)).toContain("and 2 more.");
    expect(leftOutNote("The folder", [])).toBeNull();
  });
});
