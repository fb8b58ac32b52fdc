import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import { factorise, identity, solve } from "../../../../src/math/spectral/cholesky";

describe("cholesky", () => {
  it.each([1, 2, 5, 8, 37])("solves %i equations", (n) => {
    const random = seededRandom(n);
    const half = Array.from({ length: n }, () => Array.from({ length: n }, random));
    const entry = (i: number, j: number): number =>
      (half[i] ?? []).reduce((sum, value, p) => sum + value * (half[j]?.[p] ?? 0), i === j ? 1 : 0);
    const square = identity(n);
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) square.values[i * square.size + j] = entry(i, j);
    const wanted = Array.from({ length: n }, random);
    const x = new Float64Array(square.size);
    x.set(wanted.map((_, i) => wanted.reduce((sum, value, j) => sum + entry(i, j) * value, 0)));
    finish(factorise(square));
    solve(square, x);
    wanted.forEach((value, i) => expect(x[i]).toBeCloseTo(value, 8));
  });
});
