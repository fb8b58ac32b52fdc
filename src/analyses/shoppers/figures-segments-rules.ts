import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { ruleWords } from "../../segmentation/tree-words";
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
    explain: {
      text: `A CART tree (Gini impurity) that guesses the segment from the untreated features, grown on ${several(tree.grownOn, result)}. “Of the segment” is the share of the segment that the rule finds; “are of the segment” is the share of those found that belong to it.`,
      parameters: { questions: 4, grownOn: tree.grownOn, accuracy: tree.accuracy },
    },
    ...(tree.accuracy < 0.7
      ? { caution: `The rules find only ${accuracy}: these segments are not well described by a few cut points.` }
      : {}),
    span: 12,
  };
}
