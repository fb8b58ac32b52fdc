import { describe, expect, it } from "vitest";
import { hdbscan } from "../../../../src/math/density/hdbscan";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { meanOf } from "../../../../src/math/mean";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { HdbscanInput, HdbscanOutput } from "../../../../src/workers/lab/density";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { clusterSizes, golden, goldenLabels, referenceAnswer, referenceThere } from "../../../golden/density";
import { clusteringThere, matrixOf, truthOf } from "../../../golden/hierarchy";

function grouped(matrix: Matrix, options: Partial<HdbscanInput> = {}): HdbscanOutput {
  return finish(hdbscan({ matrix, minClusterSize: 10, minSamples: 10, method: "eom", ...options }));
}

/** Four groups on a line, 0.1 wide: two near 0, two near 100. */
function pairsOfGroups(): Matrix {
  const random = seededRandom(7);
  const values = Float64Array.from({ length: 200 }, (_, i) => [0, 3, 100, 103][i % 4] as number).map(
    (x) => x + 0.1 * random(),
  );
  return { values, n: 200, d: 1 };
}

describe("hdbscan", () => {
  it.skipIf(!clusteringThere)("groups every set as scikit-learn does", () => {
    const own: number[] = [];
    const theirs: number[] = [];
    for (const [name, { ari, probability }] of Object.entries(golden)) {
      const { labels, probabilities } = grouped(matrixOf(name));
      // Not all labels are equal: where mutual reachability ties, scikit-learn merges in the order its sort leaves.
      expect(adjustedRandIndex(labels, goldenLabels(name, "hdbscan")), name).toBeGreaterThanOrEqual(0.98);
      expect(meanOf(probabilities), name).toBeCloseTo(probability, 2);
      own.push(adjustedRandIndex(truthOf(name), labels));
      theirs.push(ari.hdbscan);
    }
    expect(meanOf(Float64Array.from(own))).toBeGreaterThanOrEqual(meanOf(Float64Array.from(theirs)) - 0.01);
  });

  it.skipIf(!referenceThere)("gives the reference sizes on iris and wine", () => {
    for (const [set, name] of [
      ["iris", "iris"],
      ["uci/wine", "wine"],
    ] as const) {
      const { sizes, noise } = referenceAnswer("clustering_sklearn", name, "hdbscan_mcs5");
      const found = grouped(matrixOf(set), { minClusterSize: 5, minSamples: 5 });
      expect(clusterSizes(found.labels)).toEqual(sizes);
      expect(found.noise).toBe(noise);
    }
  });

  it("takes leaves, or keeps together what parts below epsilon", () => {
    const matrix = pairsOfGroups();
    // No group of 50 has two clusters of 30.
    const minClusterSize = 30;
    expect(grouped(matrix, { minClusterSize, method: "leaf" })).toMatchObject({ k: 4, noise: 0 });
    expect(grouped(matrix, { minClusterSize, epsilon: 1 }).k).toBe(4);
    for (const method of ["eom", "leaf"] as const) {
      const { labels, k } = grouped(matrix, { minClusterSize, method, epsilon: 5 });
      expect(k).toBe(2);
      expect([...labels].slice(0, 4)).toEqual([0, 0, 1, 1]);
    }
  });

  it("says where each cluster was born, how large it is and which are the answer", () => {
    const { tree, labels, k, probabilities } = grouped(pairsOfGroups());
    expect(tree.parent[0]).toBe(-1);
    tree.parent.forEach((parent, c) => {
      expect(parent).toBeLessThan(c);
      expect(tree.birth[c]).toBeLessThanOrEqual(tree.death[c] ?? Number.NaN);
    });
    const chosen = [...tree.label.keys()].filter((c) => (tree.label[c] ?? -1) >= 0);
    expect(chosen.map((c) => tree.label[c]).sort()).toEqual(Array.from({ length: k }, (_, label) => label));
    for (const c of chosen) expect(tree.size[c]).toBe(labels.filter((label) => label === tree.label[c]).length);
    expect(Math.max(...probabilities)).toBe(1);
    expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0);
  });

  it("does not depend on the order of the rows where distances differ", () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 400 }, (_, i) => [random() + 2 * (i % 3), random() * random()]);
    const there = grouped({ values: Float64Array.from(rows.flat()), n: 400, d: 2 });
    const back = grouped({ values: Float64Array.from([...rows].reverse().flat()), n: 400, d: 2 });
    expect(adjustedRandIndex(there.labels, back.labels.slice().reverse())).toBe(1);
    expect(there.k).toBeGreaterThan(1);
  });

  it("calls equal rows noise, and groups of equal rows clusters", () => {
    const equal = grouped({ values: new Float64Array(60_000), n: 30_000, d: 2 });
    expect(equal).toMatchObject({ k: 0, noise: 30_000, notes: [expect.stringContaining("All rows are equal")] });
    const three = grouped({ values: Float64Array.from({ length: 90 }, (_, i) => (i % 3) ** 2), n: 90, d: 1 });
    expect(three).toMatchObject({ k: 3, noise: 0 });
    expect(new Set(three.probabilities)).toEqual(new Set([1]));
  });

  it("says why all is noise", () => {
    const few = { values: Float64Array.of(1, 2, 4, 8), n: 4, d: 1 };
    expect(grouped(few, { minSamples: 2 }).notes).toEqual([expect.stringContaining("only 4")]);
    expect(grouped(few, { minSamples: 2, minClusterSize: 3 }).notes).toEqual([expect.stringContaining("part nowhere")]);
  });

  it("refuses in plain words", () => {
    const two = { values: Float64Array.of(1, 2), n: 2, d: 1 };
    expect(() => grouped({ values: new Float64Array(0), n: 0, d: 1 })).toThrow("no rows");
    expect(() => grouped({ values: Float64Array.of(1), n: 1, d: 1 })).toThrow("at least two rows");
    expect(() => grouped(two, { minClusterSize: 1 })).toThrow("2 rows or more");
    for (const minSamples of [0, 3])
      expect(() => grouped(two, { minSamples })).toThrow("from 1 to the number of rows, 2");
  });
});
