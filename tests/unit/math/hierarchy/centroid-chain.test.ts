import { describe, expect, it } from "vitest";
import { centroidChain } from "../../../../src/math/hierarchy/centroid-chain";
import { distanceChain } from "../../../../src/math/hierarchy/distance-chain";
import { cutTree } from "../../../../src/math/hierarchy/cut-tree";
import { orderedMerges } from "../../../../src/math/hierarchy/ordered-merges";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";

describe("centroidChain", () => {
  it.each([1, 2, 7])("builds from centroids the tree that all distances give: %i features", (d) => {
    const random = seededRandom(d);
    const n = 1_500;
    const matrix = { values: new Float64Array(n * d).map(() => random() ** 3), n, d };
    const near = orderedMerges(finish(centroidChain(matrix)));
    const far = orderedMerges(finish(distanceChain(matrix, "ward")));
    near.heights.forEach((height, i) => expect(height).toBeCloseTo(far.heights[i] ?? Number.NaN, 10));
    for (const k of [2, 5, 20]) expect(cutTree(near, n, k)).toEqual(cutTree(far, n, k));
  });

  it("ends where many rows are equal", () => {
    const values = new Float64Array(900).map((_, i) => Math.floor(i / 2) % 3);
    const { heights } = orderedMerges(finish(centroidChain({ values, n: 450, d: 2 })));
    expect(heights.filter((height) => height > 1e-9)).toHaveLength(
      new Set(Array.from({ length: 450 }, (_, i) => `${values[2 * i]} ${values[2 * i + 1]}`)).size - 1,
    );
  });

  it("looks at the clock often enough", () => {
    const random = seededRandom(3);
    const matrix = { values: new Float64Array(8 * 4_000).map(random), n: 4_000, d: 8 };
    let yields = 0;
    const job = centroidChain(matrix);
    while (!job.next().done) yields++;
    expect(yields).toBeGreaterThan(30);
  });
});
