import { describe, expect, it } from "vitest";
import {
  compact,
  fullNumber,
  columnProblems,
  distinctWords,
  histogramSentence,
  missingSentence,
  missingShare,
  shareWords,
} from "../../../../src/components/data-page/column-facts";
import type { ColumnProfile } from "../../../../src/data/profile";

const plain: ColumnProfile = {
  column: "n",
  fileType: "VARCHAR",
  kind: "number",
  rows: 150_001,
  missing: [],
  missingTotal: 0,
  distinct: 106_856,
  distinctApproximate: false,
  numbers: null,
  top: [],
  problem: null,
};
const unused = { column: "n", role: "none", confidence: 1, why: "" } as const;

describe("what a column holds, in words", () => {
  it("names the ways gaps are written", () => {
    const marked = {
      ...plain,
      missingTotal: 9559,
      missing: [
        { marker: "(empty)", count: 572 },
        { marker: "undefined", count: 8987 },
      ],
    };
    expect(missingSentence(marked)).toBe("9,559 missing: 572 empty, 8,987 written “undefined”");
    expect(missingSentence({ ...plain, missingTotal: 1066, missing: [{ marker: "(empty)", count: 1066 }] })).toBe(
      "1,066 missing: 1,066 empty",
    );
    expect(missingSentence(plain)).toBe("Nothing missing");
  });

  it("has no share of nothing", () => {
    expect(missingShare({ ...plain, rows: 0 })).toBe(0);
    expect(missingShare({ ...plain, rows: 4, missingTotal: 1 })).toBe(0.25);
  });

  it("marks an estimate as one", () => {
    expect(distinctWords(plain)).toBe("106,856 distinct");
    expect(distinctWords({ ...plain, distinctApproximate: true })).toBe("≈ 106,856 distinct");
  });

  it("says where most values lie", () => {
    const numbers = {
      parsed: 10,
      min: -5,
      q25: 1,
      median: 12,
      q75: 20,
      max: 400,
      mean: 30,
      skewness: 0,
      exact: null,
      bins: [1, 8, 1],
      binFrom: 0,
      binTo: 30,
    };
    expect(histogramSentence(numbers, "number")).toBe(
      "Values from -5 to 400, half of them below 12; most lie between 10 and 20",
    );
  });

  it("points at what deserves a look, and at nothing else", () => {
    expect(columnProblems(plain, unused)).toEqual([]);
    expect(columnProblems(undefined, unused)).toEqual([]);
    expect(columnProblems({ ...plain, kind: "empty", missingTotal: 150_001 }, unused)).toEqual(["no values at all"]);
    expect(columnProblems({ ...plain, rows: 10, missingTotal: 2 }, unused)).toEqual(["20 % missing"]);
    expect(columnProblems(plain, { ...unused, role: "rtt", confidence: 0.4 })).toEqual(["its role is only a guess"]);
    expect(columnProblems({ ...plain, problem: "cannot be read" }, unused)).toEqual(["cannot be read"]);
  });
});

describe("numbers beside each other", () => {
  it("stay short whatever their size", () => {
    expect([0, 249, 57_500, 132_000, 4_290_000_000].map(compact)).toEqual(["0", "249", "57,500", "132 k", "4.29 bn"]);
  });

  it("are marked where a double may have rounded them, and in their own digits where those are known", () => {
    expect(fullNumber(2 ** 53 - 1, "number", null)).toBe("9,007,199,254,740,991");
    expect(fullNumber(2 ** 63, "number", null)).toMatch(/^≈ 9,223,372,036,854,77\d,\d{3}$/u);
    expect(fullNumber(2 ** 63, "number", "9223372036854775807")).toBe("9223372036854775807");
  });

  it("never read as a row of zeros", () => {
    expect([0, 0.000_006_67, 0.006_75, 0.588].map(shareWords)).toEqual(["0 %", "under 0.01 %", "0.675 %", "58.8 %"]);
  });
});
