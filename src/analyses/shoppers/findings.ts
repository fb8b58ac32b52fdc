import { RULE_WORDS } from "../../behaviour/rules";
import { rateWords, WILSON } from "../../behaviour/words";
import { rate } from "../../behaviour/wilson";
import { format } from "../../charts/format";
import type { Finding, KeyFigure } from "../analysis";
import { overlapsOf } from "./figures-overlaps";
import { segmentCautions, segmentSentences } from "./findings-segments";
import type { Kind, ShoppersResult } from "./result";
import { FIRST_WINS, several, TINY } from "./words";

/** Kinds named in the page's one sentence. */
const NAMED = 3;

/** “Of 5,212 customers 54.2 % are “Looker”, 12 % “One-time buyer” and 3.1 % “Loyal”.” */
export function shoppersAnswer(result: ShoppersResult): string {
  const { kinds, none, total } = result;
  const largest = kinds.filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n);
  const named = largest.slice(0, NAMED).map(({ rule, n }) => `${format(n / total, "share")} “${rule.name}”`);
  const rest = none === 0 ? "All have a kind." : `${several(none, result)} fit no rule.`;
  if (named.length === 0) return `No rule fits any of ${several(total, result)}.`;
  return `Of ${several(total, result)}, ${listed(named)}${largest.length > NAMED ? `, and ${largest.length - NAMED} further kinds` : ""}. ${rest}`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

/** How many, how many with a kind, who is most, who fits several, who buys, and the money. */
export function shoppersCards(result: ShoppersResult): readonly KeyFigure[] {
  const { kinds, none, total, several: more, worth } = result;
  const explain = { text: `${FIRST_WINS} Shares of all ${several(total, result)}.`, sql: result.behaviour.sql };
  const [largest] = kinds.toSorted((a, b) => b.n - a.n);
  const bought = worth.reduce((all, { conversion }) => all + (conversion?.n ?? NaN), 0);
  const spent = worth.reduce((all, { money }) => all + (money?.sum ?? NaN), 0);
  return [
    {
      label: capital(`${result.one}s`),
      value: format(total, "count"),
      note: `in ${kinds.filter(({ n }) => n > 0).length} kinds`,
      explain,
    },
    {
      label: "With a kind",
      value: format((total - none) / total, "share"),
      note: `${several(none, result)} of no kind`,
      explain,
    },
    ...(largest === undefined
      ? []
      : [{ label: "Largest kind", value: format(largest.n / total, "share"), note: largest.rule.name, explain }]),
    { label: "Fit several rules", value: format(more / total, "share"), note: several(more, result), explain },
    ...(Number.isNaN(bought)
      ? []
      : [
          {
            label: "With a purchase",
            value: format(bought / total, "share"),
            note: `${format(bought, "count")} of ${format(total, "count")}`,
            explain: { ...explain, text: WILSON },
          },
        ]),
    ...(Number.isNaN(spent) || spent === 0
      ? []
      : [
          {
            label: "Money",
            value: format(spent, "number"),
            note: `${format(spent / total, "number")} a ${result.one}`,
            explain,
          },
        ]),
  ];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Plain sentences with their numbers, cautions last. */
export function shoppersFindings(result: ShoppersResult): readonly Finding[] {
  const explain = { text: FIRST_WINS, sql: result.behaviour.sql };
  const info = (text: string): Finding => ({ text, level: "info", explain });
  const caution = (text: string): Finding => ({ text, level: "caution", explain });
  return [...foundIn(result).map(info), ...cautionsOf(result).map(caution)];
}

function foundIn(result: ShoppersResult): readonly string[] {
  const { kinds, none, total, several: more } = result;
  const [first] = overlapsOf(result);
  return [
    ...kinds.filter(({ n }) => n > 0).map((kind, at) => kindSentence(result, kind, at === 0)),
    none === 0
      ? `Every ${result.one} fits a rule.`
      : `${several(none, result)} (${format(none / total, "share")}) fit no rule.`,
    ...(first === undefined
      ? []
      : [
          `${several(more, result)} fit more than one rule and were counted by the first; most often “${first.one}” and “${first.other}” (${format(first.both, "count")}).`,
        ]),
    ...segmentSentences(result),
  ];
}

/** “Loyal: 259 customers (5 %), with 38 % of the money; 100 % bought.” */
function kindSentence(result: ShoppersResult, { rule, n }: Kind, explains: boolean): string {
  const { total, worth } = result;
  const own = worth.find(({ name }) => name === rule.name);
  const spent = worth.reduce((all, { money }) => all + (money?.sum ?? NaN), 0);
  const share = rate(n, total);
  const interval = explains
    ? ` (95 % ${format(share.low, "share")} to ${format(share.high, "share")} if the log is a sample)`
    : "";
  const brings = own?.money?.sum ?? 0;
  const money = spent > 0 && brings > 0 ? `, with ${format(brings / spent, "share")} of the money` : "";
  const conversion = own?.conversion;
  const buys =
    conversion === null || conversion === undefined || own?.byRule === true ? "" : `; ${rateWords(conversion)} bought`;
  return `“${rule.name}”: ${several(n, result)}, ${format(share.share, "share")}${interval}${money}${buys}.`;
}

function cautionsOf(result: ShoppersResult): readonly string[] {
  const { kinds, log, behaviour } = result;
  const off = kinds.filter(({ undecided }) => undecided.length > 0);
  const nobody = kinds.filter(({ undecided, n }) => undecided.length === 0 && n === 0);
  const tiny = kinds.filter(({ n }) => n > 0 && n < TINY);
  return [
    ...off.map(({ rule, undecided }) => `“${rule.name}” cannot be told in this log: ${undecided.join("; ")}.`),
    ...(nobody.length > 0 ? [`Nobody is of the kind ${quotedList(nobody)}.`] : []),
    ...(tiny.length > 0 ? [`Fewer than ${TINY} are of the kind ${quotedList(tiny)}, so its numbers are rough.`] : []),
    ...segmentCautions(result),
    ...leftOut(log.account),
    ...(log.account.other > 0
      ? [
          `${format(log.account.other, "count")} events beyond the 10,000 most frequent names count as one name, so “${behaviour.features.find(({ key }) => key === "distinct")?.label ?? "Different events"}” is too low where they occur.`,
        ]
      : []),
  ];
}

const quotedList = (kinds: readonly Kind[]): string => listed(kinds.map(({ rule }) => `“${rule.name}”`));

function leftOut({ flagged, bots, rowsRead, events }: ShoppersResult["log"]["account"]): readonly string[] {
  if (events >= rowsRead) return [];
  const parts = [
    ...flagged.flatMap(({ rule, leftOut: n }) =>
      n > 0 ? [`${format(n, "count", "full")} ${RULE_WORDS[rule].label.toLowerCase()}`] : [],
    ),
    ...(bots.rows > 0
      ? [`${format(bots.rows, "count", "full")} of ${format(bots.customers, "count")} too fast for a person`]
      : []),
  ];
  return [
    `${format(rowsRead - events, "count", "full")} of ${format(rowsRead, "count", "full")} rows are no event of a shopper${parts.length === 0 ? "" : ` (${parts.join(", ")})`}. The Journeys page has the account.`,
  ];
}
