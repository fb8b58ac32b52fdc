import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agglomerative } from "../../../../src/math/hierarchy/agglomerative";
import { cutTree, cutTreeAt } from "../../../../src/math/hierarchy/cut-tree";
import { finish } from "../../../../src/math/progress";
import type { Merges } from "../../../../src/workers/lab/hierarchy";
import { LINKAGES } from "../../../golden/hierarchy";

const MERGES: Merges = {
  pairs: Int32Array.of(1, 3, 0, 2, 4, 5),
  heights: Float64Array.of(1, 2, 5),
  sizes: Int32Array.of(2, 2, 4),
};

describe("cutTree", () => {
  it("undoes the last merges, largest cluster first, ties by the first leaf", () => {
    expect([...cutTree(MERGES, 4, 1)]).toEqual([0, 0, 0, 0]);
    expect([...cutTree(MERGES, 4, 2)]).toEqual([0, 1, 0, 1]);
    expect([...cutTree(MERGES, 4, 3)]).toEqual([1, 0, 2, 0]);
    expect([...cutTree(MERGES, 4, 4)]).toEqual([0, 1, 2, 3]);
  });

  it("cuts at a height: a merge at that height stays", () => {
    expect(cutTreeAt(MERGES, 4, 2)).toEqual(cutTree(MERGES, 4, 2));
    expect(cutTreeAt(MERGES, 4, 1.9)).toEqual(cutTree(MERGES, 4, 3));
    expect(cutTreeAt(MERGES, 4, 9)).toEqual(cutTree(MERGES, 4, 1));
  });

  it("gives k clusters, each within one of k - 1, with heights that never fall", () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...LINKAGES), (values, linkage) => {
        const matrix = { values: Float64Array.from(values), n: values.length, d: 1 };
        const { merges } = finish(agglomerative({ matrix, linkage, k: 2, seed: 1 })).tree;
        expect([...merges.heights]).toEqual([...merges.heights].sort((a, b) => a - b));
        for (let k = 2; k <= 4; k++) {
          const fine = cutTree(merges, matrix.n, k);
          const coarse = cutTree(merges, matrix.n, k - 1);
          expect(new Set(fine).size).toBe(k);
          expect(new Set(Array.from(fine, (label, i) => `${label} ${coarse[i]}`)).size).toBe(k);
        }
      }),
    );
  });
});
