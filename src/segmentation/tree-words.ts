import { format } from "../charts/format";
import type { Figure } from "../charts/figure";
import type { Condition, DecisionTree, Rule } from "../workers/lab/deciding";
import type { ProfileColumn } from "./earned-names";

/** Questions that the tree which describes segments asks at most. */
export const TREE_QUESTIONS = 4;

/** What the card of a tree's rules says of the tree; `grownOn` in words. */
export function explainTree(
  { accuracy, grownOn: rows }: DecisionTree,
  grownOn: string,
): Pick<Figure, "explain" | "caution"> {
  return {
    explain: {
      text: `A CART tree (Gini impurity) that guesses the segment from the untreated features, grown on ${grownOn}. “Of the segment” is the share of the segment that the rule finds; “are of the segment” is the share of those found that belong to it. The tree describes the segments, it did not make them.`,
      parameters: { questions: TREE_QUESTIONS, grownOn: rows, accuracy },
    },
    ...(accuracy < 0.7
      ? {
          caution: `The rules find only ${format(accuracy, "share")}: these segments are not well described by a few cut points.`,
        }
      : {}),
  };
}

/** A column that a tree asks about: a number, or one level of a word (1 has it, 0 has not). */
export interface AskedWords {
  readonly label: string;
  readonly feature: ProfileColumn;
  readonly level: string | null;
}

/** A rule as a person says it. */
export function ruleWords({ conditions }: Rule, asked: readonly AskedWords[]): string {
  if (conditions.length === 0) return "Everybody";
  return conditions.map((condition) => conditionWords(condition, asked)).join(" and ");
}

function conditionWords({ feature, lower, upper, orMissing }: Condition, asked: readonly AskedWords[]): string {
  const column = asked[feature];
  if (column === undefined) return "";
  if (column.level !== null)
    return lower === null
      ? `${column.feature.label} is not ${column.level}`
      : `${column.feature.label} is ${column.level}`;
  const as = column.feature.format;
  const [low, high] = [format(lower, as), format(upper, as)];
  const range = lower === null ? `at most ${high}` : upper === null ? `above ${low}` : `between ${low} and ${high}`;
  return `${column.label} ${range}${orMissing ? " or missing" : ""}`;
}
