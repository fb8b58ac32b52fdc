import { OPERATORS, type Condition, type Operator, type StepTest } from "../../view/funnel-step";
import type { Option } from "../../view/settings";
import { conditionOf, eventOf, type FunnelRow } from "./funnel-rows";

const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  "=": "is",
  "!=": "is not",
  "<": "is below",
  "<=": "is at most",
  ">": "is above",
  ">=": "is at least",
  "~": "holds the letters",
};

/** Operators as a person chooses them. */
export const OPERATOR_OPTIONS: readonly Option[] = (["=", "!=", "~", "<", "<=", ">", ">="] as const).map((value) => ({
  value,
  label: OPERATOR_WORDS[value],
}));

/** The operator of that sign; “=” where there is none. */
export const operatorOf = (sign: string): Operator => OPERATORS.find((one) => one === sign) ?? "=";

/** A condition in words: “platform is mobile”. */
export const conditionWords = ({ column, operator, value }: Condition): string =>
  `${column} ${OPERATOR_WORDS[operator]} ${value === "" ? "empty" : value}`;

/** A test in words: “purchase with platform is mobile”. */
export function testWords(test: StepTest): string {
  const condition = conditionOf(test);
  const event = eventOf(test) ?? "any event";
  return condition === null ? event : `${event} with ${conditionWords(condition)}`;
}

/** A line in words: “cart or basket”. */
export const rowWords = ({ tests }: Pick<FunnelRow, "tests">): string => tests.map(testWords).join(" or ");

/** A whole funnel in one line: “catalog → cart (optional) → purchase, without error”. */
export function funnelWords(rows: readonly FunnelRow[]): string {
  const steps = rows
    .filter(({ is }) => is !== "exclusion")
    .map((row) => `${rowWords(row)}${row.is === "optional" ? " (optional)" : ""}`);
  const without = rows.filter(({ is }) => is === "exclusion").map(rowWords);
  return `${steps.join(" → ")}${without.length === 0 ? "" : `, without ${without.join(", ")}`}`;
}
