import { describe, expect, it } from "vitest";
import { estimatedBandwidth } from "../../../../src/math/density/estimate-bandwidth";
import { meanShift } from "../../../../src/math/density/mean-shift";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { meanOf } from "../../../../src/math/mean";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { MeanShiftInput, MeanShiftOutput } from "../../../../src/workers/lab/density";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { clusterSizes, golden, goldenLabels, referenceAnswer, referenceThere } from "../../../golden/density";
import { clusteringThere, matrixOf, socialMedia, truthOf } from "../../../golden/hierarchy";

const USUAL = { bandwidth: null, quantile: 0.3, binSeeding: false, clusterAll: true, seed: 1 };

function grouped(matrix: Matrix, options: Partial<MeanShiftInput> = {}): MeanShiftOutput {
  return finish(meanShift({ ...USUAL, matrix, ...options }));
}

/** Rows on a line around 0 (the most), 10 and 20, and one at 40. */
function groups(n: number): Matrix {
  const random = seededRandom(6);
  const values = Float64Array.from({ length: n }, (_, i) => [0, 10, 0, 20][i % 4] as number).map((x) => x + random());
  values[0] = 40;
  return { values, n, d: 1 };
}

describe("meanShift", () => {
  it.skipIf(!clusteringThere)("groups every set as scikit-learn does", () => {
    const own: number[] = [];
    const theirs: number[] = [];
    for (const [name, { ari, bandwidth }] of Object.entries(golden)) {
      const matrix = matrixOf(name);
      const { labels } = grouped(matrix, { bandwidth, binSeeding: matrix.n > 2000 });
      const expected = goldenLabels(name, "mean-shift");
      expect(adjustedRandIndex(labels, expected), name).toBeGreaterThanOrEqual(0.98);
      expect(clusterSizes(labels).length, name).toBe(clusterSizes(expected).length);
      own.push(adjustedRandIndex(truthOf(name), labels));
      theirs.push(ari["mean-shift"]);
    }
    expect(meanOf(Float64Array.from(own))).toBeGreaterThanOrEqual(meanOf(Float64Array.from(theirs)) - 0.01);
  });

  it.skipIf(!clusteringThere)("estimates scikit-learn's bandwidth", () => {
    for (const [name, { bandwidth }] of Object.entries(golden)) {
      const matrix = matrixOf(name);
      if (matrix.n > 1000) continue;
      const found = finish(estimatedBandwidth(matrix, 0.3, 1));
      expect(found.bandwidth / bandwidth, name).toBeCloseTo(1, 10);
      expect(found.rows, name).toBe(matrix.n);
    }
  });

  it.skipIf(!referenceThere)("gives the reference bandwidths and sizes on iris, wine and the social-media file", () => {
    const cases = [
      [matrixOf("iris"), 0.2, referenceAnswer("clustering_sklearn", "iris", "meanshift_q0.2")],
      [matrixOf("uci/wine"), 0.2, referenceAnswer("clustering_sklearn", "wine", "meanshift_q0.2")],
      [socialMedia(), 0.3, referenceAnswer("social_media_clustering", "mean_shift")],
    ] as const;
    for (const [matrix, quantile, { sizes, bandwidth }] of cases) {
      const found = grouped(matrix, { quantile });
      expect(clusterSizes(found.labels)).toEqual(sizes);
      expect(found.bandwidth).toBeCloseTo(bandwidth as number, 8);
    }
  });

  it("finds the peaks, in the order of the clusters", () => {
    for (const binSeeding of [false, true]) {
      const { modes, k, labels, noise } = grouped(groups(400), { bandwidth: 2, binSeeding });
      expect(k).toBe(4);
      expect([...modes].map(Math.floor)).toEqual([0, 10, 20, 40]);
      expect(clusterSizes(labels)).toEqual([199, 100, 100, 1]);
      expect(noise).toBe(0);
    }
  });

  it("leaves rows outside every kernel out when told so", () => {
    // From 2.7 the climb ends less than a bandwidth from the peak near 0, which takes its place but is too far from 2.7.
    const values = Float64Array.of(0, 0, 0, 0, 0, 0, 1.4, 1.4, 2.7);
    const all = grouped({ values, n: 9, d: 1 }, { bandwidth: 1.5 });
    const near = grouped({ values, n: 9, d: 1 }, { bandwidth: 1.5, clusterAll: false });
    expect(all).toMatchObject({ k: near.k, noise: 0 });
    const outside = [...values.keys()].filter((i) =>
      [...near.modes].every((mode) => Math.abs(mode - (values[i] ?? 0)) > near.bandwidth),
    );
    expect([...near.labels.keys()].filter((i) => near.labels[i] === -1)).toEqual(outside);
    expect(near.noise).toBe(outside.length);
    expect(outside.length).toBeGreaterThan(0);
  });

  it("climbs from a grid, and estimates on a sample, where rows are many, and says so", () => {
    const found = grouped(groups(20_000), { quantile: 0.2 });
    expect(found.notes).toEqual([expect.stringContaining("1000 rows"), expect.stringContaining("cells of a grid")]);
    expect(found.seeds).toBeLessThan(20_000);
    expect(grouped(groups(20_000), { quantile: 0.2 })).toEqual(found);
  });

  it("has an answer for equal rows", () => {
    const one = {
      k: 1,
      noise: 0,
      notes: expect.arrayContaining(["All rows are equal, so there is one cluster."]) as unknown,
    };
    expect(grouped({ values: new Float64Array(200_000).fill(0.1), n: 100_000, d: 2 })).toMatchObject(one);
    expect(grouped({ values: Float64Array.of(7), n: 1, d: 1 })).toMatchObject(one);
    const two = grouped({ values: Float64Array.from({ length: 40 }, (_, i) => (i % 2) / 10), n: 40, d: 1 });
    expect(two).toMatchObject({ k: 2, notes: [expect.stringContaining("Give a bandwidth")] });
  });

  it("refuses in plain words", () => {
    const one = { values: Float64Array.of(1), n: 1, d: 1 };
    expect(() => grouped({ values: new Float64Array(0), n: 0, d: 1 })).toThrow("no rows");
    for (const bandwidth of [0, -2, Number.NaN]) expect(() => grouped(one, { bandwidth })).toThrow("above 0");
    expect(() => grouped(one, { quantile: 1.5 })).toThrow("between 0 and 1");
  });
});
