import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { PathAccount } from "../../behaviour/account";
import type { PathRecipe } from "../../behaviour/recipe";
import type { JourneysResult } from "./result";
import { RULE_WORDS, type Rule } from "../../behaviour/rules";
import { counted, visitWords } from "../../behaviour/words";
import { VISITS_SECTION } from "./sections";

/** What became of every row, rule by rule. */
export function accountFigure({ log }: JourneysResult): Figure {
  const { account, recipe } = log;
  const rows = linesOf(account, recipe);
  const left = account.rowsRead - account.events;
  return {
    id: "journeys-account",
    section: VISITS_SECTION,
    title:
      left === 0
        ? "Every row counts as an event"
        : `${format(left, "count", "full")} of ${counted(account.rowsRead, "row")} do not count as events`,
    subtitle: `What became of every row; a visit is made by ${visitWords(recipe.visits)}`,
    table: {
      columns: [
        { label: "What", format: "text" },
        { label: "Which", format: "text" },
        { label: "Rows", format: "count" },
        { label: "Left out", format: "count" },
        { label: "Amount", format: "number" },
      ],
      values: [
        rows.map(([what]) => what),
        rows.map(([, which]) => which),
        Float64Array.from(rows, ([, , found]) => found),
        Float64Array.from(rows, ([, , , leftOut]) => leftOut),
        Float64Array.from(rows, ([, , , , amount]) => amount),
      ],
    },
    explain: {
      text: "A row under several rules is left out by the first that is on. Rows left out stay in the file and come back when the rule is switched off.",
    },
    span: 12,
  };
}

type Line = readonly [what: string, which: string, rows: number, leftOut: number, amount: number];

function linesOf(account: PathAccount, recipe: PathRecipe): readonly Line[] {
  const on = (rule: Rule): boolean => recipe.rules.includes(rule);
  return [
    ["Rows of the view", "", account.rowsRead, NaN, NaN],
    ...account.flagged.map(({ rule, rows: found, leftOut, amount }): Line => [
      ...([RULE_WORDS[rule].label, RULE_WORDS[rule].says, found] as const),
      leftOut,
      amount === 0 ? NaN : amount,
    ]),
    [
      RULE_WORDS.bots.label,
      `${counted(account.bots.customers, "customer")} with more than ${recipe.botRate} events in 60 seconds`,
      account.bots.rows,
      on("bots") ? account.bots.rows : 0,
      NaN,
    ],
    [
      RULE_WORDS.duplicates.label,
      RULE_WORDS.duplicates.says,
      account.duplicates,
      on("duplicates") ? account.duplicates : 0,
      NaN,
    ],
    ["In another order than their times", "sorted by time within the customer", account.unordered, 0, NaN],
    ["Without a visit’s id", "taken together with what happened at the same moment", account.withoutVisit, 0, NaN],
    ["Of rare events", "counted together as “other events”", account.other, 0, NaN],
    [
      "Events that count",
      `in ${counted(account.visits, "visit")} of ${counted(account.customers, "customer")}`,
      account.events,
      NaN,
      account.amount,
    ],
  ];
}
