import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format, formatCell } from "../../../src/charts/format";
import type { ValueFormat } from "../../../src/charts/figure";
import { twoDecimals } from "../../../src/charts/significant";

const FORMATS: readonly ValueFormat[] = [
  "count",
  "number",
  "bytes",
  "seconds",
  "milliseconds",
  "kbps",
  "share",
  "score",
  "date",
];

describe("format", () => {
  it.each([
    [73_806_144_000_000, "bytes", "73.8 TB"],
    [999_950, "bytes", "1 MB"],
    [0, "bytes", "0 B"],
    [-1_500, "bytes", "-1.5 kB"],
    [4_320, "seconds", "72 min"],
    [86_399, "seconds", "24 h"],
    [154_800, "seconds", "43 h"],
    [0.4712, "share", "47.1 %"],
    [1, "share", "100 %"],
    [8_747, "count", "8,747"],
    [106_856, "count", "107 k"],
    [1_234_567, "count", "1.23 M"],
    [41.632, "milliseconds", "41.6 ms"],
    [12_154, "kbps", "12.2 Mbps"],
    [0.26537, "score", "0.265"],
    [Date.UTC(2019, 3, 4, 12), "date", "4 Apr 2019"],
  ] as const)("says %s as %s briefly: %s", (value, as, text) => {
    expect(format(value, as)).toBe(text);
  });

  it.each([
    [8_846_226_494, "bytes", "8,846,226,494 B"],
    [1_823_652, "seconds", "1,823,652 s"],
    [106_856, "count", "106,856"],
    [0.47123456, "share", "47.123456 %"],
    [Date.UTC(2019, 3, 4, 12, 1, 18), "date", "2019-04-04 12:01:18 UTC"],
  ] as const)("says %s as %s in full: %s", (value, as, text) => {
    expect(format(value, as, "full")).toBe(text);
  });

  it.each([
    [142_259.851885, "number", "142,260"],
    [8_846_226_494, "bytes", "8,846,226,494"],
    [15.833333333, "kbps", "15.8333"],
    [-0.5119213, "score", "-0.511921"],
    [3.66012e-14, "score", "3.66 × 10⁻¹⁴"],
    [-2e-7, "score", "-2.00 × 10⁻⁷"],
    [0.47123456, "share", "47.1235"],
    [0, "score", "0"],
  ] as const)("writes %s as %s in a cell: %s", (value, as, text) => {
    expect(formatCell(value, as)).toBe(text);
  });

  it("never shows a missing value as a number", () => {
    for (const as of FORMATS)
      for (const value of [null, undefined, NaN, Infinity]) {
        expect(format(value, as)).toBe("–");
        expect(format(value, as, "full")).toBe("–");
        expect(formatCell(value, as)).toBe("–");
      }
  });

  it("keeps three significant digits and stays within half a unit of the third", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e15, noNaN: true }), (bytes) => {
        const [digits = "", unit = ""] = format(bytes, "bytes").split(" ");
        const scale = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 }[unit] ?? NaN;
        const shown = Number(digits.replaceAll(",", "")) * scale;
        expect(Math.abs(shown - bytes)).toBeLessThanOrEqual(bytes * 0.005 + 1e-12);
        expect(
          digits
            .replace(/^0\.0*/u, "")
            .replaceAll(/\D/gu, "")
            .replace(/^0+/u, "").length,
        ).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("loses no digit of a whole number in full", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(format(value, "count", "full").replaceAll(",", ""))).toBe(value);
      }),
    );
  });
});

describe("twoDecimals", () => {
  it("gives no sign to what rounds to zero", () => {
    expect([0.373, -0.686, -0.001, 1].map(twoDecimals)).toEqual(["0.37", "-0.69", "0.00", "1.00"]);
  });
});
