import { describe, expect, it } from "vitest";
import { tableCsv } from "../../../src/charts/table-csv";

describe("tableCsv", () => {
  it("keeps full precision, leaves missing cells empty, quotes, and defuses formulas", () => {
    const csv = tableCsv({
      columns: [
        { label: "Name", format: "text" },
        { label: "Traffic", format: "bytes" },
        { label: "Start", format: "date" },
      ],
      values: [
        ['=HYPERLINK("x")', "a,b", "plain", null],
        Float64Array.of(0.1 + 0.2, NaN, -1, 9_007_199_254_740_991),
        [0, null, 0, 0],
      ],
    });
    expect(csv.split("\r\n")).toEqual([
      "Name,Traffic (B),Start",
      '"\'=HYPERLINK(""x"")",0.30000000000000004,1970-01-01T00:00:00.000Z',
      '"a,b",,',
      "plain,-1,1970-01-01T00:00:00.000Z",
      ",9007199254740991,1970-01-01T00:00:00.000Z",
      "",
    ]);
  });
});
