import { describe, expect, it } from "vitest";
import { clusterMeans } from "../../../../src/math/partition/cluster-means";
import { finish } from "../../../../src/math/progress";

describe("clusterMeans", () => {
  it("leaves noise out, and has no mean for a cluster without rows", () => {
    const matrix = { values: Float64Array.of(1, 10, 3, 20, 100, 100, 7, 0), n: 4, d: 2 };
    const { means } = finish(clusterMeans({ matrix, labels: Int32Array.of(0, 0, -1, 2), k: 3 }));
    expect(means).toEqual([
      [2, 15],
      [Number.NaN, Number.NaN],
      [7, 0],
    ]);
  });
});
