import { describe, expect, it } from "vitest";
import { kNearest } from "../../../../src/math/neighbours/k-nearest";
import { finish } from "../../../../src/math/progress";
import { fuzzyMemberships } from "../../../../src/math/projection/fuzzy-memberships";
import { mutual } from "../../../../src/math/projection/neighbour-graph";
import { matrixOf, projectionGolden } from "../../../golden/projection";
import { blobs } from "../../../golden/blobs";
import { upperEntries } from "./upper-entries";

describe("fuzzyMemberships", () => {
  it("makes umap-learn's graph", () => {
    const lists = finish(kNearest(matrixOf(projectionGolden.data), 14));
    const strengths = finish(fuzzyMemberships(lists));
    const graph = finish(mutual(lists, strengths, (there, back) => there + back - there * back));
    const found = upperEntries(graph, 12);
    expect(found.size).toBe(projectionGolden.fuzzy.length);
    for (const [i, j, weight] of projectionGolden.fuzzy) expect(found.get(`${i} ${j}`)).toBeCloseTo(weight, 4);
  });

  it("lets every row belong to log2(neighbours + 1) others and wholly to the nearest", () => {
    const lists = finish(kNearest(blobs(300, 3, 3), 9));
    const strengths = finish(fuzzyMemberships(lists));
    for (let i = 0; i < 300; i++) {
      const own = strengths.subarray(i * 9, i * 9 + 9);
      expect(own[0]).toBe(1);
      expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.log2(10), 4);
    }
  });

  it("lets a row belong wholly to rows that equal it", () => {
    const values = Float64Array.from({ length: 40 }, (_, i) => (i < 30 ? 1 : i));
    const strengths = finish(fuzzyMemberships(finish(kNearest({ values, n: 40, d: 1 }, 5))));
    expect(Array.from(strengths.subarray(0, 5))).toEqual([1, 1, 1, 1, 1]);
    expect(strengths.every(Number.isFinite)).toBe(true);
  });
});
