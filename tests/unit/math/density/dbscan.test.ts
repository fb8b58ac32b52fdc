import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dbscan } from "../../../../src/math/density/dbscan";
import { orderBySize } from "../../../../src/math/partition/order-by-size";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { DbscanOutput } from "../../../../src/workers/lab/density";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { clusterSizes, golden, goldenLabels, referenceAnswer, referenceThere } from "../../../golden/density";
import { clusteringThere, matrixOf, socialMedia } from "../../../golden/hierarchy";

function rowsOf(rows: readonly (readonly number[])[]): Matrix {
  return { values: Float64Array.from(rows.flat()), n: rows.length, d: 2 };
}

function grouped(matrix: Matrix, eps: number, minSamples: number): DbscanOutput {
  return finish(dbscan({ matrix, eps, minSamples }));
}

/** Row by row, from every core row without a cluster to all it reaches: scikit-learn's order. */
function plainDbscan(rows: readonly (readonly [number, number])[], eps: number, minSamples: number): number[] {
  const near = rows.map(([x, y]) => [...rows.keys()].filter((j) => within(rows[j], x, y, eps)));
  const isCore = near.map((others) => others.length >= minSamples);
  const labels = rows.map(() => -1);
  let cluster = 0;
  for (const start of rows.keys()) {
    if (labels[start] !== -1 || isCore[start] !== true) continue;
    const pending = [start];
    for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
      if (labels[row] !== -1) continue;
      labels[row] = cluster;
      if (isCore[row] === true) pending.push(...(near[row] ?? []));
    }
    cluster++;
  }
  return labels;
}

function within(row: readonly [number, number] | undefined, x: number, y: number, eps: number): boolean {
  return row !== undefined && (row[0] - x) ** 2 + (row[1] - y) ** 2 <= eps * eps;
}

const place = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 }));

describe("dbscan", () => {
  it("is what going from row to row gives, whatever the data", () => {
    const eps = fc.constantFrom(0.5, 1, 1.5, 2, 3, 20);
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 90 }),
        eps,
        fc.integer({ min: 1, max: 8 }),
        (rows, e, m) => {
          const plain = orderBySize(Int32Array.from(plainDbscan(rows, e, m)));
          const found = grouped(rowsOf(rows), e, m);
          expect([...found.labels]).toEqual([...plain.labels]);
          expect(found.k).toBe(plain.k);
          expect(found.noise).toBe(found.labels.filter((label) => label === -1).length);
          expect(found.coreCount).toBe(found.core.filter((one) => one === 1).length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps equal rows, and rows all within eps, from costing more than others", () => {
    const equal = grouped({ values: new Float64Array(200_000), n: 100_000, d: 2 }, 1, 5);
    expect(equal).toMatchObject({ k: 1, noise: 0, coreCount: 100_000 });
    const random = seededRandom(2);
    const wide = { values: Float64Array.from({ length: 40_000 }, random), n: 20_000, d: 2 };
    expect(grouped(wide, 0.7, 8_000).k).toBe(1);
    expect(grouped(wide, 10, 5)).toMatchObject({ k: 1, noise: 0 });
  });

  it("says why all is noise", () => {
    const far = rowsOf([
      [0, 0],
      [9, 9],
    ]);
    expect(grouped(far, 1, 2)).toMatchObject({ k: 0, noise: 2, notes: [expect.stringContaining("larger eps")] });
    expect(grouped(far, 100, 3).notes).toEqual([expect.stringContaining("only 2 rows")]);
    expect(grouped(rowsOf([[3, 3]]), 1, 1)).toMatchObject({ k: 1, noise: 0, notes: [] });
  });

  it("refuses in plain words", () => {
    const one = rowsOf([[1, 2]]);
    expect(() => grouped({ values: new Float64Array(0), n: 0, d: 2 }, 1, 5)).toThrow("no rows");
    for (const eps of [0, -1, Number.NaN]) expect(() => grouped(one, eps, 5)).toThrow("eps must be above 0");
    for (const minSamples of [0, 2.5]) expect(() => grouped(one, 1, minSamples)).toThrow("1 or more");
    expect(() => grouped(rowsOf([[1e200, 0]]), 1, 5)).toThrow("too large");
  });

  it.skipIf(!clusteringThere)("gives scikit-learn's labels on every set, row by row", () => {
    for (const [name, { eps, core }] of Object.entries(golden)) {
      const found = grouped(matrixOf(name), eps, 5);
      expect([...found.labels], name).toEqual([...goldenLabels(name, "dbscan")]);
      expect(found.coreCount, name).toBe(core);
    }
  });

  it.skipIf(!referenceThere)("gives the reference sizes on iris, wine and the social-media file", () => {
    const cases = [
      [matrixOf("iris"), 0.8, referenceAnswer("clustering_sklearn", "iris", "dbscan")],
      [matrixOf("uci/wine"), 2.3, referenceAnswer("clustering_sklearn", "wine", "dbscan")],
      [socialMedia(), 0.3, referenceAnswer("social_media_clustering", "dbscan_eps0.3_min5")],
      [socialMedia(), 0.5, referenceAnswer("social_media_clustering", "dbscan_eps0.5_min5")],
    ] as const;
    for (const [matrix, eps, { sizes, noise }] of cases) {
      const found = grouped(matrix, eps, 5);
      expect(clusterSizes(found.labels)).toEqual(sizes);
      expect(found.noise).toBe(noise);
    }
  });
});
