import type { Figure } from "../../charts/figure";
import { lines } from "../../charts/lines";
import type { HowMany } from "../../segmentation/how-many";
import type { SegmentsResult } from "./result";
import { HOW_MANY_SECTION } from "./sections";
import { counted } from "../units";

const INDEX = {
  calinskiHarabasz: {
    label: "Calinski-Harabasz",
    better: "the higher, the better",
    text: "Spread between the segments over spread within them, each by its degrees of freedom (Calinski and Harabasz 1974).",
  },
  daviesBouldin: {
    label: "Davies-Bouldin",
    better: "the lower, the better",
    text: "How alike each segment is to the one most like it: the sum of their widths over the distance of their centres, averaged (Davies and Bouldin 1979).",
  },
} as const;

/** One of the indices for each k. */
export function indexFigure(result: SegmentsResult, { curve }: HowMany, index: keyof typeof INDEX): Figure {
  const { label, better, text } = INDEX[index];
  const shown = curve.candidates.filter((candidate) => Number.isFinite(candidate[index]));
  const preferred = curve.preferred.find((one) => one.index === index)?.k ?? null;
  const point = shown.findIndex(({ k }) => k === preferred);
  return {
    id: `segments-${index}`,
    section: HOW_MANY_SECTION,
    title: preferred === null ? `${label} has no answer` : `${label} prefers ${preferred} segments`,
    subtitle: `${better[0]?.toUpperCase() ?? ""}${better.slice(1)}; ${counted(curve.rowsUsed, result)}`,
    chart: lines({
      x: shown.map(({ k }) => k),
      series: [{ label, values: shown.map((candidate) => candidate[index]) }],
      xAxis: "Segments",
      xFormat: "count",
      yAxis: label,
      yFormat: index === "daviesBouldin" ? "score" : "number",
      marks: point < 0 ? [] : [{ series: 0, point, label: "preferred" }],
      description: `${label} by number of segments.`,
    }),
    table: {
      columns: [
        { label: "Segments", format: "count" },
        { label, format: "number" },
      ],
      values: [Float64Array.from(shown, ({ k }) => k), Float64Array.from(shown, (candidate) => candidate[index])],
    },
    explain: { text, parameters: { seed: result.plan.seed, rowsUsed: curve.rowsUsed } },
    span: 4,
  };
}

/** The gap statistic for each k. */
export function gapFigure(result: SegmentsResult, { gap }: HowMany): Figure {
  const point = gap.gaps.findIndex(({ k }) => k === gap.preferred);
  return {
    id: "segments-gap",
    section: HOW_MANY_SECTION,
    title: gap.preferred === null ? "The gap statistic has no answer" : `The gap statistic prefers ${gap.preferred}`,
    subtitle: `How much tighter than data without groups; ${counted(gap.rowsUsed, result)}, ${gap.references} references`,
    chart: lines({
      x: gap.gaps.map(({ k }) => k),
      series: [{ label: "Gap", values: gap.gaps.map((one) => one.gap), margin: gap.gaps.map(({ error }) => error) }],
      xAxis: "Segments",
      xFormat: "count",
      yAxis: "Gap",
      yFormat: "score",
      fromZero: false,
      marks: point < 0 ? [] : [{ series: 0, point, label: "preferred" }],
      description: "Gap statistic by number of segments.",
    }),
    table: {
      columns: [
        { label: "Segments", format: "count" },
        { label: "Gap", format: "score" },
        { label: "s", format: "score" },
        { label: "log of the spread within", format: "score" },
        { label: "The same in references", format: "score" },
      ],
      values: [
        Float64Array.from(gap.gaps, ({ k }) => k),
        Float64Array.from(gap.gaps, (one) => one.gap),
        Float64Array.from(gap.gaps, ({ error }) => error),
        Float64Array.from(gap.gaps, ({ logWithin }) => logWithin),
        Float64Array.from(gap.gaps, ({ expected }) => expected),
      ],
    },
    explain: {
      text: "The log of the spread within segments against its mean in references spread evenly over the range of each feature. Preferred is the smallest k whose gap is no less than the next one's minus its s (Tibshirani, Walther and Hastie 2001).",
      parameters: { references: gap.references, seed: result.plan.seed, rowsUsed: gap.rowsUsed },
    },
    span: 4,
  };
}

/** BIC of a mixture for each k. */
export function bicFigure(result: SegmentsResult, { bics, bicRows }: HowMany): Figure {
  const best = bics.reduce((least, one) => (one.bic < least.bic ? one : least));
  return {
    id: "segments-bic",
    section: HOW_MANY_SECTION,
    title: `BIC prefers a mixture of ${best.k}`,
    subtitle: `The lower, the better; ${counted(bicRows, result)}`,
    chart: lines({
      x: bics.map(({ k }) => k),
      series: [{ label: "BIC", values: bics.map(({ bic }) => bic) }],
      xAxis: "Components",
      xFormat: "count",
      yAxis: "BIC",
      yFormat: "number",
      fromZero: false,
      marks: [{ series: 0, point: bics.indexOf(best), label: "preferred" }],
      description: "BIC by number of mixture components.",
    }),
    table: {
      columns: [
        { label: "Components", format: "count" },
        { label: "BIC", format: "number" },
      ],
      values: [Float64Array.from(bics, ({ k }) => k), Float64Array.from(bics, ({ bic }) => bic)],
    },
    explain: {
      text: "Minus twice the log-likelihood of the mixture plus its number of parameters times the log of the rows (Schwarz 1978): what fits is weighed against what it costs to say.",
      parameters: { seed: result.plan.seed, rowsUsed: bicRows },
    },
    span: 4,
  };
}
