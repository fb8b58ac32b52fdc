import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantileCurve } from "../../../../src/data/samples/quantile-curve";
import { blend, randomStream, uniformAt } from "../../../../src/data/samples/random";

const N = 100_000;

/** Largest distance between the sample's distribution function and the uniform one (Kolmogorov and Smirnov). */
function distanceFromUniform(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (i + 0.5) / sorted.length)), 0);
}

describe("randomness", () => {
  // 1.63 / sqrt(n) is the 1 % critical value; seeds are fixed, so the outcome never changes.
  const critical = 1.63 / Math.sqrt(N);

  it("is uniform, as a stream, by index, and blended", () => {
    const draw = randomStream(1, 2, 3);
    expect(distanceFromUniform(Array.from({ length: N }, draw))).toBeLessThan(critical);
    expect(distanceFromUniform(Array.from({ length: N }, (_, i) => uniformAt(1, i, 3)))).toBeLessThan(critical);
    expect(distanceFromUniform(Array.from({ length: N }, () => blend(draw(), draw(), 0.7)))).toBeLessThan(critical);
  });

  it("depends on every part of its name and on nothing else", () => {
    const first = (...parts: [number, number, number]): number => randomStream(...parts)();
    expect(first(1, 2, 3)).toBe(first(1, 2, 3));
    expect(new Set([first(1, 2, 3), first(2, 2, 3), first(1, 3, 3), first(1, 2, 4)]).size).toBe(4);
    expect(new Set([uniformAt(1, 2, 3), uniformAt(2, 2, 3), uniformAt(1, 3, 3), uniformAt(1, 2, 4)]).size).toBe(4);
  });
});

describe("quantileCurve", () => {
  const curve = quantileCurve([0, 2], [0.25, 10], [0.5, 10], [1, 1000]);

  it("passes through its knots", () => {
    expect([0, 0.25, 0.4, 1].map((share) => Math.round(curve(share) * 1e9) / 1e9)).toEqual([2, 10, 10, 1000]);
  });

  it("never descends", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        expect(curve(Math.min(a, b))).toBeLessThanOrEqual(curve(Math.max(a, b)) * (1 + 1e-12));
      }),
    );
  });
});
