import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { agreement } from "../../../../src/math/judging/agreement";
import { finish } from "../../../../src/math/progress";
import { benchmark, benchmarksThere, golden } from "../../../golden/judging";

describe("agreement", () => {
  it("compares every clustering with every other, noise a cluster of its own", () => {
    const [a, b, c] = [Int32Array.of(0, 0, 1, -1), Int32Array.of(1, 1, 0, 0), Int32Array.of(2, 2, 0, 1)];
    const { size, values } = finish(agreement({ labelings: [a, b, c] }));
    const ab = adjustedRandIndex(a, b);
    expect(size).toBe(3);
    expect(ab).toBeLessThan(1);
    expect(Array.from(values)).toEqual([1, ab, 1, ab, 1, ab, 1, ab, 1]);
  });

  it("has nothing to say about nothing, and refuses other rows", () => {
    expect(finish(agreement({ labelings: [] }))).toEqual({ size: 0, values: new Float64Array(0) });
    expect(() => finish(agreement({ labelings: [Int32Array.of(0), Int32Array.of(0, 1)] }))).toThrow(InputError);
  });

  it.skipIf(!benchmarksThere)("agrees with scikit-learn (skipped where ../shared/data is absent)", () => {
    for (const [name, expected] of Object.entries(golden.agreement)) {
      const { matrix, truth } = benchmark(name);
      const quadrants = truth.map((_, i) => {
        const right = (matrix.values[i * matrix.d] as number) > 0;
        const up = (matrix.values[i * matrix.d + 1] as number) > 0;
        return (right ? 2 : 0) + (up ? 1 : 0);
      });
      expect(finish(agreement({ labelings: [truth, quadrants] })).values[1]).toBeCloseTo(expected, 12);
    }
  });
});
