import type { Explain } from "../charts/figure";
import type { Treatment } from "../workers/contract";
import { spoken } from "./readings";
import type { Study } from "./study";

const MISSING_WORDS: Readonly<Record<Treatment["missing"], string>> = {
  mean: "filled with the mean",
  median: "filled with the median",
  mode: "filled with the most frequent value",
  zero: "filled with zero",
  drop: "customers with a missing value are left out",
};

const SCALING_WORDS: Readonly<Record<Treatment["scaling"], string>> = {
  zscore: "z-score (minus the mean, divided by the standard deviation)",
  minmax: "min-max (to 0 … 1)",
  robust: "robust (minus the median, divided by the interquartile range)",
  "log-zscore": "log(1 + value), then z-score",
  none: "not scaled",
};

/** The scaling, as a person would name it. */
export function scalingWords(treatment: Treatment): string {
  return SCALING_WORDS[treatment.scaling];
}

/** What happens to outliers, as a person would say it. */
export function outlierWords(treatment: Treatment): string {
  const { outliers } = treatment;
  switch (outliers.method) {
    case "winsorise":
      return `winsorised at the ${outliers.low} % and ${outliers.high} % percentiles`;
    case "keep":
      return "kept";
    case "mean":
      return "replaced by the mean";
    case "drop":
      return "customers with one are left out";
    case "fence":
      return "capped at 1.5 interquartile ranges beyond the quartiles";
  }
}

/** Everything that is needed to make these clusters again. */
export function studyParameters(study: Study): Readonly<Record<string, string | number>> {
  const { plan, segment, treatment } = study;
  return {
    algorithm: "k-means, k-means++ starts, refined over every customer",
    features: plan.features.map((metric) => metric.label).join(", "),
    k: segment.k,
    "missing values": MISSING_WORDS[treatment.missing],
    outliers: outlierWords(treatment),
    scaling: scalingWords(treatment),
    restarts: segment.restarts,
    seed: segment.seed,
    iterations: segment.iterations,
    inertia: segment.inertia,
    "customers in segments": segment.rowsUsed,
    "customers left out": segment.rowsDropped,
  };
}

/** How the clusters were made, with the query that fed them. */
export function explainClusters(study: Study): Explain {
  return {
    text:
      `Customers are put into segments by ${study.plan.features.map(spoken).join(", ")}: one point per customer, ` +
      `each metric treated and scaled by itself. Segments are ordered by the sum of their scaled centre (metrics for which less is better count negatively), ` +
      `so the first is always the ${study.plan.wording.ends[0]}. The figures shown per segment are of the untreated values.`,
    sql: study.table.sql,
    parameters: studyParameters(study),
  };
}

/** What the score is. */
export function explainScore(study: Study): Explain {
  return {
    text:
      `The ${study.plan.id} score of a customer is the Euclidean distance, in the scaled space, to the centre of “${study.names[0] ?? "the first segment"}”. ` +
      `A distance has no sign: a customer far below that centre scores as high as one far above it.`,
    sql: study.scores.sql,
    parameters: studyParameters(study),
  };
}
