import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionTree } from "../../../../src/math/describing/decision-tree";
import { predictTree } from "../../../../src/math/describing/predict-tree";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { DecisionTree } from "../../../../src/workers/lab/deciding";
import { classified, clusteringThere, golden, type GoldenTree } from "../../../golden/describing";

type Node = readonly [number, number | null, readonly number[]];

function grown(
  columns: readonly (readonly number[] | Float64Array)[],
  labels: ArrayLike<number>,
  settings: { k: number; depth?: number; minLeaf?: number; seed?: number },
): DecisionTree {
  const typed = { columns: columns.map((column) => Float64Array.from(column)), labels: Int32Array.from(labels) };
  return finish(decisionTree({ ...typed, seed: 1, ...settings }));
}

/** Depth first, as scikit-learn numbers its nodes. */
function depthFirst(tree: DecisionTree, node = 0): Node[] {
  const counts = Array.from(tree.counts.subarray(node * tree.k, (node + 1) * tree.k));
  const feature = tree.feature[node] ?? -1;
  if (feature < 0) return [[-1, null, counts]];
  const below = [tree.left[node] ?? 0, tree.right[node] ?? 0].flatMap((child) => depthFirst(tree, child));
  return [[feature, tree.threshold[node] ?? Number.NaN, counts], ...below];
}

/** scikit-learn's thresholds lie between values kept in 32 bits. */
function expectSameTree(ours: readonly Node[], { nodes }: GoldenTree): void {
  expect(ours.map(([feature, , counts]) => [feature, counts])).toEqual(nodes.map(([f, , counts]) => [f, counts]));
  ours.forEach(([, threshold], node) => {
    const theirs = nodes[node]?.[1] ?? null;
    if (theirs === null) expect(threshold).toBeNull();
    else expect(Math.abs((threshold ?? Number.NaN) / theirs - 1)).toBeLessThan(1e-6);
  });
}

/** Impurity over both sides of a split, by the definition. */
function impurity(sides: readonly (readonly number[])[], k: number): number {
  return sides.reduce((sum, labels) => {
    const shares = Array.from({ length: k }, (_, s) => labels.filter((label) => label === s).length / labels.length);
    return sum + labels.length * (1 - shares.reduce((squares, share) => squares + share * share, 0));
  }, 0);
}

