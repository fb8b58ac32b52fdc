import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { clusterJaccard } from "../../../../src/math/judging/cluster-jaccard";
import { stability } from "../../../../src/math/judging/stability";
import { combinedStability } from "../../../../src/math/judging/stability-summary";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { StabilityInput, StabilityOutput } from "../../../../src/workers/lab/judging";
import type { Matrix } from "../../../../src/workers/lab/matrix";

function measured(matrix: Matrix, k: number, changes: Partial<StabilityInput> = {}): StabilityOutput {
  return finish(stability({ matrix, k, seed: 5, from: 0, to: 20, sample: 1e5, restarts: 3, ...changes }));
}

/** Groups of different sizes on a line, well apart. */
function three(n: number): Matrix {
  const random = seededRandom(n);
  const values = Float64Array.from({ length: n }, (_, i) => random() + (i % 6 < 3 ? 0 : i % 6 < 5 ? 5 : 20));
  return { values, n, d: 1 };
}

describe("stability", () => {
  it("finds clusters that are there again and again", () => {
    const found = measured(three(600), 3);
    expect(found).toMatchObject({ k: 3, mean: 1, low95: 1, high95: 1, rows: 600, rowsUsed: 600 });
    expect(found.clusters).toEqual([
      { size: 300, stability: 1 },
      { size: 200, stability: 1 },
      { size: 100, stability: 1 },
    ]);
    expect(found.values).toHaveLength(20);
  });

  it("tells which clusters are not there", () => {
    const random = seededRandom(3);
    const square = { values: Float64Array.from({ length: 600 }, () => random()), n: 300, d: 2 };
    const lone = { ...square, values: square.values.map((value, at) => (at < 60 ? value + 10 : value)) };
    const { mean, low95, high95, clusters } = measured(lone, 3);
    expect(mean).toBeLessThan(0.8);
    expect(low95).toBeLessThan(mean);
    expect(high95).toBeGreaterThan(mean);
    expect(clusters[0]?.stability).toBeLessThan(0.85);
    expect(clusters[1]?.stability).toBeLessThan(0.85);
    expect(clusters[2]).toEqual({ size: 30, stability: 1 });
  });

  it("is the same whoever draws the resamples", () => {
    const matrix = three(500);
    const whole = measured(matrix, 4, { sample: 300 });
    const halves = [
      measured(matrix, 4, { sample: 300, to: 10 }),
      measured(matrix, 4, { sample: 300, from: 10 }),
    ] as const;
    expect(whole.rowsUsed).toBe(300);
    expect(combinedStability([...halves])).toEqual(whole);
    expect(measured(matrix, 4, { sample: 300, seed: 6 }).values).not.toEqual(whole.values);
  });

  it("does with fewer clusters where fewer different rows exist", () => {
    const found = measured({ values: Float64Array.of(1, 1, 1, 2, 2, 2, 2), n: 7, d: 1 }, 4);
    expect(found.k).toBe(2);
    expect(found.clusters.map(({ size }) => size)).toEqual([4, 3]);
    expect(measured({ values: new Float64Array(3), n: 3, d: 1 }, 2)).toMatchObject({ k: 1, mean: 1 });
  });

  it("refuses no rows and no resamples", () => {
    expect(() => measured({ values: new Float64Array(0), n: 0, d: 1 }, 2)).toThrow(InputError);
    expect(() => measured(three(10), 2, { to: 0 })).toThrow(InputError);
  });
});

describe("clusterJaccard", () => {
  it("takes the most similar cluster found", () => {
    const reference = Int32Array.of(0, 0, 0, 0, 1, 1);
    expect(Array.from(clusterJaccard(reference, Int32Array.of(1, 1, 1, 0, 0, 0), 2))).toEqual([3 / 4, 2 / 3]);
    expect(Array.from(clusterJaccard(reference, reference, 2))).toEqual([1, 1]);
  });
});
