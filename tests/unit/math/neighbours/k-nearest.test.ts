import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockedNearest } from "../../../../src/math/neighbours/blocked-nearest";
import { kNearest } from "../../../../src/math/neighbours/k-nearest";
import { kdTree } from "../../../../src/math/neighbours/kd-tree";
import type { NearestLists } from "../../../../src/math/neighbours/nearest-list";
import { treeNearest } from "../../../../src/math/neighbours/tree-nearest";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Matrix } from "../../../../src/workers/lab/matrix";

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { values: Float64Array.from(rows.flat()), n: rows.length, d: rows[0]?.length ?? 1 };
}

function randomMatrix(n: number, d: number): Matrix {
  const random = seededRandom(n + d);
  return { values: Float64Array.from({ length: n * d }, () => random()), n, d };
}

/** Every other row, sorted by distance and row number. */
function plainNearest({ values, n, d }: Matrix, i: number, k: number): { row: number; distance: number }[] {
  const others = Array.from({ length: n }, (_, row) => {
    let square = 0;
    for (let f = 0; f < d; f++) square += ((values[i * d + f] ?? 0) - (values[row * d + f] ?? 0)) ** 2;
    return { row, distance: Math.sqrt(square) };
  }).filter(({ row }) => row !== i);
  return others.sort((a, b) => a.distance - b.distance || a.row - b.row).slice(0, k);
}

function expectPlain(matrix: Matrix, { k, indices, distances }: NearestLists): void {
  for (let i = 0; i < matrix.n; i++) {
    const plain = plainNearest(matrix, i, k);
    expect([...indices.subarray(i * k, i * k + k)]).toEqual(plain.map(({ row }) => row));
    expect([...distances.subarray(i * k, i * k + k)]).toEqual(plain.map(({ distance }) => distance));
  }
}

/** Few different values, so that distances tie and rows are equal. */
const rows = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 60 }))
  .chain(([d, n]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: d, maxLength: d }), { minLength: n, maxLength: n }),
  );

describe("kNearest", () => {
  it("is what sorting all distances gives, ties by row, by tree and by blocks", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 8 }), (all, wanted, leafSize) => {
        const matrix = matrixOf(all);
        const k = Math.min(wanted, matrix.n - 1);
        expectPlain(matrix, finish(treeNearest(finish(kdTree(matrix, leafSize)), k)));
        expectPlain(matrix, finish(blockedNearest(matrix, k)));
      }),
    );
  });

  it("agrees with sorting for few and for many features", () => {
    for (const d of [1, 3, 7, 15, 16, 30]) {
      const matrix = randomMatrix(150, d);
      expectPlain(matrix, finish(kNearest(matrix, 12)));
    }
  });

  it("gives all others where there are fewer than k", () => {
    expect(finish(kNearest(randomMatrix(4, 2), 10))).toMatchObject({ k: 3, indices: { length: 12 } });
    for (const n of [0, 1]) expect(finish(kNearest(randomMatrix(n, 2), 5))).toMatchObject({ k: 0 });
  });

  it("takes no longer for equal rows", () => {
    const { indices, distances } = finish(kNearest({ values: new Float64Array(90_000), n: 30_000, d: 3 }, 3));
    expect([...indices.subarray(0, 9)]).toEqual([1, 2, 3, 0, 2, 3, 0, 1, 3]);
    expect([...indices.subarray(-3)]).toEqual([0, 1, 2]);
    expect(Math.max(...distances.subarray(0, 90))).toBe(0);
  });

  it("refuses a number of neighbours that is none", () => {
    for (const k of [0, -1, 1.5, Number.NaN]) {
      expect(() => finish(kNearest(randomMatrix(4, 2), k))).toThrow("number of neighbours");
    }
  });
});
