import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kdTree } from "../../../../src/math/neighbours/kd-tree";
import { countWithin, nothingFound, radiusQuery } from "../../../../src/math/neighbours/radius-query";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Matrix } from "../../../../src/workers/lab/matrix";

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { values: Float64Array.from(rows.flat()), n: rows.length, d: rows[0]?.length ?? 2 };
}

const place = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));

describe("kdTree", () => {
  it("keeps every row once, in a box around it, in leaves of the size asked for", () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, leafSize) => {
          const tree = finish(kdTree(matrixOf(rows), leafSize));
          expect([...tree.rows].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
          expect(Array.from(tree.rows, (row) => rows[row]).flat()).toEqual([...tree.places]);
          const leaves = [...tree.right.keys()].filter((node) => tree.right[node] === 0);
          expect(leaves.map((leaf) => [tree.from[leaf], tree.to[leaf]]).flat()).toEqual([
            0,
            ...leaves.slice(1).flatMap((leaf) => [tree.from[leaf], tree.from[leaf]]),
            rows.length,
          ]);
          for (const node of tree.right.keys()) {
            const own = [...tree.rows.subarray(tree.from[node], tree.to[node])];
            expect(tree.firstRow[node]).toBe(Math.min(...own));
            if (tree.right[node] === 0) expect(own.length).toBeLessThanOrEqual(leafSize);
            for (const f of [0, 1] as const) {
              const values = own.map((row) => rows[row]?.[f] ?? Number.NaN);
              expect([tree.low[node * 2 + f], tree.high[node * 2 + f]]).toEqual([
                Math.min(...values),
                Math.max(...values),
              ]);
            }
          }
        },
      ),
    );
  });

  it("has no nodes for no rows", () => {
    expect(finish(kdTree({ values: new Float64Array(0), n: 0, d: 2 })).from).toHaveLength(0);
  });

  it("yields while it grows", () => {
    const random = seededRandom(1);
    const values = Float64Array.from({ length: 400_000 }, random);
    const steps = [...kdTree({ values, n: 200_000, d: 2 })];
    expect(steps.length).toBeGreaterThan(10);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});

describe("radiusQuery", () => {
  it("finds the rows no farther than the radius, and counts them up to a limit", () => {
    const radius = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 80 }), place, radius, fc.nat(20), (rows, centre, distance, limit) => {
        const tree = finish(kdTree(matrixOf(rows), 3));
        const found = nothingFound();
        const near = rows.flatMap(([x, y], row) =>
          (x - centre[0]) ** 2 + (y - centre[1]) ** 2 <= distance ** 2 ? [row] : [],
        );
        const count = radiusQuery(tree, Float64Array.from(centre), 0, distance, found);
        const seen = Array.from(found.positions.subarray(0, count), (p) => tree.rows[p] ?? -1);
        expect(seen.sort((a, b) => a - b)).toEqual(near);
        expect(countWithin(tree, Float64Array.from(centre), 0, distance, limit)).toBe(Math.min(limit, near.length));
      }),
    );
  });
});
