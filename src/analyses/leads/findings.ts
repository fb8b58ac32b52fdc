import { format } from "../../charts/format";
import type { Finding, KeyFigure } from "../analysis";
import { cutOffCautions, cutOffWords } from "./findings-cut-off";
import type { LeadsResult } from "./result";
import { counted, unitsOf } from "../units";
import { between, howTested, MODEL_WORDS, outcomeWords } from "./words";

/** With fewer, an AUC wanders by several hundredths. */
const FEW = 100;

/** One sentence that answers whom to contact first. */
export function leadAnswer(result: LeadsResult): string {
  const [chosen] = result.capacities;
  if (chosen === undefined) return `Every one of the ${unitsOf(result)} has a score.`;
  return `Contact the best ${format(chosen.n, "count", "full")} of ${counted(result.scores.length, result)}: expect ${format(Math.round(chosen.outcomes), "count")} with ${outcomeWords(result)} (95 % ${between(chosen.low95, chosen.high95, "count")}), by chance ${format(Math.round(chosen.byChance), "count")}.`;
}

/** Five numbers at a glance. */
export function leadCards(result: LeadsResult): readonly KeyFigure[] {
  const { validation, plan, capacities } = result;
  const { scores, baseRate, aucLow95, aucHigh95, prAucLow95, prAucHigh95, deciles } = validation;
  const explain = howTested(result);
  return [
    {
      label: "AUC",
      value: format(scores.auc, "score"),
      note: `95 % ${between(aucLow95, aucHigh95)}`,
      explain,
    },
    {
      label: "Average precision",
      value: format(scores.prAuc, "score"),
      note: `95 % ${between(prAucLow95, prAucHigh95)}; chance ${format(baseRate, "score")}`,
      explain,
    },
    {
      label: "Brier score",
      value: format(scores.brier, "score"),
      note: `same for all ${format(validation.baselines.baseRate.brier, "score")}`,
      explain,
    },
    {
      label: "Best tenth",
      value: `${format(deciles[0]?.lift, "score")} ×`,
      note: `as often as all (${format(baseRate, "share")})`,
      explain,
    },
    {
      label: "Of those contacted",
      value: format(capacities[0]?.precision, "share"),
      note: `have it; ${MODEL_WORDS[plan.model]}`,
      explain,
    },
  ];
}

/** Plain sentences with their numbers, cautions last. */
export function leadFindings(result: LeadsResult): readonly Finding[] {
  const explain = howTested(result);
  const info = (text: string): Finding => ({ text, level: "info", explain });
  const caution = (text: string): Finding => ({ text, level: "caution", explain });
  return [...found(result).map(info), ...cautionsOf(result).map(caution)];
}

function found(result: LeadsResult): readonly string[] {
  const { validation, drivers, features, known, customerNo, suggested, cut } = result;
  const label = (feature: number): string => features[feature]?.label ?? "";
  const sure = drivers?.drivers.filter(({ low95 }) => low95 > 0).slice(0, 3) ?? [];
  const unknown = customerNo.length - known.rows.length;
  return [
    `${format(validation.baseRate, "share")} of ${counted(validation.rowsTested, result)} have ${outcomeWords(result)}${guessWords(result)}.`,
    ...(cut === null ? [] : cutOffWords(result, cut)),
    ...(sure.length > 0 ? [`It is told most from ${sure.map(({ feature }) => label(feature)).join(", ")}.`] : []),
    ...(unknown > 0
      ? [`${counted(unknown, result)} have no known outcome; they are scored by a model of the others.`]
      : []),
    ...(suggested ? [`All ${features.length} features that fit are used.`] : []),
  ];
}

function guessWords({ outcome }: LeadsResult): string {
  if (!outcome.guessed) return "";
  return outcome.column === null
    ? ", which is told because no column's name says what came about"
    : ", the outcome that the column's name suggests";
}

function cautionsOf(result: LeadsResult): readonly string[] {
  const { validation, repeated, leftOut, time, cut } = result;
  const { positives, rowsTested, aucLow95, baselines, notes } = validation;
  const fewer = Math.min(positives, rowsTested - positives);
  const beaten = baselines.oneFeature.auc >= aucLow95;
  return [
    ...notes,
    ...(fewer < FEW
      ? [
          `Only ${counted(fewer, result)} ${positives <= rowsTested - positives ? "have" : "lack"} the outcome, so every figure is rough.`,
        ]
      : []),
    ...(beaten
      ? ["One feature alone tells the outcome about as well, so a rule with that feature may do instead of this model."]
      : []),
    ...(repeated && cut === null
      ? [
          "Features are made of all rows of a customer, those after the outcome among them. Where such rows tell it, the figures are too good; a cut-off date parts them.",
        ]
      : []),
    ...(cut === null ? [] : cutOffCautions(result, cut)),
    ...(time === null ? [] : ["Who came before all tests was learned from, so those scores are too sure."]),
    ...leftOut.map((why) => `A feature was left out. ${why}`),
  ];
}
