import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { singleLinkage } from "../../../../src/math/density/single-linkage";
import { spanningTree } from "../../../../src/math/density/spanning-tree";
import { kdTree } from "../../../../src/math/neighbours/kd-tree";
import { finish } from "../../../../src/math/progress";

/** Prim's algorithm over all pairs: the squared lengths of the edges, ascending. */
function plainLengths(places: readonly (readonly number[])[], core: Float64Array): number[] {
  const reach = (i: number, j: number): number => {
    const [a = [], b = []] = [places[i], places[j]];
    const square = a.reduce((sum, value, f) => sum + (value - (b[f] ?? 0)) ** 2, 0);
    return Math.max(square, core[i] ?? 0, core[j] ?? 0);
  };
  const way = new Map([...places.keys()].slice(1).map((i) => [i, reach(0, i)]));
  const lengths: number[] = [];
  while (way.size > 0) {
    const [next, length] = [...way].reduce((best, other) => (other[1] < best[1] ? other : best));
    lengths.push(length);
    way.delete(next);
    for (const [i, square] of way) way.set(i, Math.min(square, reach(next, i)));
  }
  return lengths.sort((a, b) => a - b);
}

const place = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 });
const placesAndCores = fc
  .array(fc.tuple(place, fc.integer({ min: 0, max: 20 })), { minLength: 2, maxLength: 60 })
  .map((all) => ({ places: all.map(([at]) => at), cores: all.map(([, core]) => core) }));

describe("spanningTree", () => {
  it("is as short as Prim's, edge by edge, and joins all", () => {
    fc.assert(
      fc.property(placesAndCores, fc.integer({ min: 1, max: 6 }), ({ places, cores }, leafSize) => {
        const matrix = { values: Float64Array.from(places.flat()), n: places.length, d: 3 };
        const tree = finish(kdTree(matrix, leafSize));
        const core = Float64Array.from(tree.rows, (row) => cores[row] ?? 0);
        const edges = finish(spanningTree(tree, core));
        expect([...edges.reach].sort((a, b) => a - b)).toEqual(plainLengths(places, Float64Array.from(cores)));
        const { size, distance } = finish(singleLinkage(edges));
        expect(size.at(-1)).toBe(places.length);
        expect([...distance]).toEqual([...distance].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it("lets the nearer row win where reach ties", () => {
    // The core distance of 5 makes all its edges equally long; it is nearer to 4 than to 7.
    const tree = finish(kdTree({ values: Float64Array.of(7, 5, 4), n: 3, d: 1 }));
    const core = Float64Array.from(tree.places, (x) => (x === 5 ? 16 : 0));
    const { from, to } = finish(spanningTree(tree, core));
    const pairs = Array.from(from, (p, edge) => [tree.places[p], tree.places[to[edge] ?? -1]].sort().join());
    expect(pairs).toContain("4,5");
  });
});
