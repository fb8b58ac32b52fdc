import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { indices } from "../../../../src/math/judging/indices";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { IndicesInput, IndicesOutput } from "../../../../src/workers/lab/judging";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { benchmark, benchmarksThere, golden, type GoldenIndices } from "../../../golden/judging";

function judged(matrix: Matrix, labels: Int32Array, changes: Partial<IndicesInput> = {}): IndicesOutput {
  return finish(indices({ matrix, labels, silhouetteRows: 20_000, seed: 1, ...changes }));
}

/** Three round groups on a plane, `labels` by group. */
function groups(n: number): { matrix: Matrix; labels: Int32Array } {
  const random = seededRandom(n);
  const labels = Int32Array.from({ length: n }, () => Math.floor(random() ** 2 * 3));
  const values = new Float64Array(2 * n);
  labels.forEach((label, i) => {
    values[2 * i] = label * 2 + random() * 2;
    values[2 * i + 1] = random() * 3;
  });
  return { matrix: { values, n, d: 2 }, labels };
}

function expectGolden(ours: IndicesOutput, theirs: GoldenIndices): void {
  expect(ours.silhouette).toBeCloseTo(theirs.silhouette, 10);
  expect(Math.abs(ours.calinskiHarabasz / theirs.calinski_harabasz - 1)).toBeLessThan(1e-10);
  // Where rings share a centre, the means nearly coincide and a rounding in the data shows.
  expect(Math.abs(ours.daviesBouldin / theirs.davies_bouldin - 1)).toBeLessThan(1e-9);
  theirs.first.forEach((value, i) => expect(ours.silhouettes.filter((v) => !Number.isNaN(v))[i]).toBeCloseTo(value, 9));
  theirs.mean.forEach((value, c) => expect(ours.clusters[c]?.silhouette).toBeCloseTo(value, 9));
  theirs.least.forEach((value, c) => expect(ours.clusters[c]?.least).toBeCloseTo(value, 9));
  theirs.negative.forEach((value, c) => expect(ours.clusters[c]?.shareNegative).toBeCloseTo(value, 12));
  expect(ours.silhouetteMargin).toBe(0);
}

describe.skipIf(!benchmarksThere)("indices of benchmark data (skipped where ../shared/data is absent)", () => {
  it.each(Object.keys(golden.truth))("agree with scikit-learn on %s", (name) => {
    const { matrix, truth } = benchmark(name);
    expectGolden(judged(matrix, truth), golden.truth[name] as GoldenIndices);
  });

  it.each(Object.keys(golden.clustered_part))("leave noise out of %s", (name) => {
    const { matrix, truth } = benchmark(name);
    const last = truth.reduce((most, label) => Math.max(most, label), 0);
    const labels = truth.map((label) => (label === last ? -1 : label));
    const ours = judged(matrix, labels);
    expectGolden(ours, golden.clustered_part[name] as GoldenIndices);
    expect(ours.noise).toBe(truth.filter((label) => label === last).length);
    expect(ours.silhouetteRows).toBe(matrix.n - ours.noise);
  });
});

describe("indices", () => {
  it("estimate the silhouette of many rows, with an interval that covers it", () => {
    const { matrix, labels } = groups(3000);
    const exact = judged(matrix, labels);
    let covered = 0;
    let error = 0;
    for (let seed = 0; seed < 40; seed++) {
      const sampled = judged(matrix, labels, { silhouetteRows: 500, seed });
      expect(sampled.silhouetteRows).toBeGreaterThan(990);
      expect(sampled.silhouetteRows).toBeLessThan(1010);
      const off = sampled.silhouette - exact.silhouette;
      error += off / 40;
      if (Math.abs(off) <= sampled.silhouetteMargin) covered++;
    }
    expect(covered).toBeGreaterThan(34);
    expect(Math.abs(error)).toBeLessThan(0.002);
  });

  it("measure sampled rows exactly, at least thirty of each cluster", () => {
    const { matrix, labels } = groups(3000);
    const few = labels.map((label, i) => (i < 50 ? 3 : label));
    const exact = judged(matrix, few);
    const sampled = judged(matrix, few, { silhouetteRows: 600 });
    sampled.silhouettes.forEach((value, i) => {
      if (!Number.isNaN(value)) expect(value).toBeCloseTo(exact.silhouettes[i] ?? Number.NaN, 10);
    });
    expect(sampled.clusters[3]?.measured).toBe(30);
    expect(judged(matrix, few, { silhouetteRows: 600 })).toEqual(sampled);
  });

  it("say in words when there is nothing to measure", () => {
    const { matrix } = groups(5);
    const none = { silhouette: Number.NaN, calinskiHarabasz: Number.NaN, daviesBouldin: Number.NaN, silhouetteRows: 0 };
    const one = judged(matrix, new Int32Array(5));
    expect(one).toMatchObject({ ...none, k: 1, simplifiedSilhouette: Number.NaN, silhouetteMargin: 0 });
    expect(one.inertia).toBeGreaterThan(0);
    expect(one.notes).toEqual(["There is one cluster only, so nothing says how far clusters stand apart."]);
    const alone = judged(matrix, Int32Array.of(0, 1, 2, 3, 4));
    expect(alone).toMatchObject({ ...none, k: 5, inertia: 0 });
    expect(alone.notes[0]).toContain("Every row is a cluster of its own");
    const noise = judged(matrix, new Int32Array(5).fill(-1));
    expect(noise).toMatchObject({ ...none, k: 0, noise: 5, inertia: 0, clusters: [] });
    expect(noise.notes[0]).toContain("Every row is noise");
  });

  it("refuse no rows, and labels of other rows", () => {
    expect(() => judged({ values: new Float64Array(0), n: 0, d: 2 }, new Int32Array(0))).toThrow(InputError);
    expect(() => judged(groups(4).matrix, new Int32Array(3))).toThrow(InputError);
  });

  it("do not depend on what clusters are called, nor on labels without rows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), (n) => {
        const { matrix, labels } = groups(n);
        const ours = judged(matrix, labels);
        const renamed = judged(
          matrix,
          labels.map((label) => 9 - 2 * label),
        );
        expect(renamed.k).toBe(ours.k);
        expect(renamed.silhouette).toBeCloseTo(ours.silhouette, 10);
        expect(renamed.daviesBouldin).toBeCloseTo(ours.daviesBouldin, 10);
        expect(renamed.calinskiHarabasz / ours.calinskiHarabasz).toBeCloseTo(1, 10);
        expect(renamed.inertia).toBeCloseTo(ours.inertia, 8);
      }),
      { numRuns: 30 },
    );
  });

  it("stay finite where all rows are equal", () => {
    const equal = judged({ values: new Float64Array(8), n: 4, d: 2 }, Int32Array.of(0, 0, 1, 1));
    expect(equal).toMatchObject({ silhouette: 0, calinskiHarabasz: 1, daviesBouldin: 0, simplifiedSilhouette: 0 });
  });
});
