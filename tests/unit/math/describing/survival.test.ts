import { describe, expect, it } from "vitest";
import { chiSquaredSurvival, fSurvival } from "../../../../src/math/describing/survival";
import { golden } from "../../../golden/describing";

/** The last digits of a p far below 1e-50 hang on those of its exponent. */
function expectP(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * expected);
}

describe("chiSquaredSurvival", () => {
  it.each(golden.chi_squared)("is scipy's at %d with %d degrees", (x, degrees, p) => {
    expectP(chiSquaredSurvival(x, degrees), p);
  });

  it("ends at 1 and 0, and knows what it cannot know", () => {
    expect(chiSquaredSurvival(0, 3)).toBe(1);
    expect(chiSquaredSurvival(Infinity, 3)).toBe(0);
    expect(chiSquaredSurvival(Number.NaN, 3)).toBeNaN();
  });
});

describe("fSurvival", () => {
  it.each(golden.fisher)("is scipy's at %d with %d and %d degrees", (f, between, within, p) => {
    expectP(fSurvival(f, between, within), p);
  });

  it("ends at 1 and 0, and knows what it cannot know", () => {
    expect(fSurvival(0, 2, 9)).toBe(1);
    expect(fSurvival(Infinity, 2, 9)).toBe(0);
    expect(fSurvival(Number.NaN, 2, 9)).toBeNaN();
  });
});
