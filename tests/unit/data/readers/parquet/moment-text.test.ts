import fc from "fast-check";
import { expect, it } from "vitest";
import { dateText, decimalText, timestampText, timeText } from "../../../../../src/data/readers/parquet/moment-text";

it("tells moments like the language's own calendar", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
      const iso = date.toISOString();
      expect(dateText(Math.floor(date.getTime() / 86_400_000))).toBe(iso.slice(0, 10));
      expect(timestampText(BigInt(date.getTime()), 3)).toBe(
        `${iso.slice(0, 10)} ${iso.slice(11, 23).replace(/\.?0+$/u, (end) => (end.startsWith(".") ? "" : end.replace(/0+$/u, "")))}`,
      );
    }),
    { numRuns: 300 },
  );
});

it("counts years before the first without a year 0, and keeps nanoseconds", () => {
  expect([dateText(-719_163), dateText(-719_528)]).toEqual(["0001-12-31 (BC)", "0001-01-01 (BC)"]);
  expect(timestampText(-1n, 9)).toBe("1969-12-31 23:59:59.999999999");
  expect(timeText(86_399_999_999_999n, 9)).toBe("23:59:59.999999999");
  expect([decimalText(-5n, 2), decimalText(12345n, 3), decimalText(7n, -2)]).toEqual(["-0.05", "12.345", "700"]);
});
