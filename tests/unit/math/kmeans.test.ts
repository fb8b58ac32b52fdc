import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kmeans, searchable, type KMeans } from "../../../src/math/kmeans";
import { lloyd } from "../../../src/math/lloyd";
import { squaredDistance, type Points } from "../../../src/math/points";
import { prepare } from "../../../src/math/prepare";
import { finish } from "../../../src/math/progress";
import { seededRandom } from "../../../src/math/random";
import { columnsOf, golden } from "../../golden/kmeans-math";

function pointsOf(rows: readonly (readonly number[])[]): Points {
  return { values: Float64Array.from(rows.flat()), n: rows.length, d: rows[0]?.length ?? 1, weights: null };
}

function fitted(points: Points, k: number, seed = 1, restarts = 3): KMeans {
  return finish(kmeans(finish(searchable(points)), { k, seed, restarts }));
}

/** Far more rows than the summary has cells. */
function manyPoints(n: number, d: number): Points {
  const random = seededRandom(n);
  const values = Float64Array.from({ length: n * d }, () => Math.exp(3 * random()) + Math.floor(4 * random()) * 9);
  return { values, n, d, weights: null };
}

function expectNearest(points: Points, fit: KMeans): void {
  let inertia = 0;
  for (let i = 0; i < points.n; i++) {
    const own = squaredDistance(points, i, fit.centroids, fit.labels[i] ?? -1);
    for (let j = 0; j < fit.k; j++) {
      expect(own).toBeLessThanOrEqual(squaredDistance(points, i, fit.centroids, j) * (1 + 1e-12));
    }
    inertia += own;
  }
  expect(fit.inertia).toBeCloseTo(inertia, 6);
}

function expectCentroidsAreMeans(points: Points, fit: KMeans): void {
  const sums = new Float64Array(fit.k * points.d);
  const counts = new Float64Array(fit.k);
  fit.labels.forEach((label, i) => {
    counts[label] = (counts[label] ?? 0) + 1;
    for (let f = 0; f < points.d; f++) {
      sums[label * points.d + f] = (sums[label * points.d + f] ?? 0) + (points.values[i * points.d + f] ?? 0);
    }
  });
  sums.forEach((sum, at) => expect(fit.centroids[at]).toBeCloseTo(sum / (counts[Math.floor(at / points.d)] ?? 0), 8));
  expect(Array.from(fit.mass)).toEqual(Array.from(counts));
}

const rowsOf = (max: number): fc.Arbitrary<[number, number][]> =>
  fc.array(fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max })), { minLength: 1, maxLength: 40 });

