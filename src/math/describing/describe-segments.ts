import type { DescribeSegmentsInput, DescribeSegmentsOutput } from "../../workers/lab/description";
import type { ProfileOutput } from "../../workers/lab/describing";
import { within } from "../progress";
import { decisionTree } from "./decision-tree";
import { profile } from "./profile";
import { segmentNames } from "./segment-names";
import { segmentRules } from "./segment-rules";

/** Rows that a leaf of the tree has at least, as a share of all: a rule for fewer is no description. */
const LEAST_LEAF = 0.002;

/** Profile, names, and a small tree with the rules it gives for each segment. Rejects as those do. */
export function* describeSegments(input: DescribeSegmentsInput): Generator<number, DescribeSegmentsOutput, void> {
  const { columns, asked, labels, k, naming, depth, seed } = input;
  const made = yield* within(profile({ columns, labels, k }), 0, 0.5);
  const minLeaf = Math.max(1, Math.floor(LEAST_LEAF * labels.length));
  const tree = yield* within(decisionTree({ columns: asked, labels, k, depth, minLeaf, seed }), 0.5, 1);
  return { profile: made, names: segmentNames(first(made, naming)), tree, rules: segmentRules(tree) };
}

function first({ features, ranking, telling }: ProfileOutput, count: number): ProfileOutput {
  const kept = (places: readonly number[]): number[] => places.filter((place) => place < count);
  return { features: features.slice(0, count), ranking: kept(ranking), telling: telling.map(kept) };
}
