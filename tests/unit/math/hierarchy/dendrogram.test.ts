import { describe, expect, it } from "vitest";
import { agglomerative } from "../../../../src/math/hierarchy/agglomerative";
import { cutTree, cutTreeAt } from "../../../../src/math/hierarchy/cut-tree";
import { dendrogram } from "../../../../src/math/hierarchy/dendrogram";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Merges } from "../../../../src/workers/lab/hierarchy";

const MERGES: Merges = {
  pairs: Int32Array.of(1, 3, 0, 2, 4, 5),
  heights: Float64Array.of(1, 2, 5),
  sizes: Int32Array.of(2, 2, 4),
};

function manyMerges(n: number): Merges {
  const random = seededRandom(n);
  const matrix = { values: new Float64Array(2 * n).map(random), n, d: 2 };
  return finish(agglomerative({ matrix, linkage: "ward", k: 2, seed: 1 })).tree.merges;
}

describe("dendrogram", () => {
  it("draws a small tree whole", () => {
    const picture = dendrogram(MERGES, cutTree(MERGES, 4, 2));
    expect([...picture.x]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 0.5, 0.5, 2.5, 2.5]);
    expect([...picture.y]).toEqual([0, 1, 1, 0, 0, 2, 2, 0, 1, 5, 5, 2]);
    expect([...picture.leafSizes]).toEqual([1, 1, 1, 1]);
    expect([...picture.leafClusters]).toEqual([1, 1, 0, 0]);
    expect([...picture.links]).toEqual([1, 0, -1]);
    expect(picture.cut).toBe(3.5);
  });

  it("keeps every row and every cluster when it shows the top alone", () => {
    const merges = manyMerges(500);
    for (const [k, leaves] of [
      [1, 60],
      [5, 60],
      [80, 80],
    ] as const) {
      const labels = cutTree(merges, 500, k);
      const picture = dendrogram(merges, labels);
      expect(picture.leafSizes).toHaveLength(leaves);
      expect(picture.leafSizes.reduce((sum, size) => sum + size, 0)).toBe(500);
      expect(new Set(picture.leafClusters).size).toBe(k);
      for (let cluster = 0; cluster < k; cluster++) {
        const drawn = picture.leafSizes.filter((_, leaf) => picture.leafClusters[leaf] === cluster);
        expect(drawn.reduce((sum, size) => sum + size, 0)).toBe(labels.filter((label) => label === cluster).length);
      }
      expect(cutTreeAt(merges, 500, picture.cut)).toEqual(labels);
    }
  });

  it("lets no link cross another: each spans neighbouring stretches of leaves", () => {
    const { x, leafSizes } = dendrogram(manyMerges(300), new Int32Array(300));
    for (let corner = 0; corner < x.length; corner += 4) {
      expect(x[corner]).toBeLessThan(x[corner + 3] ?? Number.NaN);
      expect(x[corner + 3]).toBeLessThanOrEqual(leafSizes.length - 1);
    }
  });
});
