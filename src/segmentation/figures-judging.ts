import { ordered } from "../charts/colours";
import { elbow } from "../charts/elbow";
import type { Figure } from "../charts/figure";
import { format } from "../charts/format";
import { histogram } from "../charts/histogram";
import { explainClusters, explainScore, scalingWords, studyParameters } from "./explain-study";
import type { Study } from "./study";
import { ELBOW_RESTARTS } from "./study";

/** Inertia and silhouette for k = 1 … 10, with the disagreement said. */
export function elbowFigure(study: Study): Figure {
  const { elbow: curve, advice } = study;
  const sampled = curve.silhouetteRows < curve.rowsUsed;
  return {
    id: `${study.plan.id}-elbow`,
    title: advice.headline,
    subtitle:
      (curve.rowsUsed < curve.rows
        ? `A random ${format(curve.rowsUsed, "count")} of ${format(curve.rows, "count")} customers`
        : `${format(curve.rowsUsed, "count")} customers`) +
      (sampled ? `; silhouette of a random ${format(curve.silhouetteRows, "count")} of them, with 95 % intervals` : ""),
    chart: elbow({ ...curve, chosen: study.segment.k, description: advice.text }),
    table: {
      columns: [
        { label: "Segments (k)", format: "count" },
        { label: "Inertia", format: "number" },
        { label: "Silhouette", format: "score" },
        { label: "Silhouette, ± 95 %", format: "score" },
      ],
      values: [curve.k, curve.inertia, curve.silhouette, curve.silhouetteMargin].map((values) =>
        Float64Array.from(values),
      ),
    },
    explain: {
      text:
        `Inertia is the sum of squared distances to the nearest centre; it always falls as k grows. The knee is the k farthest below the straight line between both ends of the curve. ` +
        `The silhouette compares each customer's distance to the own segment with that to the next one; higher is better. Best of ${Math.min(ELBOW_RESTARTS, study.plan.restarts)} starts for each k.`,
      sql: study.featuresSql,
      parameters: studyParameters(study),
    },
    span: 6,
    ...(advice.settled ? {} : { caution: advice.text }),
  };
}

/** How the score spreads, by segment. */
export function scoresFigure(study: Study): Figure {
  const { scores, names } = study;
  const what = study.plan.id;
  return {
    id: `${what}-scores`,
    title: `The middle half of the customers have an ${what} score between ${format(scores.q25, "score")} and ${format(scores.q75, "score")}`,
    subtitle: `${format(scores.n, "count")} customers by segment; ${format(scores.above, "count")} above ${format(scores.edges.at(-1), "score")} are counted in the last bar`,
    chart: histogram({
      edges: scores.edges,
      groups: scores.counts.map((counts, cluster) => ({
        label: names[cluster] ?? "",
        counts,
        colour: ordered(cluster, names.length),
      })),
      format: "score",
      axis: `${what.charAt(0).toUpperCase()}${what.slice(1)} score (scaled distance)`,
      counted: "customers",
      median: scores.median,
      openEnded: true,
      description: `Histogram of ${what} scores: median ${format(scores.median, "score")}, 90 % below ${format(scores.q90, "score")}, highest ${format(scores.max, "score")}.`,
    }),
    table: {
      columns: [
        { label: "From", format: "score" },
        { label: "To", format: "score" },
        ...names.map((label) => ({ label, format: "count" as const })),
      ],
      values: [
        Float64Array.from(scores.edges.slice(0, -1)),
        Float64Array.from(scores.edges.slice(1)),
        ...scores.counts.map((counts) => Float64Array.from(counts)),
      ],
    },
    explain: explainScore(study),
    span: 6,
  };
}

/** The metrics as the clustering saw them: filled, capped and scaled. */
export function normalisedFigure(study: Study): Figure {
  const list = study.normalised;
  const of = (pick: (metric: (typeof list)[number]) => number | null): Float64Array =>
    Float64Array.from(list, (metric) => pick(metric) ?? NaN);
  const treated = list.reduce((total, { prepared }) => total + prepared.below + prepared.above + prepared.missing, 0);
  return {
    id: `${study.plan.id}-normalised`,
    title:
      treated === 0
        ? "Every value entered the segmentation as it was, only scaled"
        : `${format(treated, "count")} values were filled or capped before the segmentation`,
    subtitle: `${format(study.segment.rowsUsed, "count")} customers; scaling: ${scalingWords(study.treatment)}`,
    table: {
      columns: [
        { label: "Metric", format: "text" },
        { label: "Missing", format: "count" },
        { label: "Below the lower bound", format: "count" },
        { label: "Above the upper bound", format: "count" },
        { label: "Centre", format: "number" },
        { label: "Scale", format: "number" },
        { label: "Scaled minimum", format: "score" },
        { label: "Scaled mean", format: "score" },
        { label: "Scaled maximum", format: "score" },
      ],
      values: [
        list.map(({ metric }) => metric.label),
        of(({ prepared }) => prepared.missing),
        of(({ prepared }) => prepared.below),
        of(({ prepared }) => prepared.above),
        of(({ prepared }) => prepared.centre),
        of(({ prepared }) => prepared.scale),
        of(({ min }) => min),
        of(({ mean }) => mean),
        of(({ max }) => max),
      ],
    },
    explain: {
      ...explainClusters(study),
      text: "Each metric is treated and scaled by itself over all customers: scaled = (value − centre) / scale. Ranking and the figures per segment use the untreated values.",
      sql: study.featuresSql,
    },
    span: 12,
  };
}
