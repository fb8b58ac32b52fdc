import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { histogram } from "../../charts/histogram";
import type { RfmCuts } from "../../data/table/rfm-scores";
import type { SegmentsResult } from "./result";
import type { RfmStudy } from "./rfm";
import { RFM_SECTION } from "./rfm-section";
import { RFM_MEASURES, rfmSources } from "./rfm-words";
import { counted, unitsOf } from "../units";

/** How recency, frequency and money are spread, each with its cut points. */
export const rfmHistogramFigures = (study: RfmStudy, unit: Pick<SegmentsResult, "unit">): readonly Figure[] =>
  RFM_MEASURES.map((measure) => histogramFigure(study, measure, unit));

function histogramFigure(
  study: RfmStudy,
  { measure, label, axis }: (typeof RFM_MEASURES)[number],
  unit: Pick<SegmentsResult, "unit">,
): Figure {
  const values = study.customers[measure];
  const cuts = study.cuts[measure];
  const whole = values.every(Number.isInteger);
  const { edges, counts } = spread(values, whole);
  const scored = countsByScore(study.scores[measure]);
  const points = cuts.map((cut) => format(cut, "number")).join(", ");
  const chart = histogram({
    edges,
    groups: [{ label: "", counts }],
    format: "number",
    axis,
    counted: unitsOf(unit),
    openEnded: true,
    whole,
    description: `Histogram of ${axis.toLowerCase()} of ${counted(values.length, unit)} with cut points at ${points}.`,
  });
  const inside = cuts.filter((cut) => cut > (edges[0] ?? 0) && cut < (edges.at(-1) ?? 0));
  return {
    id: `segments-rfm-${measure}`,
    section: RFM_SECTION,
    title: `${label} is cut at ${points}`,
    subtitle: `${axis} of ${counted(values.length, unit)} (${rfmSources(study)[measure]}); the last bar holds everything above it too`,
    chart: {
      ...chart,
      layout: { ...chart.layout, shapes: inside.map((cut) => cutLine(whole ? Math.ceil(cut) - 0.5 : cut)) },
    },
    table: {
      columns: [
        { label: "Score", format: "count" },
        { label: "From", format: "number" },
        { label: "To below", format: "number" },
        { label: "Size", format: "count" },
      ],
      values: scoreTable(measure, cuts, scored),
    },
    explain: {
      text: study.given.includes(measure)
        ? "These cut points are yours. A value at a cut point is above it."
        : "Cut points are the quantiles at 20, 40, 60 and 80 % (linear interpolation) plus one, as the R package rfm cuts; of fractions near each other, the quantiles themselves. A value at a cut point is above it. Where many share one value, cut points fall together and a score stays empty.",
      sql: study.sql,
      parameters: { "cut points": cuts.join(", "), "cut by": study.given.includes(measure) ? "you" : "fifths" },
    },
    span: 4,
    ...(scored.includes(0) ? { caution: emptyScores(scored) } : {}),
  };
}

const emptyScores = (scored: readonly number[]): string => {
  const empty = scored.flatMap((count, at) => (count === 0 ? [at + 1] : []));
  return `Nobody has a score of ${empty.join(" or ")}: cut points fall together because many share one value, or lie beyond all.`;
};

/** Left of the first value above the cut point: bars of whole numbers stand from half a number below. */
const cutLine = (x: number): Record<string, unknown> => ({
  type: "line",
  xref: "x",
  yref: "paper",
  ...{ x0: x, x1: x, y0: 0, y1: 1 },
  line: { color: "var(--accent)", width: 1.5, dash: "dash" },
});

function countsByScore(scores: Uint8Array): readonly number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const score of scores) counts[score - 1] = (counts[score - 1] ?? 0) + 1;
  return counts;
}

/** Scores from 1 up; those of recency run against its values. */
function scoreTable(measure: keyof RfmCuts, cuts: readonly number[], scored: readonly number[]): Float64Array[] {
  const rising = scored.map((_, at) => (measure === "recency" ? scored.length - 1 - at : at));
  return [
    Float64Array.from(scored, (_, at) => at + 1),
    Float64Array.from(rising, (place) => cuts[place - 1] ?? NaN),
    Float64Array.from(rising, (place) => cuts[place] ?? NaN),
    Float64Array.from(scored),
  ];
}

/** About this many bars. */
const BARS = 24;

/** The last bar is open: a few customers have far more than the rest. */
const DRAWN = 0.98;

/** Bars of a round width from the least value to where most values end. */
function spread(values: Float64Array, whole: boolean): { readonly edges: number[]; readonly counts: Float64Array } {
  const sorted = values.toSorted();
  const low = sorted[0] ?? 0;
  const high = sorted[Math.floor(DRAWN * (sorted.length - 1))] ?? low;
  const rough = (high - low) / BARS || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = power * ([1, 2, 5].find((step) => step * power >= rough) ?? 10);
  const width = whole ? Math.max(1, Math.round(round)) : round;
  const start = Math.floor(low / width) * width;
  const bars = Math.max(1, Math.floor((high - start) / width) + 1);
  const counts = new Float64Array(bars);
  for (const value of values) {
    const bar = Math.min(bars - 1, Math.floor((value - start) / width));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return { edges: Array.from({ length: bars + 1 }, (_, bar) => start + bar * width), counts };
}
