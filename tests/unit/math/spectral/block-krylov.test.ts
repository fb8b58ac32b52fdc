import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import { topEigenvectors, type Operator } from "../../../../src/math/spectral/block-krylov";

function found(values: readonly number[], k: number): Float64Array[] {
  const random = seededRandom(1);
  const start = Array.from({ length: k }, () => Float64Array.from(values, random));
  const apply: Operator = function* (vector) {
    yield 1;
    return vector.map((value, i) => value * (values[i] ?? 0));
  };
  return finish(topEigenvectors(apply, { start, tolerance: 1e-10, restarts: 60 })).vectors;
}

describe("topEigenvectors", () => {
  it("finds the largest of many close eigenvalues", () => {
    const values = Array.from({ length: 400 }, (_, i) => 1 - i / 4_000);
    found(values, 3).forEach((vector, c) => expect(Math.abs(vector[c] ?? 0)).toBeCloseTo(1, 7));
  });

  it("finds an eigenvalue as often as it occurs", () => {
    const values = Array.from({ length: 200 }, (_, i) => (i < 4 ? 1 : 1 / (i + 2)));
    for (const vector of found(values, 4)) {
      const inside = vector.slice(0, 4).reduce((sum, value) => sum + value * value, 0);
      expect(inside).toBeCloseTo(1, 10);
    }
  });

  it("fills a space no larger than what is wanted", () => {
    expect(found([3, 2], 2).map((vector) => Array.from(vector, (value) => Math.round(Math.abs(value))))).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});
