import { describe, expect, test } from "vitest";
import { kinds } from "../../../../src/math/journeys/kinds";
import { finish } from "../../../../src/math/progress";
import type { BoundCondition } from "../../../../src/workers/journeys/kinds";

const number = (column: number, operator: BoundCondition["operator"], value: number): BoundCondition => ({
  ...{ column, operator },
  threshold: { by: "number", value },
});
const percentile = (column: number, operator: BoundCondition["operator"], value: number): BoundCondition => ({
  ...{ column, operator },
  threshold: { by: "percentile", value },
});

const visits = Float64Array.of(1, 2, 3, 4, NaN);
const money = Float64Array.of(0, 0, 10, 20, 30);

describe("kinds", () => {
  test("the first rule that fits wins; what fits several is counted for each pair", () => {
    const output = finish(
      kinds({
        columns: [visits, money],
        rules: [[number(0, ">=", 3)], [number(1, ">", 0)], [number(0, "<=", 2), number(1, "=", 0)]],
      }),
    );
    expect([...output.kind]).toEqual([2, 2, 0, 0, 1]);
    expect([...output.sizes]).toEqual([2, 1, 2, 0]);
    expect([...output.fits]).toEqual([2, 3, 2]);
    expect([...output.overlaps]).toEqual([2, 2, 0, 2, 3, 0, 0, 0, 2]);
    expect(output.several).toBe(2);
  });

  test("percentiles are of the known values, interpolated as numpy does", () => {
    const { thresholds, kind } = finish(
      kinds({ columns: [visits], rules: [[percentile(0, ">", 75)], [percentile(0, "<=", 50)]] }),
    );
    expect(thresholds).toEqual([[3.25], [2.5]]);
    expect([...kind]).toEqual([1, 1, -1, 0, -1]);
  });

  test.each([">=", "<=", ">", "<", "=", "!="] as const)("what is not known meets no condition: %s", (operator) => {
    const { kind } = finish(kinds({ columns: [Float64Array.of(NaN)], rules: [[number(0, operator, 1)]] }));
    expect([...kind]).toEqual([-1]);
  });

  test("a percentile of nothing known fits nobody", () => {
    const { thresholds, sizes } = finish(
      kinds({ columns: [Float64Array.of(NaN, NaN)], rules: [[percentile(0, ">=", 50)]] }),
    );
    expect(thresholds).toEqual([[NaN]]);
    expect([...sizes]).toEqual([0, 2]);
  });
});
