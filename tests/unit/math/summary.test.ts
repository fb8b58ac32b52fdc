import { describe, expect, it } from "vitest";
import { finish } from "../../../src/math/progress";
import { seededRandom } from "../../../src/math/random";
import { summarise } from "../../../src/math/summary";

describe("summarise", () => {
  const random = seededRandom(4);
  const n = 5000;
  const values = Float64Array.from({ length: 2 * n }, () => random() * 10);
  values.set([1e4, -1e4], 2 * 777);
  const points = { values, n, d: 2, weights: null };

  it("keeps the number of rows, their mean and a lone far row", () => {
    const summary = finish(summarise(points, 300));
    const weights = summary.weights ?? new Float64Array(0);
    expect(summary.n).toBe(300);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(n);
    for (const f of [0, 1]) {
      const whole = values.reduce((sum, value, at) => (at % 2 === f ? sum + value : sum), 0);
      const parts = weights.reduce((sum, weight, i) => sum + weight * (summary.values[2 * i + f] ?? 0), 0);
      expect(parts).toBeCloseTo(whole, 5);
    }
    const far = weights.findIndex((_, i) => summary.values[2 * i] === 1e4);
    expect(weights[far]).toBe(1);
  });

  it("leaves few points as they are, and stops where rows are all the same", () => {
    expect(finish(summarise(points, n))).toBe(points);
    const same = { values: new Float64Array(100).fill(3), n: 50, d: 2, weights: null };
    expect(finish(summarise(same, 10))).toMatchObject({ n: 1, weights: Float64Array.of(50) });
  });
});
