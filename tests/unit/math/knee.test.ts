import { describe, expect, it } from "vitest";
import { kneeOf } from "../../../src/math/knee";

describe("kneeOf", () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  it("finds the bend", () => {
    expect(kneeOf(x, [100, 60, 20, 18, 16, 14, 12, 10, 8, 6])).toBe(3);
    expect(
      kneeOf(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => 10 - 10 * Math.min(1, i / 4)),
      ),
    ).toBe(4);
  });

  it("finds none on a line, on a rising curve and on two points", () => {
    expect(
      kneeOf(
        x,
        x.map((value) => 100 - 3 * value),
      ),
    ).toBeNull();
    expect(kneeOf(x, x)).toBeNull();
    expect(kneeOf([1, 2], [5, 1])).toBeNull();
  });
});
