import { describe, expect, it } from "vitest";
import { labKmeans } from "../../../../src/math/partition/lab-kmeans";
import { improvement } from "../../../../src/math/partition/improvement";
import { batchStep } from "../../../../src/math/partition/mini-batch-step";
import { miniBatchKmeans } from "../../../../src/math/partition/mini-batch-kmeans";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Matrix } from "../../../../src/workers/lab/matrix";

/** Four groups of unequal size around far corners. */
function corners(n: number): Matrix {
  const random = seededRandom(n);
  const values = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const corner = Math.floor(4 * random() ** 2);
    values[2 * i] = 10 * (corner % 2) + random() + random();
    values[2 * i + 1] = 10 * Math.floor(corner / 2) + random() + random();
  }
  return { values, n, d: 2 };
}

describe("miniBatchKmeans", () => {
  it("finds clear groups, nearly as tight as k-means over every row, with an exact inertia", () => {
    const matrix = corners(20_000);
    const quick = finish(miniBatchKmeans({ matrix, k: 4, seed: 3, restarts: 3 }));
    const whole = finish(labKmeans({ matrix, k: 4, seed: 3, restarts: 3 }));
    expect(quick.labels).toEqual(whole.labels);
    expect(quick.inertia / whole.inertia).toBeLessThan(1.01);
    expect(quick).toMatchObject({ k: 4, batch: 1024, converged: true, notes: [] });
    let inertia = 0;
    quick.labels.forEach((label, i) => {
      const [x = 0, y = 0] = quick.centroids[label] ?? [];
      inertia += ((matrix.values[2 * i] ?? 0) - x) ** 2 + ((matrix.values[2 * i + 1] ?? 0) - y) ** 2;
    });
    expect(quick.inertia / inertia).toBeCloseTo(1, 12);
  });

  it("gives the same answer for the same seed, and takes the batch it is told, no larger than the rows", () => {
    const matrix = corners(500);
    const fit = () => finish(miniBatchKmeans({ matrix, k: 3, seed: 9, restarts: 1, batch: 50 }));
    expect(fit()).toEqual(fit());
    expect(fit().batch).toBe(50);
    expect(finish(miniBatchKmeans({ matrix, k: 3, seed: 9, restarts: 1 })).batch).toBe(500);
  });

  it("says what cannot be done, and ends on rows that coincide", () => {
    const same: Matrix = { values: new Float64Array(60).fill(2), n: 30, d: 2 };
    const fit = finish(miniBatchKmeans({ matrix: same, k: 4, seed: 1, restarts: 2 }));
    expect(fit).toMatchObject({ k: 1, inertia: 0, centroids: [[2, 2]] });
    expect(fit.notes).toEqual(["All rows are equal, so there is 1 cluster instead of 4."]);
    const matrix = corners(10);
    expect(() => finish(miniBatchKmeans({ matrix, k: 2, seed: 1, restarts: 1, batch: 0 }))).toThrow("1 row or more");
    expect(() => finish(miniBatchKmeans({ matrix, k: -1, seed: 1, restarts: 1 }))).toThrow("1 or more");
  });
});

describe("batchStep", () => {
  it("moves a centroid to the mean of all rows it has seen", () => {
    const centres = { values: Float64Array.of(0, 100), seen: Float64Array.of(2, 0) };
    const batch = { values: Float64Array.of(3, 3, 90), n: 3, d: 1, weights: null };
    expect(batchStep(batch, centres, false, seededRandom(1))).toBe(9 + 9 + 100);
    expect([...centres.values]).toEqual([(0 + 0 + 3 + 3) / 4, 90]);
    expect([...centres.seen]).toEqual([4, 1]);
  });

  it("puts a neglected centroid onto a row of the batch, with the weight of the least busy other", () => {
    const centres = { values: Float64Array.of(0, 50, 1000), seen: Float64Array.of(400, 900, 0) };
    const batch = { values: Float64Array.of(1, 2, 49, 51), n: 4, d: 1, weights: null };
    batchStep(batch, centres, true, seededRandom(1));
    expect([1, 2, 49, 51]).toContain(centres.values[2]);
    expect([...centres.seen]).toEqual([402, 902, 402]);
  });
});

describe("improvement", () => {
  it("loses patience after ten steps without a new least smoothed inertia", () => {
    const improves = improvement(99, 50);
    expect(improves(5)).toBe(true);
    for (let step = 0; step < 9; step++) expect(improves(6)).toBe(true);
    expect(improves(6)).toBe(false);
    expect(improves(4)).toBe(true);
  });
});
