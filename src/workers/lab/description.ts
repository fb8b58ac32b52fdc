import type { DecisionTree, SegmentRules } from "./deciding";
import type { Labelled, ProfileOutput, SegmentName } from "./describing";

export interface DescribeSegmentsInput extends Labelled {
  /** The first so many columns may give segments their names: those that they were made from. */
  readonly naming: number;
  /** The columns that the tree may ask about. */
  readonly asked: readonly Float64Array[];
  /** Questions of the tree at most. */
  readonly depth: number;
  readonly seed: number;
}

export interface DescribeSegmentsOutput {
  readonly profile: ProfileOutput;
  readonly names: readonly SegmentName[];
  readonly tree: DecisionTree;
  /** By segment. */
  readonly rules: readonly SegmentRules[];
}
