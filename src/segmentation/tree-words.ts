import { format } from "../charts/format";
import type { Condition, Rule } from "../workers/lab/deciding";
import type { ProfileColumn } from "./earned-names";

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
