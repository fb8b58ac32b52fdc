import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { trustworthiness } from "../../../../src/math/judging/trustworthiness";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { TrustworthinessOutput } from "../../../../src/workers/lab/judging";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { benchmark, benchmarksThere, golden } from "../../../golden/judging";

function measured(high: Matrix, low: Matrix, sample = 3000, seed = 1, neighbours = 12): TrustworthinessOutput {
  return finish(trustworthiness({ high, low, neighbours, sample, seed }));
}

function firstTwo({ values, n, d }: Matrix): Matrix {
  return {
    values: Float64Array.from({ length: 2 * n }, (_, at) => values[(at >> 1) * d + (at & 1)] as number),
    n,
    d: 2,
  };
}

function scattered(n: number, d: number): Matrix {
  const random = seededRandom(n * d);
  return { values: Float64Array.from({ length: n * d }, () => random()), n, d };
}

describe("trustworthiness", () => {
  it.skipIf(!benchmarksThere)("agrees with scikit-learn (skipped where ../shared/data is absent)", () => {
    for (const [name, expected] of Object.entries(golden.trustworthiness)) {
      const { matrix } = benchmark(name);
      const { value, margin, rowsAsked } = measured(matrix, firstTwo(matrix));
      expect(value).toBeCloseTo(expected, 10);
      expect([margin, rowsAsked]).toEqual([0, matrix.n]);
    }
  });

  it("is 1 for a drawing that keeps every distance, about a half for one that keeps none", () => {
    const high = scattered(300, 5);
    expect(measured(high, high).value).toBe(1);
    const random = scattered(300, 2);
    expect(measured(high, random).value).toBeGreaterThan(0.45);
    expect(measured(high, random).value).toBeLessThan(0.55);
  });

  it("asks some of many rows, and its interval covers the exact value", () => {
    const high = scattered(1000, 4);
    const low = firstTwo(high);
    const exact = measured(high, low).value;
    let covered = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { value, margin, rowsAsked } = measured(high, low, 600, seed);
      expect(rowsAsked).toBe(500);
      if (Math.abs(value - exact) <= margin) covered++;
    }
    expect(covered).toBeGreaterThan(34);
  });

  it("refuses too many neighbours and other rows", () => {
    expect(() => measured(scattered(24, 3), scattered(24, 2))).toThrow(InputError);
    expect(measured(scattered(25, 3), scattered(25, 2)).rows).toBe(25);
    expect(() => measured(scattered(40, 3), scattered(41, 2))).toThrow(InputError);
  });
});
