import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/math/progress";
import type { Operator } from "../../../../src/math/spectral/block-krylov";
import { filtered } from "../../../../src/math/spectral/chebyshev";

describe("filtered", () => {
  it("keeps what is below the cut within 1 and draws the rest apart in its order", () => {
    const eigenvalues = Array.from({ length: 101 }, (_, i) => -1 + i / 50);
    const apply: Operator = function* (vector) {
      yield 1;
      return vector.map((value, i) => value * (eigenvalues[i] ?? 0));
    };
    const factors = finish(filtered(apply, 0.5, 12)(new Float64Array(101).fill(1)));
    eigenvalues.forEach((eigenvalue, i) => {
      const factor = factors[i] ?? Number.NaN;
      const t = (2 * eigenvalue + 0.5) / 1.5;
      expect(factor).toBeCloseTo(t > 1 ? Math.cosh(12 * Math.acosh(t)) : Math.cos(12 * Math.acos(Math.max(-1, t))), 4);
      if (eigenvalue <= 0.5) expect(Math.abs(factor)).toBeLessThanOrEqual(1 + 1e-9);
      else expect(factor).toBeGreaterThan(Math.max(1, factors[i - 1] ?? 0));
    });
  });
});
