import type { DataTable, Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import type { CurvePoint } from "../../workers/lab/validating";
import type { LeadsResult } from "./result";
import { TELLING_SECTION } from "./sections";
import { counted } from "../units";
import { between, howTested, outcomeWords } from "./words";

/** A point of the curves as shares. */
interface CurveShares {
  readonly threshold: number;
  readonly n: number;
  /** Of those with the outcome, who is found: recall. */
  readonly found: number;
  /** Of those without it, who is taken for one. */
  readonly falsely: number;
  /** Of those who score so much, who has it. */
  readonly precision: number;
}

const sharesOf = ({ validation: { positives, rowsTested } }: LeadsResult, point: CurvePoint): CurveShares => ({
  threshold: point.threshold,
  n: point.n,
  found: point.outcomes / positives,
  falsely: (point.n - point.outcomes) / (rowsTested - positives),
  precision: point.outcomes / point.n,
});

/** Whom a lower and lower threshold finds, and whom it takes falsely. */
export function rocFigure(result: LeadsResult): Figure {
  const { scores, aucLow95, aucHigh95, curve } = result.validation;
  const points = curve.map((point) => sharesOf(result, point));
  const x = [0, ...points.map(({ falsely }) => falsely)];
  const at = nearest(points, ({ falsely }) => falsely, 0.1);
  return {
    id: "leads-roc",
    section: TELLING_SECTION,
    title: `ROC curve: AUC ${format(scores.auc, "score")} (95 % ${between(aucLow95, aucHigh95)}), chance 0.5`,
    subtitle: testedWords(result),
    chart: lines({
      x,
      series: [
        { label: "By score", values: [0, ...points.map(({ found }) => found)] },
        { label: "By chance", values: x, colour: "var(--muted)", dashed: true },
      ],
      xAxis: "Taken falsely, of those without it",
      xFormat: "share",
      yAxis: "Found, of those with it",
      yFormat: "share",
      description: `ROC curve with an area of ${format(scores.auc, "score")}: where ${format(at?.falsely, "share")} of those without the outcome are taken falsely, ${format(at?.found, "share")} of those with it are found; by chance as many.`,
    }),
    table: tableOf(points),
    explain: {
      ...howTested(result),
      text: `${howTested(result).text} One point for each threshold of the score, before correction: the share found of those with the outcome against the share taken falsely of those without; equal scores are never parted. The area is the AUC; its interval is by DeLong's method (1988). Of many points some hundred are drawn; areas are of all.`,
    },
    span: 6,
  };
}

/** How sure those are who are found. */
export function precisionFigure(result: LeadsResult): Figure {
  const { scores, prAucLow95, prAucHigh95, curve, baseRate } = result.validation;
  const points = curve.map((point) => sharesOf(result, point));
  const at = nearest(points, ({ found }) => found, 0.5);
  return {
    id: "leads-precision",
    section: TELLING_SECTION,
    title: `Average precision ${format(scores.prAuc, "score")} (95 % ${between(prAucLow95, prAucHigh95)}), chance ${format(baseRate, "score")}`,
    subtitle: testedWords(result),
    chart: lines({
      x: points.map(({ found }) => found),
      series: [
        { label: "By score", values: points.map(({ precision }) => precision) },
        {
          label: "By chance: the share of all",
          values: points.map(() => baseRate),
          colour: "var(--muted)",
          dashed: true,
        },
      ],
      xAxis: "Found, of those with it (recall)",
      xFormat: "share",
      yAxis: "Have it, of those taken (precision)",
      yFormat: "share",
      description: `Precision by recall: where ${format(at?.found, "share")} of those with the outcome are found, ${format(at?.precision, "share")} of those taken have it; by chance ${format(baseRate, "share")}.`,
    }),
    table: tableOf(points),
    explain: {
      ...howTested(result),
      text: `${howTested(result).text} One point for each threshold of the score, before correction. Average precision: precision at each threshold, weighted by the recall it adds; its interval is normal in log-odds with a binomial spread over those with the outcome (Boyd, Eng and Page 2013). Chance is the outcome's share, ${format(baseRate, "share")}.`,
    },
    span: 6,
  };
}

const testedWords = (result: LeadsResult): string =>
  `${counted(result.validation.rowsTested, result)}, each told by a model that never saw it; ${format(result.validation.positives, "count", "full")} with ${outcomeWords(result)}`;

/** The point whose share comes nearest to a wanted one. */
function nearest(points: readonly CurveShares[], of: (one: CurveShares) => number, wanted: number) {
  return points.toSorted((a, b) => Math.abs(of(a) - wanted) - Math.abs(of(b) - wanted))[0];
}

const tableOf = (points: readonly CurveShares[]): DataTable => ({
  columns: [
    { label: "Score at least", format: "share" },
    { label: "Taken", format: "count" },
    { label: "Found (recall)", format: "share" },
    { label: "Taken falsely", format: "share" },
    { label: "Have it (precision)", format: "share" },
  ],
  values: [
    Float64Array.from(points, ({ threshold }) => threshold),
    Float64Array.from(points, ({ n }) => n),
    Float64Array.from(points, ({ found }) => found),
    Float64Array.from(points, ({ falsely }) => falsely),
    Float64Array.from(points, ({ precision }) => precision),
  ],
});
