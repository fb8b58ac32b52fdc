import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureFrom } from "../../../../src/math/partition/distances-from";
import { fasterPam } from "../../../../src/math/partition/faster-pam";
import { kMedoids } from "../../../../src/math/partition/k-medoids";
import { orderBySize } from "../../../../src/math/partition/order-by-size";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Metric } from "../../../../src/workers/lab/partition";
import type { Matrix } from "../../../../src/workers/lab/matrix";

const METRICS = ["euclidean", "manhattan"] as const;

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { values: Float64Array.from(rows.flat()), n: rows.length, d: rows[0]?.length ?? 1 };
}

function scattered(n: number): Matrix {
  const random = seededRandom(n);
  return { values: Float64Array.from({ length: 2 * n }, () => 8 * random() ** 3 + Math.floor(3 * random())), n, d: 2 };
}

function costOf(matrix: Matrix, medoids: readonly number[], metric: Metric): number {
  const columns = medoids.map((row) => {
    const distances = new Float64Array(matrix.n);
    measureFrom(matrix, row, metric, distances);
    return distances;
  });
  let cost = 0;
  for (let i = 0; i < matrix.n; i++) cost += Math.min(...columns.map((column) => column[i] ?? Infinity));
  return cost;
}

/** Every set of k rows. */
function* choices(n: number, k: number, from = 0): Generator<number[]> {
  if (k === 0) yield [];
  else for (let i = from; i < n; i++) for (const rest of choices(n, k - 1, i + 1)) yield [i, ...rest];
}

describe("kMedoids", () => {
  it.each(METRICS)("finds the cheapest of all possible medoids of few rows: %s", (metric) => {
    for (const n of [9, 12, 14]) {
      const matrix = scattered(n);
      for (const k of [1, 2, 3]) {
        const least = Math.min(...[...choices(n, k)].map((medoids) => costOf(matrix, medoids, metric)));
        expect(finish(kMedoids({ matrix, k, seed: 1, metric })).cost).toBeCloseTo(least, 10);
      }
    }
  });

  it("ends where no exchange of a medoid for another row lowers the cost, from any start", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
      minLength: 5,
      maxLength: 16,
    });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 4 }), fc.constantFrom(...METRICS), (rows, k, metric) => {
        const matrix = matrixOf(rows);
        const { rows: medoids, cost } = finish(
          fasterPam(
            { ...matrix, weights: null },
            Int32Array.from({ length: k }, (_, m) => m),
            metric,
          ),
        );
        expect(cost).toBeCloseTo(costOf(matrix, [...medoids], metric), 9);
        for (let m = 0; m < k; m++) {
          for (let row = 0; row < matrix.n; row++) {
            expect(costOf(matrix, [...medoids.with(m, row)], metric)).toBeGreaterThan(cost - 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("labels rows by their nearest medoid, largest cluster first", () => {
    const matrix = scattered(300);
    const fit = finish(kMedoids({ matrix, k: 4, seed: 2, metric: "manhattan" }));
    expect(fit.cost).toBeCloseTo(costOf(matrix, [...fit.medoids], "manhattan"), 9);
    expect(fit.labels).toEqual(orderBySize(fit.labels).labels);
    fit.medoids.forEach((row, c) => {
      expect(fit.labels[row]).toBe(c);
      expect(fit.places[c]).toEqual([...matrix.values.subarray(2 * row, 2 * row + 2)]);
    });
    expect(fit).toMatchObject({ k: 4, fittedOn: 300, notes: [], metric: "manhattan" });
    expect(finish(kMedoids({ matrix, k: 4, seed: 2, metric: "manhattan" }))).toEqual(fit);
  });

  it("fits many rows on samples, says so, and is hardly dearer than the best of all rows", () => {
    const few = scattered(501);
    const values = Float64Array.from(
      { length: 10 * few.values.length },
      (_, at) => few.values[at % 1002] ?? Number.NaN,
    );
    const many = { values, n: 5010, d: 2 };
    const fit = finish(kMedoids({ matrix: many, k: 3, seed: 1, metric: "euclidean" }));
    expect(fit.fittedOn).toBe(2500);
    expect(fit.notes).toEqual([
      "Medoids were sought in 5 random samples of 2,500 of the 5,010 rows; every row then went to its nearest.",
    ]);
    const best = finish(kMedoids({ matrix: few, k: 3, seed: 1, metric: "euclidean" }));
    expect(fit.cost / (10 * best.cost)).toBeLessThan(1.01);
    expect(fit.cost).toBeCloseTo(costOf(many, [...fit.medoids], "euclidean"), 6);
  });

  it("says what cannot be done, and what was done instead", () => {
    const run = (matrix: Matrix, k: number) => finish(kMedoids({ matrix, k, seed: 1, metric: "euclidean" }));
    expect(() => run(matrixOf([]), 2)).toThrow("There are no rows to group.");
    expect(() => run(matrixOf([[1]]), 0)).toThrow("1 or more");
    expect(run(matrixOf([[1], [1], [2]]), 3)).toMatchObject({ k: 2, cost: 0 });
    expect(run({ values: new Float64Array(12_000), n: 6000, d: 2 }, 2)).toMatchObject({ k: 1, cost: 0 });
  });
});
