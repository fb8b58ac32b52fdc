import { describe, expect, it } from "vitest";
import { kNearest } from "../../../../src/math/neighbours/k-nearest";
import { finish } from "../../../../src/math/progress";
import { mutual } from "../../../../src/math/projection/neighbour-graph";
import { attention } from "../../../../src/math/projection/perplexity";
import { matrixOf, projectionGolden } from "../../../golden/projection";
import { upperEntries } from "./upper-entries";

describe("attention", () => {
  it("makes scikit-learn's joint probabilities", () => {
    const matrix = matrixOf(projectionGolden.data);
    const lists = finish(kNearest(matrix, 37));
    const shares = finish(attention(lists, 12));
    const graph = finish(mutual(lists, shares, (there, back) => (there + back) / (2 * matrix.n)));
    expect(graph.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const found = upperEntries(graph, 4);
    expect(found.size).toBe(projectionGolden.joint.length);
    for (const [i, j, probability] of projectionGolden.joint) {
      expect(Math.abs((found.get(`${i} ${j}`) ?? 0) - probability)).toBeLessThan(1e-3 * probability + 1e-9);
    }
  });

  it("is spread as far as the perplexity says", () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => i ** 1.5);
    const shares = finish(attention(finish(kNearest({ values, n: 200, d: 1 }, 30)), 9));
    for (let i = 0; i < 200; i++) {
      const own = shares.subarray(i * 30, i * 30 + 30);
      expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      const entropy = own.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
      expect(Math.exp(entropy)).toBeCloseTo(9, 2);
    }
  });

  it("is shared equally among equal distances", () => {
    const lists = { k: 4, indices: Int32Array.of(1, 2, 3, 4), distances: Float64Array.of(7, 7, 7, 7) };
    expect(Array.from(finish(attention(lists, 2)))).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});
