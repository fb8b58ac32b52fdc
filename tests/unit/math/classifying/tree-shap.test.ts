import { describe, expect, it } from "vitest";
import { gradientBoosting } from "../../../../src/math/classifying/gradient-boosting";
import { addShapley, expectedAnswer } from "../../../../src/math/classifying/tree-shap";
import { walkable } from "../../../../src/math/classifying/walk-tree";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { BoostedTree } from "../../../../src/workers/lab/classifying";

type Way = (node: number, bin: number) => boolean;

/** The tree's answer when only the features of a set are known, by the definition. */
function answer(tree: BoostedTree, bins: readonly number[], way: Way, known: ReadonlySet<number>, node = 0): number {
  const feature = tree.feature[node] ?? -1;
  if (feature < 0) return tree.value[node] ?? NaN;
  const [left, right] = [tree.left[node] ?? NaN, tree.right[node] ?? NaN];
  if (known.has(feature)) return answer(tree, bins, way, known, way(node, bins[feature] ?? NaN) ? left : right);
  const share = (child: number): number => (tree.cover[child] ?? NaN) / (tree.cover[node] ?? NaN);
  return share(left) * answer(tree, bins, way, known, left) + share(right) * answer(tree, bins, way, known, right);
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

/** Shapley's values over all subsets of features. */
function byDefinition(tree: BoostedTree, bins: readonly number[], way: Way): number[] {
  const d = bins.length;
  return bins.map((_, feature) => {
    let sum = 0;
    for (let mask = 0; mask < 2 ** d; mask++) {
      if ((mask >> feature) % 2 === 1) continue;
      const known = new Set(Array.from({ length: d }, (__, f) => f).filter((f) => (mask >> f) % 2 === 1));
      const weight = (factorial(known.size) * factorial(d - known.size - 1)) / factorial(d);
      const without = answer(tree, bins, way, known);
      sum += weight * (answer(tree, bins, way, new Set([...known, feature])) - without);
    }
    return sum;
  });
}

describe("addShapley", () => {
  it("gives Shapley's values by their definition, whatever the tree and the row", () => {
    const random = seededRandom(21);
    const n = 500;
    const columns = [0, 1, 2, 3, 4].map((f) =>
      Float64Array.from({ length: n }, () => (random() < 0.1 ? NaN : Math.floor((f + 3) * 3 * random()))),
    );
    const outcome = Uint8Array.from({ length: n }, (_, row) =>
      random() < 0.2 + 0.1 * (((columns[0]?.[row] ?? 0) * (columns[1]?.[row] ?? 0)) % 7) ? 1 : 0,
    );
    const { trees } = finish(
      gradientBoosting({ columns, outcome, categorical: [true, false, false, false, true], trees: 6, minLeaf: 5 }),
    );
    expect(Math.max(...trees.map(({ feature }) => feature.length))).toBeGreaterThan(40);
    for (const tree of trees) {
      const { goesLeft } = walkable(tree);
      const way: Way = (node, bin) => goesLeft[node * 256 + bin] === 1;
      for (let row = 0; row < 6; row++) {
        const bins = columns.map(() => (random() < 0.2 ? 255 : Math.floor(10 * random())));
        const values = new Float64Array(5);
        addShapley(tree, bins, way, values);
        const truth = byDefinition(tree, bins, way);
        truth.forEach((value, feature) => expect(values[feature]).toBeCloseTo(value, 12));
        expect(expectedAnswer(tree)).toBeCloseTo(answer(tree, bins, way, new Set()), 12);
      }
    }
  });
});
