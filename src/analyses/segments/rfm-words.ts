import { format } from "../../charts/format";
import type { RfmCuts } from "../../data/table/rfm-scores";
import { RFM_OTHERS, unreachableSegments, type ScoreRange } from "../../data/table/rfm-segments";
import type { RfmStudy } from "./rfm";

/** The three measures in their order, as a person reads them. */
export const RFM_MEASURES = [
  { measure: "recency", label: "Recency", axis: "Days since the last order" },
  { measure: "frequency", label: "Frequency", axis: "Orders" },
  { measure: "money", label: "Money", axis: "Money" },
] as const satisfies readonly { measure: keyof RfmCuts; label: string; axis: string }[];

/** Name of the segment at a place; behind the last one are the others. */
export const rfmName = ({ segments }: Pick<RfmStudy, "segments">, place: number): string =>
  segments[place]?.name ?? RFM_OTHERS;

/** “4 to 5”, or “1”. */
export const rangeWords = ([lowest, highest]: ScoreRange): string =>
  lowest === highest ? `${lowest}` : `${lowest} to ${highest}`;

/** The rule that earns a segment its name, in scores and in the file's own units. */
export function rfmRule(study: RfmStudy, place: number): string {
  const segment = study.segments[place];
  if (segment === undefined) return "Scores that fall into none of the named segments.";
  const parts = RFM_MEASURES.map(({ measure, label }) => {
    const range = segment[measure];
    return `${label.toLowerCase()} ${rangeWords(range)} (${valuesOf(measure, range, study.cuts[measure])})`;
  });
  const before = place === 0 ? "" : ", and in no segment before it";
  return `Scores of ${parts.join(", ")}${before}.`;
}

const UNITS: Readonly<Record<keyof RfmCuts, string>> = { recency: " days", frequency: " orders", money: "" };

/** The values that have these scores. Cut points ascend, so scores of recency run against them. */
function valuesOf(measure: keyof RfmCuts, [lowest, highest]: ScoreRange, cuts: readonly number[]): string {
  const best = cuts.length + 1;
  const [first, last] = measure === "recency" ? [best + 1 - highest, best + 1 - lowest] : [lowest, highest];
  const [from, below] = [cuts[first - 2], cuts[last - 1]];
  const unit = UNITS[measure];
  if (from === undefined && below === undefined) return "any";
  if (from === undefined) return `below ${format(below, "number")}${unit}`;
  if (below === undefined) return `${format(from, "number")}${unit} and more`;
  return `${format(from, "number")} to below ${format(below, "number")}${unit}`;
}

/** Which columns the measures come from. */
export function rfmSources({ roles }: Pick<RfmStudy, "roles">): Readonly<Record<keyof RfmCuts, string>> {
  const { recency, frequency, money } = roles;
  return {
    recency: recency.label,
    frequency:
      frequency.from === "rows"
        ? "rows"
        : `${frequency.from === "sum" ? "sum" : "different values"} of ${frequency.label}`,
    money: money.from === "sum" ? money.label : `${money.quantity} × ${money.price}`,
  };
}

/** How it was made, as parameters. */
export function rfmParameters(study: RfmStudy): Readonly<Record<string, string>> {
  const { cuts, given, roles, customers } = study;
  const sources = rfmSources(study);
  const { analysisDate } = customers.account;
  return {
    ...Object.fromEntries(
      RFM_MEASURES.flatMap(({ measure, label }) => [
        [label.toLowerCase(), sources[measure]],
        [`cut points of ${label.toLowerCase()}${given.includes(measure) ? " (yours)" : ""}`, cuts[measure].join(", ")],
      ]),
    ),
    ...(analysisDate === null ? {} : { "analysis date": format(analysisDate, "date", "full") }),
    returns: roles.returns === "left-out" ? "left out" : "taken off",
  };
}

/** What did not count, who has no name, and segments that nobody can be in, as plain sentences. */
export function rfmNotes(study: RfmStudy): readonly string[] {
  const { account, money } = study.customers;
  const { returns, returnMoney, later, undated, unpriced, leftOut } = account;
  const count = (many: number, thing: string): string =>
    `${format(many, "count", "full")} ${thing}${many === 1 ? "" : "s"}`;
  const others = study.places.reduce((sum, place) => sum + (place === study.segments.length ? 1 : 0), 0);
  const nobody = unreachableSegments(study.segments).map((place) => `“${rfmName(study, place)}”`);
  const leftOrTaken = study.roles.returns === "left-out" ? "left out" : "taken off their customers' money";
  return [
    ...(others > 0
      ? [
          `${format(others / money.length, "share")} (${format(others, "count", "full")}) fall into none of the named segments: “${RFM_OTHERS}”.`,
        ]
      : []),
    ...(returns > 0
      ? [
          `Returns, ${count(returns, "row")} with a negative quantity or amount (${format(returnMoney, "number", "full")} in all): no orders, and ${leftOrTaken}.`,
        ]
      : []),
    ...(later > 0 ? [`After the analysis date, ${count(later, "row")}: left out.`] : []),
    ...(undated > 0 ? [`Without a time, ${count(undated, "row")}: orders, but nothing for recency.`] : []),
    ...(unpriced > 0 ? [`Without an amount, ${count(unpriced, "row")}: orders, but no money.`] : []),
    ...(leftOut > 0
      ? [
          `Without an order that counts, a time or an amount, ${count(leftOut, "customer")}: no scores, so in no segment.`,
        ]
      : []),
    ...(nobody.length > 0 ? [`Nobody can be in ${nobody.join(", ")}: segments before hold all of those scores.`] : []),
  ];
}
