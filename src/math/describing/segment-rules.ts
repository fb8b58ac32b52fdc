import type { Condition, DecisionTree, Rule, SegmentRules } from "../../workers/lab/deciding";
import { mostFrequent } from "./most-frequent";

/**
 * Each segment as rules read from a tree: the nodes at which it is the most frequent, leaves taken together where all below
 * a question agree. A segment that is nowhere the most frequent gets the one leaf with the best F1 (harmonic mean of
 * coverage and precision).
 */
export function segmentRules(tree: DecisionTree): SegmentRules[] {
  const agreed = agreements(tree);
  const parents = parentsOf(tree);
  const tops = Array.from(agreed.keys()).filter((node) => {
    const parent = parents[node] as number;
    return (agreed[node] as number) >= 0 && (parent < 0 || (agreed[parent] as number) < 0);
  });
  return Array.from({ length: tree.k }, (_, s) => {
    const own = tops.filter((node) => agreed[node] === s && inSegment(tree, node, s) > 0);
    const nodes = own.length > 0 ? own : bestLeaf(tree, s);
    return together(tree, s, nodes, parents, own.length > 0);
  });
}

const inSegment = ({ counts, k }: DecisionTree, node: number, s: number): number => counts[node * k + s] as number;

const rowsAt = ({ counts, k }: DecisionTree, node: number): number =>
  counts.subarray(node * k, (node + 1) * k).reduce((sum, count) => sum + count, 0);

/** The segment all leaves at or below a node have as their most frequent; -1 where they differ. */
function agreements({ feature, left, right, counts, k }: DecisionTree): Int32Array {
  const agreed = new Int32Array(feature.length);
  for (let node = feature.length - 1; node >= 0; node--) {
    const leaf = feature[node] === -1;
    const below = leaf ? mostFrequent(counts, node, k) : (agreed[left[node] as number] as number);
    agreed[node] = leaf || agreed[right[node] as number] === below ? below : -1;
  }
  return agreed;
}

function parentsOf({ feature, left, right }: DecisionTree): Int32Array {
  const parents = new Int32Array(feature.length).fill(-1);
  for (let node = 0; node < feature.length; node++) {
    if (feature[node] === -1) continue;
    parents[left[node] as number] = node;
    parents[right[node] as number] = node;
  }
  return parents;
}

/** The leaf with the best F1 for a segment, the first of ties; none for an empty segment. */
function bestLeaf(tree: DecisionTree, s: number): number[] {
  const size = inSegment(tree, 0, s);
  const score = (node: number): number => (2 * inSegment(tree, node, s)) / (rowsAt(tree, node) + size);
  const leaves = Array.from(tree.feature.keys()).filter((node) => tree.feature[node] === -1);
  return size === 0 ? [] : leaves.sort((a, b) => score(b) - score(a)).slice(0, 1);
}

function together(
  tree: DecisionTree,
  s: number,
  nodes: readonly number[],
  parents: Int32Array,
  majority: boolean,
): SegmentRules {
  const size = inSegment(tree, 0, s);
  const rules = nodes.map((node) => ruleOf(tree, s, node, parents)).sort((a, b) => b.coverage - a.coverage);
  const found = rules.reduce((sum, rule) => sum + rule.inSegment, 0);
  const n = rules.reduce((sum, rule) => sum + rule.n, 0);
  return { size, rules, majority, coverage: found / size, precision: found / n };
}

function ruleOf(tree: DecisionTree, s: number, node: number, parents: Int32Array): Rule {
  const n = rowsAt(tree, node);
  const found = inSegment(tree, node, s);
  const size = inSegment(tree, 0, s);
  return {
    node,
    conditions: conditionsOf(tree, node, parents),
    n,
    inSegment: found,
    coverage: found / size,
    precision: found / n,
    lift: found / n / (size / tree.rows),
  };
}

/** The questions on the way to a node, merged by feature. */
function conditionsOf(
  { feature, threshold, left, missingLeft, someMissing }: DecisionTree,
  node: number,
  parents: Int32Array,
): Condition[] {
  const path = [node];
  for (let at = parents[node] as number; at >= 0; at = parents[at] as number) path.unshift(at);
  const merged = new Map<number, Condition>();
  for (const [step, at] of path.slice(0, -1).entries()) {
    const asked = feature[at] as number;
    const border = threshold[at] as number;
    const goesLeft = left[at] === path[step + 1];
    const known = merged.get(asked) ?? {
      feature: asked,
      lower: null,
      upper: null,
      orMissing: someMissing[asked] === true,
    };
    const orMissing = known.orMissing && (missingLeft[at] === 1) === goesLeft;
    // A later question on the same feature always lies within the earlier ones.
    merged.set(asked, goesLeft ? { ...known, upper: border, orMissing } : { ...known, lower: border, orMissing });
  }
  return [...merged.values()];
}
