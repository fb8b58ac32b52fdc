import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../../../src/math/describing/benjamini-hochberg";

describe("benjaminiHochberg", () => {
  it("adjusts as in the original paper's steps, monotone and at most 1", () => {
    const adjusted = benjaminiHochberg([0.04, 0.01, 0.03, 0.9]);
    [(0.04 * 4) / 3, 0.04, (0.04 * 4) / 3, 0.9].forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 14));
    expect(benjaminiHochberg([1, 1, 0.99])).toEqual([1, 1, 1]);
  });

  it("leaves out what is not defined", () => {
    expect(benjaminiHochberg([NaN, 0.02, 0.01])).toEqual([NaN, 0.02, 0.02]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
