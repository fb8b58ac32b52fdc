import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import type { LeadsResult } from "./result";
import { TELLING_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { between, howTested, MODEL_WORDS, outcomeWords } from "./words";

/** The model beside what there is to beat. */
export function comparisonFigure(result: LeadsResult): Figure {
  const { validation, plan } = result;
  const { scores, baselines, aucLow95, aucHigh95 } = validation;
  const rows = [
    { label: MODEL_WORDS[plan.model], ...scores },
    { label: `one feature alone (${chosenWords(result)})`, ...baselines.oneFeature },
    { label: "the same share for everybody", ...baselines.baseRate },
  ];
  return {
    id: "leads-comparison",
    section: TELLING_SECTION,
    title: `AUC ${format(scores.auc, "score")} (95 % ${between(aucLow95, aucHigh95)}), one feature alone ${format(baselines.oneFeature.auc, "score")}`,
    subtitle: `${counted(validation.rowsTested, result)} tested, ${format(validation.positives, "count", "full")} with ${outcomeWords(result)}`,
    chart: bars({
      labels: rows.map(({ label }) => label),
      values: rows.map(({ auc }) => auc),
      format: "score",
      axis: "AUC",
      description: `AUC of ${rows.map(({ label, auc }) => `${label} ${format(auc, "score")}`).join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Told by", format: "text" },
        { label: "AUC", format: "score" },
        { label: "Average precision", format: "score" },
        { label: "Log loss", format: "score" },
        { label: "Brier score", format: "score" },
      ],
      values: [
        rows.map(({ label }) => label),
        Float64Array.from(rows, ({ auc }) => auc),
        Float64Array.from(rows, ({ prAuc }) => prAuc),
        Float64Array.from(rows, ({ logLoss }) => logLoss),
        Float64Array.from(rows, ({ brier }) => brier),
      ],
    },
    explain: {
      ...howTested(result),
      text: `${howTested(result).text} AUC: the chance that one with the outcome scores higher than one without; 0.5 tells nothing. Interval by DeLong's method (1988). The average precision of chance is the share with the outcome, ${format(validation.baseRate, "share")}. Of log loss and Brier score less is better.`,
    },
    span: 6,
  };
}

function chosenWords({ validation, features }: LeadsResult): string {
  const chosen = new Set(validation.baselines.oneFeatureChosen);
  return [...chosen].map((feature) => features[feature]?.label ?? "").join(" or ");
}

/** How many of those with the outcome are found among the best. */
export function gainFigure(result: LeadsResult): Figure {
  const { deciles, rowsTested } = result.validation;
  const shares = [0, ...sharesOf(result)];
  const found = [0, ...deciles.map(({ gain }) => gain)];
  const third = Math.min(3, deciles.length);
  return {
    id: "leads-gain",
    section: TELLING_SECTION,
    title: `The best ${format(shares[third], "share")} hold ${format(found[third], "share")} of those with ${outcomeWords(result)}`,
    subtitle: `${counted(rowsTested, result)} by falling score`,
    chart: lines({
      x: shares,
      series: [
        { label: "Found by score", values: found },
        { label: "By chance", values: shares, colour: "var(--muted)", dashed: true },
      ],
      xAxis: "Contacted, best first",
      xFormat: "share",
      yAxis: "Found, of all there are",
      yFormat: "share",
      description: `Share of all with the outcome among the best: ${found.map((share, at) => `${format(share, "share")} at ${format(shares[at], "share")}`).join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Contacted", format: "share" },
        { label: "Found", format: "share" },
      ],
      values: [Float64Array.from(shares), Float64Array.from(found)],
    },
    explain: howTested(result),
    span: 6,
  };
}

function sharesOf({ validation: { deciles, rowsTested } }: LeadsResult): number[] {
  let sum = 0;
  return deciles.map(({ n }) => (sum += n) / rowsTested);
}

/** How often the outcome came about in each tenth. */
export function liftFigure(result: LeadsResult): Figure {
  const { deciles, baseRate } = result.validation;
  const names = deciles.map((_, at) => `${at + 1}.`);
  return {
    id: "leads-lift",
    section: TELLING_SECTION,
    title: `The best tenth has ${outcomeWords(result)} ${format(deciles[0]?.lift, "score")} times as often as all`,
    subtitle: `Tenths by falling score; ${format(baseRate, "share")} of all have it`,
    chart: bars({
      labels: names,
      values: deciles.map(({ lift }) => lift),
      format: "score",
      axis: "Lift",
      namesAxis: "Tenth, best first",
      horizontal: false,
      description: `Lift by tenth: ${deciles.map(({ lift }) => format(lift, "score")).join(", ")}.`,
    }),
    table: {
      columns: [
        { label: "Tenth", format: "text" },
        { label: "Tested", format: "count" },
        { label: "With the outcome", format: "count" },
        { label: "Share", format: "share" },
        { label: "Lift", format: "score" },
        { label: "Lift up to here", format: "score" },
      ],
      values: [
        names,
        Float64Array.from(deciles, ({ n }) => n),
        Float64Array.from(deciles, ({ outcomes }) => Math.round(outcomes)),
        Float64Array.from(deciles, ({ rate }) => rate),
        Float64Array.from(deciles, ({ lift }) => lift),
        Float64Array.from(deciles, ({ cumulativeLift }) => cumulativeLift),
      ],
    },
    explain: {
      ...howTested(result),
      text: `${howTested(result).text} Lift: share in the tenth over share of all. Where equal scores are parted by the border of a tenth, their outcomes are shared out evenly, and what is then expected is rounded to whole ${unitsOf(result)}.`,
    },
    span: 6,
  };
}