describe("decisionTree", () => {
  const cases = (["iris", "wine"] as const).flatMap((name) =>
    golden[name].trees.map((tree) => ({ name, depth: tree.depth, minLeaf: tree.minLeaf, tree })),
  );
  it.skipIf(!clusteringThere).each(cases)(
    "grows scikit-learn's tree on $name to depth $depth (skipped where ../shared/data is absent)",
    ({ name, depth, minLeaf, tree }) => {
      const { columns, classes } = classified(name);
      const ours = grown(columns, classes, { k: 3, depth, minLeaf });
      expectSameTree(depthFirst(ours), tree);
      expect(tree.accuracies).toContain(ours.accuracy);
    },
  );

  it("asks the best first question, whatever the data", () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 2 })),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, (cells) => {
        const columns = [0, 1].map((f) => cells.map((cell) => cell[f] ?? 0));
        const labels = cells.map(([, , label]) => label);
        const tree = grown(columns, labels, { k: 3, depth: 1 });
        const parted = (values: readonly number[], border: number): number =>
          impurity(
            [labels.filter((_, i) => (values[i] ?? 0) <= border), labels.filter((_, i) => (values[i] ?? 0) > border)],
            3,
          );
        const all = columns.flatMap((values) =>
          values.filter((value) => value < Math.max(...values)).map((value) => parted(values, value)),
        );
        const feature = tree.feature[0] ?? -1;
        if (all.length === 0 || new Set(labels).size === 1) expect(feature).toBe(-1);
        else expect(parted(columns[feature] ?? [], tree.threshold[0] ?? NaN)).toBeCloseTo(Math.min(...all), 9);
      }),
      { numRuns: 200 },
    );
  });

  it("puts rows it cannot measure with the larger side, and predicts them there", () => {
    const tree = grown([[1, 2, 3, 4, 8, 9, NaN]], [0, 0, 0, 0, 1, 1, 1], { k: 2, depth: 1 });
    expect(tree.threshold[0]).toBe(6);
    expect(Array.from(tree.missingLeft)).toEqual([1, 0, 0]);
    expect(Array.from(tree.counts)).toEqual([4, 3, 4, 1, 0, 2]);
    expect(tree.someMissing).toEqual([true]);
    expect(Array.from(finish(predictTree(tree, [Float64Array.of(NaN, 6, 6.1, -Infinity)])))).toEqual([0, 0, 1, 0]);
  });

  it("counts the rows without a value when it weighs a question", () => {
    const clear = [0, 0, 0, 0, 1, 1, 1, 1];
    const holed = [0, NaN, NaN, NaN, NaN, NaN, NaN, 1];
    expect(grown([holed, clear], [0, 0, 0, 0, 1, 1, 1, 1], { k: 2, depth: 1 }).feature[0]).toBe(1);
  });

  it("takes the first of two features that part alike", () => {
    const column = [1, 2, 3, 4];
    const tree = grown([[5, 5, 5, 5], column, column], [0, 0, 1, 1], { k: 2 });
    expect(Array.from(tree.feature)).toEqual([1, -1, -1]);
  });

  it("leaves at least as many rows in a leaf as asked", () => {
    const tree = grown([[1, 2, 3, 4, 5, 6]], [0, 1, 1, 1, 1, 1], { k: 2, minLeaf: 2, depth: 1 });
    expect(tree.threshold[0]).toBe(2.5);
    expect(grown([[1, 2, 3]], [0, 1, 1], { k: 2, minLeaf: 2 }).feature).toHaveLength(1);
  });

  it("is one leaf where nothing can be asked: one segment, equal rows, no value", () => {
    expect(grown([[1, 2, 3]], [0, 0, 0], { k: 1 })).toMatchObject({ accuracy: 1, rows: 3 });
    expect(grown([[1, 1, 1]], [0, 1, 1], { k: 2 }).accuracy).toBeCloseTo(2 / 3, 12);
    expect(grown([[NaN, NaN]], [0, 1], { k: 2 }).feature).toHaveLength(1);
  });

  it("looks past a question that gains nothing by itself", () => {
    const tree = grown(
      [
        [0, 0, 1, 1],
        [0, 1, 0, 1],
      ],
      [0, 1, 1, 0],
      { k: 2, depth: 2 },
    );
    expect(tree.accuracy).toBe(1);
  });

  it("leaves out rows without a segment", () => {
    const tree = grown([[1, 2, 9, 9]], [0, 1, -1, -1], { k: 2 });
    expect(tree).toMatchObject({ rows: 2, grownOn: 2, accuracy: 1 });
  });

  it("separates neighbouring numbers", () => {
    const tree = grown([[1, 1 + Number.EPSILON]], [0, 1], { k: 2 });
    expect(tree.accuracy).toBe(1);
  });

  it("grows on a seeded sample of many rows and counts all of them", () => {
    const random = seededRandom(5);
    const columns = [0, 1].map(() => Float64Array.from({ length: 300_000 }, random));
    const labels = Int32Array.from(columns[0] ?? [], (value, i) =>
      value > 0.5 ? 2 : (columns[1]?.[i] ?? 0) > 0.3 ? 1 : 0,
    );
    const tree = grown(columns, labels, { k: 3, depth: 2 });
    expect([tree.rows, tree.grownOn]).toEqual([300_000, 200_000]);
    expect(tree.accuracy).toBeGreaterThan(0.9999);
    expect(tree.counts.subarray(0, 3).reduce((sum, count) => sum + count, 0)).toBe(300_000);
    expect(tree).toEqual(grown(columns, labels, { k: 3, depth: 2 }));
    const predicted = finish(predictTree(tree, columns));
    const hits = predicted.filter((label, i) => label === labels[i]).length;
    expect(hits / 300_000).toBe(tree.accuracy);
  });

  it("refuses what makes no sense", () => {
    expect(() => grown([[1]], [-1], { k: 1 })).toThrow(InputError);
    expect(() => grown([[1]], [0], { k: 1, depth: 0 })).toThrow(InputError);
    expect(() => grown([[1]], [0], { k: 1, depth: 13 })).toThrow(InputError);
    expect(() => grown([[1]], [0], { k: 1, minLeaf: 0 })).toThrow(InputError);
    const tree = grown([[1, 2]], [0, 1], { k: 2 });
    expect(() => finish(predictTree(tree, []))).toThrow(InputError);
  });
});
