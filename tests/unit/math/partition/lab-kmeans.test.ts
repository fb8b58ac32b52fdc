import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labKmeans } from "../../../../src/math/partition/lab-kmeans";
import { orderBySize } from "../../../../src/math/partition/order-by-size";
import { finish } from "../../../../src/math/progress";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { clusteringSet, clusteringThere, referenceInertias, socialMedia } from "../../../golden/partition";

const matrixOf = (rows: readonly (readonly number[])[]): Matrix => ({
  values: Float64Array.from(rows.flat()),
  n: rows.length,
  d: rows[0]?.length ?? 0,
});

describe("labKmeans", () => {
  it("numbers clusters by size, with centroids that are the means of their rows, whatever the data", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6 }), fc.integer(), (points, k, seed) => {
        const fit = finish(labKmeans({ matrix: matrixOf(points), k, seed, restarts: 2 }));
        expect(fit.labels).toEqual(orderBySize(fit.labels).labels);
        expect(fit.k).toBe(Math.min(k, new Set(points.map(String)).size));
        expect(fit.notes.some((note) => note.includes("instead of"))).toBe(fit.k < k);
        let inertia = 0;
        fit.centroids.forEach((centroid, c) => {
          const own = points.filter((_, i) => fit.labels[i] === c);
          centroid.forEach((at, f) => {
            expect(at).toBeCloseTo(own.reduce((sum, row) => sum + (row[f] ?? 0), 0) / own.length, 9);
            inertia += own.reduce((sum, row) => sum + ((row[f] ?? 0) - at) ** 2, 0);
          });
        });
        expect(fit.inertia).toBeCloseTo(inertia, 8);
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same answer for the same seed", () => {
    const matrix = matrixOf(Array.from({ length: 300 }, (_, i) => [Math.sin(i * i), Math.cos(3 * i)]));
    const fit = () => finish(labKmeans({ matrix, k: 5, seed: 7, restarts: 3 }));
    expect(fit()).toEqual(fit());
  });

  it("says what cannot be done, and what was done instead", () => {
    const run = (matrix: Matrix, k: number) => finish(labKmeans({ matrix, k, seed: 1, restarts: 2 }));
    expect(() => run(matrixOf([]), 2)).toThrow("There are no rows to group.");
    expect(() => run({ values: new Float64Array(0), n: 3, d: 0 }, 2)).toThrow("no features");
    expect(() => run(matrixOf([[1], [2]]), 0)).toThrow("must be 1 or more");
    expect(() => run(matrixOf([[1], [2]]), 1.5)).toThrow("must be 1 or more");
    expect(() => run(matrixOf([[1e200], [2]]), 2)).toThrow("too large");
    const same = Array.from({ length: 20 }, () => [4, 5]);
    expect(run(matrixOf(same), 3)).toMatchObject({ k: 1, inertia: 0 });
    expect(run(matrixOf(same), 3).notes).toEqual(["All rows are equal, so there is 1 cluster instead of 3."]);
    expect(
      run(
        matrixOf([
          [1, 0],
          [2, 0],
        ]),
        5,
      ).notes,
    ).toEqual([
      "Only 2 different rows exist, so there are 2 clusters instead of 5.",
      "1 of 2 features has the same value in every row and plays no part in the clusters.",
    ]);
  });
});

describe.skipIf(!clusteringThere)("labKmeans on the shared references (skipped where their data is absent)", () => {
  it.each([
    ["iris", () => clusteringSet("iris").matrix],
    ["wine", () => clusteringSet("uci/wine").matrix],
    ["social", socialMedia],
  ] as const)("is within 1e-6 of the best inertia that scikit-learn finds for k = 2 to 8: %s", (name, read) => {
    const matrix = read();
    for (const [k, { inertia, sizes }] of Object.entries(referenceInertias(name))) {
      const fit = finish(labKmeans({ matrix, k: Number(k), seed: 1, restarts: 10 }));
      expect(fit.inertia / inertia, `k = ${k}`).toBeLessThan(1 + 1e-6);
      const found = Array.from({ length: fit.k }, (_, c) => fit.labels.filter((label) => label === c).length);
      if (fit.inertia / inertia > 1 - 1e-9) expect(found, `k = ${k}`).toEqual(sizes);
    }
  });
});
