import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/math/prepare";
import { finish } from "../../../src/math/progress";
import { sampleIndices, seededRandom } from "../../../src/math/random";
import { silhouettes } from "../../../src/math/silhouette";
import { columnsOf, golden } from "../../golden/kmeans-math";

const { points } = finish(
  prepare({ columns: columnsOf(golden.data) }, { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" }),
);
const labels = Int32Array.from(golden.labels3);
const all = Int32Array.from({ length: points.n }, (_, i) => i);

describe("silhouettes", () => {
  it("agree with scikit-learn on every row", () => {
    const [measured] = finish(silhouettes(points, [labels], all));
    expect(measured?.mean).toBeCloseTo(golden.silhouette["3"] ?? Number.NaN, 10);
    expect(measured?.margin).toBe(0);
  });

  it("count a lone row as 0 and say nothing about a single cluster", () => {
    const lone = { values: Float64Array.of(0, 1, 10), n: 3, d: 1, weights: null };
    const rows = Int32Array.of(0, 1, 2);
    const [two, one] = finish(silhouettes(lone, [Int32Array.of(0, 0, 1), Int32Array.of(0, 0, 0)], rows));
    expect(two?.mean).toBeCloseTo((1 - 1 / 10 + (1 - 1 / 9)) / 3, 12);
    expect(one?.mean).toBeNaN();
  });

  it("cover the exact value with about 95 % of sampled intervals", () => {
    let covered = 0;
    const random = seededRandom(11);
    for (let run = 0; run < 200; run++) {
      const [sampled] = finish(silhouettes(points, [labels], sampleIndices(points.n, 80, random)));
      if (Math.abs((sampled?.mean ?? 0) - (golden.silhouette["3"] ?? 0)) <= (sampled?.margin ?? 0)) covered++;
    }
    expect(covered).toBeGreaterThan(180);
    expect(covered).toBeLessThan(200);
  });
});
