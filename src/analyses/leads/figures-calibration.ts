import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import type { LeadsResult } from "./result";
import { TELLING_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { between, howTested, outcomeWords } from "./words";

/** Whether of those with a score of 30 % about 30 % have the outcome. */
export function calibrationFigure(result: LeadsResult): Figure {
  const { bins, slope, slopeLow95, slopeHigh95 } = result.validation.calibration;
  const predicted = bins.map((bin) => bin.predicted);
  return {
    id: "leads-calibration",
    section: TELLING_SECTION,
    title: titleOf(result),
    subtitle: `Tenths of ${counted(result.validation.rowsTested, result)} by what the model says; calibration slope ${format(slope, "score")} (95 % ${between(slopeLow95, slopeHigh95)})`,
    chart: lines({
      x: predicted,
      series: [
        { label: "Came about", values: bins.map(({ observed }) => observed) },
        { label: "As said", values: predicted, colour: "var(--muted)", dashed: true },
        { label: "At least (95 %)", values: bins.map(({ low95 }) => low95), colour: "var(--data-3)", dashed: true },
        { label: "At most (95 %)", values: bins.map(({ high95 }) => high95), colour: "var(--data-3)", dashed: true },
      ],
      xAxis: "The model says, before correction",
      xFormat: "share",
      yAxis: `Share with ${outcomeWords(result)}`,
      yFormat: "share",
      description: `Mean score and what came about: ${bins.map((bin) => `${format(bin.predicted, "share")} and ${format(bin.observed, "share")}`).join("; ")}.`,
    }),
    table: {
      columns: [
        { label: "The model says", format: "share" },
        { label: "Tested", format: "count" },
        { label: "Had it", format: "count" },
        { label: "Expected", format: "count" },
        { label: "Came about", format: "share" },
        { label: "At least (95 %)", format: "share" },
        { label: "At most (95 %)", format: "share" },
      ],
      values: [
        Float64Array.from(predicted),
        Float64Array.from(bins, ({ n }) => n),
        Float64Array.from(bins, ({ n, observed }) => Math.round(n * observed)),
        Float64Array.from(bins, ({ n, predicted: said }) => Math.round(n * said)),
        Float64Array.from(bins, ({ observed }) => observed),
        Float64Array.from(bins, ({ low95 }) => low95),
        Float64Array.from(bins, ({ high95 }) => high95),
      ],
    },
    explain: {
      ...howTested(result),
      text: `${howTested(result).text} Slope of a logistic regression of the outcome on the log-odds of the score: 1 is perfect, below 1 high scores are too high and low ones too low (Cox 1958). Had it is counted; expected is the sum of what the model says, rounded to whole ${unitsOf(result)}. ${lossWords(result)}`,
    },
    span: 6,
  };
}

function titleOf({ validation: { calibration }, classifier }: LeadsResult): string {
  const how = CORRECTIONS[classifier.calibrator.kind];
  if (calibration.slopeHigh95 < 1) return `The model alone is too sure; scores are ${how}`;
  if (calibration.slopeLow95 > 1) return `The model alone is too careful; scores are ${how}`;
  return `What the model says comes about as often; scores are ${how}`;
}

/** How scores were corrected. */
const CORRECTIONS = {
  none: "left as they are",
  platt: "corrected by a sigmoid",
  isotonic: "corrected by rising steps",
} as const;

/** Log loss of each way to correct, on customers it was not made from. */
function lossWords({ classifier: { calibrationLoss } }: LeadsResult): string {
  const { none, platt, isotonic } = calibrationLoss;
  return `Log loss on parts that the correction was not made from: none ${format(none, "score")}, sigmoid (Platt 1999) ${format(platt, "score")}, rising steps (Zadrozny and Elkan 2002) ${format(isotonic, "score")}; the least is taken.`;
}
