import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantiles, quantilesInPlace } from "../../../src/math/quantile";
import { columnsOf, golden } from "../../golden/kmeans-math";

/** The definition, by sorting. */
function bySorting(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(at)] ?? Number.NaN) - low) * (at - Math.floor(at));
}

describe("quantiles", () => {
  it("agree with numpy", () => {
    for (const [percent, expected] of Object.entries(golden.percentiles)) {
      columnsOf(golden.data).forEach((column, f) => {
        expect(quantiles(column, [Number(percent) / 100])[0]).toBeCloseTo(expected[f] ?? Number.NaN, 9);
      });
    }
  });

  it("agree with the definition for any values and any order of questions, and leave the values alone", () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 200 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (values, ps) => {
          const column = Float64Array.from(values);
          const answers = quantiles(column, ps);
          answers.forEach((answer, i) => expect(answer).toBeCloseTo(bySorting(values, ps[i] ?? 0), 6));
          expect(Array.from(column)).toEqual(Array.from(Float64Array.from(values)));
        },
      ),
    );
  });

  it("say nothing about nothing and refuse what is no share", () => {
    expect(quantilesInPlace(new Float64Array(0), [0.5])[0]).toBeNaN();
    expect(() => quantiles(Float64Array.of(1), [1.1])).toThrow("between 0 and 1");
  });
});
