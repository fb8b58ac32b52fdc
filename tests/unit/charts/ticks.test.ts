import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearTicks, logTicks } from "../../../src/charts/ticks";

describe("linearTicks", () => {
  it("marks bytes in one unit", () => {
    expect(linearTicks(0, 3.8e12, "bytes").ticktext).toEqual(["0", "1 TB", "2 TB", "3 TB"]);
  });

  it("marks durations in hours that people count in", () => {
    expect(linearTicks(0, 100 * 3600, "seconds").ticktext).toEqual(["0", "24 h", "48 h", "72 h", "96 h"]);
  });

  it("marks shares as per cent", () => {
    expect(linearTicks(0, 1, "share").ticktext).toEqual(["0", "20 %", "40 %", "60 %", "80 %", "100 %"]);
  });

  it("never splits a count", () => {
    expect(linearTicks(0.5, 2.5, "count", 10).tickvals).toEqual([1, 2]);
  });

  it("stays inside the axis, ascending, with a handful of marks", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
        (low, span) => {
          const high = low + span;
          fc.pre(high - low > Math.abs(low) * 1e-9);
          const { tickvals, ticktext } = linearTicks(low, high, "number");
          expect(ticktext).toHaveLength(tickvals.length);
          expect(tickvals.length).toBeLessThanOrEqual(12);
          for (const value of tickvals) {
            expect(value).toBeGreaterThanOrEqual(low - span * 1e-6);
            expect(value).toBeLessThanOrEqual(high + span * 1e-6);
          }
        },
      ),
    );
  });

  it("survives an axis without any length", () => {
    expect(linearTicks(5, 5, "count").tickvals).toEqual([5]);
    expect(linearTicks(NaN, NaN, "count").tickvals).toEqual([]);
  });
});

describe("logTicks", () => {
  it("marks powers of ten, each in its own unit", () => {
    expect(logTicks(1e3, 1e9, "bytes").ticktext).toEqual([
      "1 kB",
      "10 kB",
      "100 kB",
      "1 MB",
      "10 MB",
      "100 MB",
      "1 GB",
    ]);
  });
});
