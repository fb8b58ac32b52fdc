import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyQuadTree, plant } from "../../../../src/math/projection/quad-tree";
import { repel } from "../../../../src/math/projection/repulsion";
import { blobs } from "../../../golden/blobs";

interface Repulsion {
  readonly total: number;
  readonly force: readonly [number, number];
}

function exactly(map: Float64Array, i: number): Repulsion {
  let total = 0;
  const force: [number, number] = [0, 0];
  for (let j = 0; j < map.length; j += 2) {
    const x = (map[2 * i] as number) - (map[j] as number);
    const y = (map[2 * i + 1] as number) - (map[j + 1] as number);
    const near = 1 / (1 + x * x + y * y);
    total += near;
    force[0] += near * near * x;
    force[1] += near * near * y;
  }
  return { total, force };
}

function byTree(map: Float64Array, rows: readonly number[]): Repulsion[] {
  const tree = emptyQuadTree(1);
  plant(tree, map);
  return rows.map((i) => {
    const force = new Float64Array(2);
    const total = repel(tree, map[2 * i] as number, map[2 * i + 1] as number, force, 0);
    return { total, force: [force[0] as number, force[1] as number] };
  });
}

describe("repel", () => {
  it("is near the sum over all pairs", () => {
    const { values } = blobs(2_000, 2, 5);
    const rows = Array.from({ length: 100 }, (_, i) => 20 * i);
    byTree(values, rows).forEach(({ total, force }, at) => {
      const exact = exactly(values, rows[at] as number);
      expect(Math.abs(total - exact.total)).toBeLessThan(0.02 * exact.total);
      const off = Math.hypot(force[0] - exact.force[0], force[1] - exact.force[1]);
      // As a share of what all pairs would add up to in one direction.
      expect(off).toBeLessThan(0.01 * exact.total);
    });
  });

  it("is near it whatever the places, many of them shared", () => {
    const place = fc.tuple(fc.constantFrom(0, 0.1, 1 / 3, 1, 1e-12), fc.constantFrom(0, 0.1, 1 / 3, 1, 1e-300));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
        const map = Float64Array.from(places.flat());
        const rows = places.map((_, i) => i);
        byTree(map, rows).forEach(({ total }, i) => {
          const exact = exactly(map, i).total;
          expect(Math.abs(total - exact)).toBeLessThan(0.05 * exact);
        });
      }),
    );
  });

  it("counts a row at its own place as 1 and pushes it nowhere", () => {
    expect(byTree(Float64Array.of(3, 4), [0])).toEqual([{ total: 1, force: [0, 0] }]);
    const shared = Float64Array.from({ length: 20_000 }, (_, at) => (at % 2 ? 0.1 : 0.7));
    expect(byTree(shared, [0])[0]?.total).toBeCloseTo(10_000, 6);
  });
});

describe("plant", () => {
  it("has all rows in every level, and their mean", () => {
    const { values, n } = blobs(500, 2, 3);
    const tree = emptyQuadTree(n);
    plant(tree, values);
    expect(tree.mass[0]).toBe(n);
    let mean = 0;
    for (let i = 0; i < n; i++) mean += (values[2 * i] as number) / n;
    expect(tree.x[0]).toBeCloseTo(mean, 9);
    let leaves = 0;
    for (let node = 0; node < tree.count; node++) if (tree.quarters[node] === 0) leaves += tree.mass[node] as number;
    expect(leaves).toBe(n);
  });
});
