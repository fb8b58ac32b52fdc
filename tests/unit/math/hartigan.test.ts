import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { improveByMoves } from "../../../src/math/hartigan";
import { lloyd } from "../../../src/math/lloyd";
import type { Points } from "../../../src/math/points";
import { finish } from "../../../src/math/progress";

const line = (...values: number[]): Points => ({
  values: Float64Array.from(values),
  n: values.length,
  d: 1,
  weights: null,
});

describe("improveByMoves", () => {
  it("moves a point that Lloyd leaves where it is, because its centroid would follow it", () => {
    // 2.2 is nearer to the mean of 0, 0 and itself (0.73) than to 4, so Lloyd rests; yet 4 and 2.2 together cost less.
    const worse = finish(lloyd(line(0, 0, 2.2, 4), Float64Array.of(0.7, 4)));
    const better = finish(improveByMoves(line(0, 0, 2.2, 4), worse));
    expect(better.inertia).toBeLessThanOrEqual(worse.inertia);
    expect([...better.labels]).toEqual([0, 0, 1, 1]);
  });

  it("never raises the inertia, keeps every point with its nearest centroid and every cluster filled", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 40 }),
        fc.integer({ min: 2, max: 4 }),
        (values, k) => {
          fc.pre(new Set(values).size > k);
          const points = line(...values);
          const start = Float64Array.from([...new Set(values)].slice(0, k));
          const fit = finish(lloyd(points, start));
          const better = finish(improveByMoves(points, fit));
          expect(better.inertia).toBeLessThanOrEqual(fit.inertia);
          expect(better.mass.every((mass) => mass > 0)).toBe(true);
          values.forEach((value, row) => {
            const distances = [...better.centroids].map((centroid) => Math.abs(value - centroid));
            const own = distances[better.labels[row] ?? 0] ?? NaN;
            expect(own).toBeLessThanOrEqual(Math.min(...distances) + 1e-9);
          });
        },
      ),
    );
  });
});
