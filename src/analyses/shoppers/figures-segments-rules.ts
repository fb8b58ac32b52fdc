import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { explainTree, ruleWords } from "../../segmentation/tree-words";
import type { BehaviourSegments } from "./behaviour-segments";
import type { ShoppersResult } from "./result";
import { SEGMENTS_SECTION } from "./sections";
import { several } from "./words";

/** What earns each segment its name, and by which questions it is found. */
export function segmentRulesFigure(result: ShoppersResult, segments: BehaviourSegments): Figure {
  const { names, features, description } = segments;
  const { rules, tree } = description;
  const asked = features.map((feature) => ({ label: feature.label, feature, level: null }));
  const widest = names.map((_, at) => rules[at]?.rules[0]);
  const accuracy = format(tree.accuracy, "share");
  return {
    id: "shoppers-segments-rules",
    section: SEGMENTS_SECTION,
    title: `A few questions put ${accuracy} of all into their segment`,
    subtitle: "What earns the name, and the widest rule of a decision tree with at most four questions",
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "What earns the name", format: "text", wraps: true },
        { label: "Who", format: "text", wraps: true },
        { label: "Of the segment", format: "share" },
        { label: "Are of the segment", format: "share" },
      ],
      values: [
        names.map(({ name }) => name),
        names.map(({ rule }) => rule),
        widest.map((rule) => (rule === undefined ? "No rule finds it" : ruleWords(rule, asked))),
        Float64Array.from(widest, (rule) => rule?.coverage ?? NaN),
        Float64Array.from(widest, (rule) => rule?.precision ?? NaN),
      ],
    },
    ...explainTree(tree, several(tree.grownOn, result)),
    span: 12,
  };
}
