import { format } from "../../charts/format";
import type { Explain } from "../../charts/figure";
import { counted } from "../units";
import type { LeadsResult } from "./result";

/** “Revenue = true”, or “activity from 9 Oct 2011 on”. */
export function outcomeWords({ outcome, cut }: Pick<LeadsResult, "outcome" | "cut">): string {
  const since = cut?.dated === true ? ` from ${dateWords(cut.at)} on` : "";
  return outcome.column === null ? `activity${since}` : `${outcome.column.label} = ${outcome.wanted}${since}`;
}

const DAY = 86_400_000;

/** A day, or a moment within one. */
export const dateWords = (at: number): string => format(at, "date", at % DAY === 0 ? "short" : "full");

export const MODEL_WORDS = { boosting: "boosted trees", logistic: "logistic regression" } as const;

/** Between which bounds, 95 %. */
export const between = (low: number, high: number, as: "score" | "count" = "score"): string =>
  as === "count"
    ? `${format(Math.round(low), "count")} to ${format(Math.round(high), "count")}`
    : `${format(low, as)} to ${format(high, as)}`;

/** How everything that is shown was tested. */
export function howTested(result: LeadsResult): Explain {
  const { plan, validation, features, time } = result;
  const parts =
    time === null
      ? `${plan.folds} parts drawn at random: each is told by a model of the others`
      : `${plan.folds} parts by “${time.label}”: each is told by a model of those who came before`;
  return {
    text: `${counted(validation.rowsTested, result)} in ${parts}. No model saw those it is tested on.`,
    parameters: {
      model: MODEL_WORDS[plan.model],
      outcome: outcomeWords(result),
      folds: plan.folds,
      seed: plan.seed,
      features: features.map(({ label }) => label).join(", "),
    },
  };
}

/** A feature's value as a person reads it. */
export function valueWords({ features }: Pick<LeadsResult, "features">, feature: number, value: number): string {
  const { levels, format: as } = features[feature] ?? { levels: null, format: "number" as const };
  if (levels === null) return format(value, as);
  return levels[value] ?? "–";
}
