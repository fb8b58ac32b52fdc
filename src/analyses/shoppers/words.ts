import { format } from "../../charts/format";
import type { KindCondition, KindRule } from "../../view/kind-rules";
import type { KindOperator } from "../../workers/journeys/kinds";
import type { Feature } from "./features";
import type { Kind, ShoppersResult } from "./result";

/** “1,234 customers”; “1 visit”. */
export const several = (n: number, { one }: Pick<ShoppersResult, "one">): string =>
  `${format(n, "count", "full")} ${one}${n === 1 ? "" : "s"}`;

export const NO_KIND = "No kind";

/** Fewer than this say little. */
export const TINY = 30;

const OPERATOR_WORDS: Readonly<Record<KindOperator, string>> = {
  ">=": "at least",
  "<=": "at most",
  "!=": "not",
  ">": "more than",
  "<": "less than",
  "=": "exactly",
};

/** “Visits at least 5 and Money spent more than 120 (90th percentile)”. */
export function ruleWords(
  { rule, thresholds }: Pick<Kind, "rule" | "thresholds">,
  features: readonly Feature[],
): string {
  return rule.conditions
    .map((condition, at) => conditionWords(condition, thresholds[at] ?? NaN, features))
    .join(" and ");
}

function conditionWords(
  { feature, operator, threshold }: KindCondition,
  came: number,
  features: readonly Feature[],
): string {
  const known = features.find(({ key }) => key === feature);
  const value = thresholdWords(came, known);
  const percentile = threshold.by === "percentile" ? ` (${ordinal(threshold.value)} percentile)` : "";
  return `${known?.label ?? feature} ${OPERATOR_WORDS[operator]} ${value}${percentile}`;
}

/** A threshold in its feature's unit. */
export const thresholdWords = (value: number, feature: Feature | undefined): string =>
  format(value, feature?.format ?? "number");

function ordinal(n: number): string {
  const ending = { 1: "st", 2: "nd", 3: "rd" }[n % 10];
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${!Number.isInteger(n) || teen || ending === undefined ? "th" : ending}`;
}

/** Whether a rule asks for purchases or for carts left behind, so that the conversion follows from it. */
export const asksForPurchases = ({ conditions }: KindRule): boolean =>
  conditions.some(({ feature }) => ["purchases", "buys"].includes(feature));

/** Who the shares are of. */
export const ofAll = (result: Pick<ShoppersResult, "total" | "one">): string => `of ${several(result.total, result)}`;

/** Names of every group: each kind, then none. */
export const groupNames = ({ kinds }: Pick<ShoppersResult, "kinds">): readonly string[] => [
  ...kinds.map(({ rule }) => rule.name),
  NO_KIND,
];

export const FIRST_WINS = "The first rule that fits wins, in the order of the rules.";