describe("kmeans", () => {
  it("finds scikit-learn's best optimum for k = 1 to 6", () => {
    const { points } = finish(
      prepare(
        { columns: columnsOf(golden.data) },
        { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" },
      ),
    );
    for (const [k, inertia] of Object.entries(golden.inertia)) {
      const fit = fitted(points, Number(k));
      expect(fit.inertia / inertia).toBeLessThan(1 + 1e-9);
      expect([...fit.mass].sort((a, b) => a - b)).toEqual(golden.sizes[k]);
    }
  });

  it("ends where labels are nearest centroids and centroids are means, whatever the data", () => {
    fc.assert(
      fc.property(rowsOf(20), fc.integer({ min: 1, max: 6 }), fc.integer(), (rows, k, seed) => {
        const points = pointsOf(rows);
        const fit = fitted(points, k, seed, 2);
        expect(fit.converged).toBe(true);
        expect(Math.min(...fit.mass)).toBeGreaterThan(0);
        expectNearest(points, fit);
        expectCentroidsAreMeans(points, fit);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the same promises on many rows, where it searches on a summary", () => {
    const points = manyPoints(30_000, 3);
    const fit = fitted(points, 5);
    expect(fit.converged).toBe(true);
    expectNearest(points, fit);
    expectCentroidsAreMeans(points, fit);
  });

  it("gives the same answer for the same seed, to the last bit", () => {
    const points = manyPoints(5_000, 4);
    expect(fitted(points, 4, 9)).toEqual(fitted(points, 4, 9));
  });

  it("does not depend on the order of the rows", () => {
    const rows = golden.data.map((row) => row.map((value, f) => value / ([10, 200, 10][f] ?? 1)));
    const there = fitted(pointsOf(rows), 3);
    const back = fitted(pointsOf([...rows].reverse()), 3);
    expect(back.inertia).toBeCloseTo(there.inertia, 8);
    expect([...back.mass].sort()).toEqual([...there.mass].sort());
  });

  it("says so when there are fewer different rows than clusters", () => {
    const two = fitted(
      pointsOf([
        [1, 1],
        [2, 2],
        [1, 1],
        [2, 2],
      ]),
      5,
    );
    expect(two).toMatchObject({ k: 2, inertia: 0, converged: true });
    expect(two.notes).toEqual(["Only 2 different combinations of values exist, so there are 2 clusters instead of 5."]);
    const one = fitted(
      pointsOf([
        [3, 3],
        [3, 3],
      ]),
      3,
    );
    expect(one).toMatchObject({ k: 1, inertia: 0 });
    expect(one.notes).toEqual(["All customers have the same values, so there is 1 cluster instead of 3."]);
    expect(fitted(pointsOf([[7, 7]]), 1)).toMatchObject({ k: 1, inertia: 0, notes: [] });
  });

  it("finds the few rows that differ among very many equal ones", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => (i === 9_999 ? [5, 5] : i === 15_000 ? [9, 0] : [1, 1]));
    expect(fitted(pointsOf(rows), 3)).toMatchObject({ k: 3, inertia: 0 });
  });

  it("refuses in plain words", () => {
    expect(() => fitted(pointsOf([]), 2)).toThrow("There are no customers to group.");
    expect(() => fitted(pointsOf([[1], [2]]), 0)).toThrow("number of clusters");
    expect(() => fitted(pointsOf([[1e200], [2]]), 2)).toThrow("too large");
  });
});

describe("lloyd", () => {
  it("never lets inertia rise from pass to pass", () => {
    const points = manyPoints(2_000, 3);
    const start = points.values.slice(0, 6 * 3);
    let before = Infinity;
    for (let passes = 1; passes < 30; passes += 2) {
      const { inertia } = finish(lloyd(points, start, passes));
      expect(inertia).toBeLessThanOrEqual(before * (1 + 1e-12));
      before = inertia;
    }
  });

  it("treats a weight like that many equal rows", () => {
    const place = fc.tuple(fc.integer({ max: 50, min: 0 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(fc.array(place), (places) => {
        // A row at each start centroid, so that no cluster is empty: one would take a whole weighted point.
        const rows = [...places, [0, 1], [25, 2], [50, 3]] as const;
        const weighted: Points = {
          values: Float64Array.from(rows, ([x]) => x),
          n: rows.length,
          d: 1,
          weights: Float64Array.from(rows, ([, weight]) => weight),
        };
        const repeated = pointsOf(rows.flatMap(([x, weight]) => Array.from({ length: weight }, () => [x])));
        const start = Float64Array.of(0, 25, 50);
        const [a, b] = [weighted, repeated].map((points) => finish(lloyd(points, start)));
        expect(a?.inertia).toBeCloseTo(b?.inertia ?? Number.NaN, 8);
        expect([...(a?.mass ?? [])]).toEqual([...(b?.mass ?? [])]);
      }),
    );
  });

  it("gives an empty cluster the farthest row", () => {
    const points = pointsOf([[0], [1], [2], [100]]);
    const fit = finish(lloyd(points, Float64Array.of(1, 1e6)));
    expect([...fit.labels]).toEqual([0, 0, 0, 1]);
    expect([...fit.centroids]).toEqual([1, 100]);
  });
});
