import { numbers, type Answer } from "../data/engine";
import type { PathAccount } from "./account";
import { bitsOf, RULE_BITS, WITHOUT_VISIT } from "./queries-source";
import { RULES, type Rule } from "./rules";

/** Rows by the rules that they fall under, over the parts of a file; a row under two rules is left out by the first that is on. */
export function flaggedBy(
  answers: readonly Answer[],
  on: readonly Rule[],
): Pick<PathAccount, "rowsRead" | "flagged" | "withoutVisit" | "timed"> {
  const [flags, n, timed, amount] = ["flags", "n", "timed", "amount"].map((column) =>
    answers.flatMap((answer) => [...numbers(answer, column)]),
  ) as [number[], number[], number[], number[]];
  const sum = (values: readonly number[], counts: (bits: number) => boolean): number =>
    values.reduce((total, value, row) => (counts(flags[row] ?? 0) ? total + value : total), 0);
  const own = RULES.filter((rule) => RULE_BITS[rule] !== undefined);
  return {
    rowsRead: sum(n, () => true),
    timed: sum(timed, (bits) => (bits & bitsOf(on)) === 0) > 0,
    withoutVisit: sum(n, (bits) => (bits & WITHOUT_VISIT) !== 0),
    flagged: own.map((rule, place) => {
      const bit = RULE_BITS[rule] ?? 0;
      const earlier = bitsOf(own.slice(0, place).filter((one) => on.includes(one)));
      return {
        rule,
        rows: sum(n, (bits) => (bits & bit) !== 0),
        leftOut: on.includes(rule) ? sum(n, (bits) => (bits & bit) !== 0 && (bits & earlier) === 0) : 0,
        amount: sum(amount, (bits) => (bits & bit) !== 0),
      };
    }),
  };
}
