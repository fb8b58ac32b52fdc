import { format } from "../../charts/format";
import { METRICS } from "../../data/dataset";
import { comparison, meanFormat, spoken } from "../../segmentation/readings";
import { explainClusters, explainScore } from "../../segmentation/explain-study";
import { studyFindings } from "../../segmentation/findings-study";
import type { Finding, KeyFigure } from "../analysis";
import { filledSentence, isSuspicious } from "./figures-values";
import type { ExperienceResult } from "./result";

/** One sentence: how many customers are in the worst group, and by what it is the worst. */
export function experienceAnswer({ study }: ExperienceResult): string {
  const size = study.table.sizes[0] ?? 0;
  if (study.segment.k < 2)
    return `All ${format(size, "count")} customers form one segment, so no experience stands out.`;
  const harms = study.plan.features.map((metric, index) => ({
    metric,
    index,
    harm: -metric.polarity * (study.segment.centroids[0]?.[index] ?? NaN),
  }));
  const [worst] = harms.filter(({ harm }) => Number.isFinite(harm)).toSorted((a, b) => b.harm - a.harm);
  const own = study.table.stats[0]?.[worst?.index ?? 0]?.mean ?? NaN;
  const against = comparison(own, study.table.overall[worst?.index ?? 0]?.mean ?? NaN);
  const why =
    worst === undefined
      ? ""
      : `: ${spoken(worst.metric)} ${format(own, meanFormat(worst.metric.unit))} on average${against === "" ? "" : `, ${against}`}`;
  return `${format(size, "count")} customers (${format(size / study.segment.rowsUsed, "share")}) are in “${study.names[0] ?? ""}”${why}.`;
}

/** The numbers to read first. */
export function experienceCards({ study, extremes }: ExperienceResult): readonly KeyFigure[] {
  const clusters = explainClusters(study);
  const size = study.table.sizes[0] ?? 0;
  const means = extremes.flatMap(({ metric, known }) => {
    const index = study.table.metrics.indexOf(metric);
    const overall = study.table.overall[index];
    return overall === undefined
      ? []
      : [
          {
            label: `Mean ${spoken(metric)}`,
            value: format(overall.mean, meanFormat(metric.unit)),
            note: `${format(known, "count")} customers with a value`,
            explain: { text: "Mean over customers of each customer's own mean, untreated.", sql: study.table.sql },
          },
        ];
  });
  return [
    {
      label: "Customers in segments",
      value: format(study.segment.rowsUsed, "count"),
      note: `${study.segment.k} segments`,
      explain: clusters,
    },
    {
      label: study.names[0] ?? "",
      value: format(size / study.segment.rowsUsed, "share"),
      note: `${format(size, "count")} customers`,
      explain: clusters,
    },
    ...means,
    {
      label: "Median experience score",
      value: format(study.scores.median, "score"),
      note: `mean ${format(study.scores.mean, "score")}`,
      explain: explainScore(study),
    },
  ];
}

/** What the groups are, what is left out, and what to be careful with. */
export function experienceFindings(result: ExperienceResult): readonly Finding[] {
  const explain = explainClusters(result.study);
  const labels = result.absent.map((column) => METRICS.find((metric) => metric.column === column)?.label ?? column);
  const absent = labels.map((label) => ({
    text: `The data has no ${label}, so it plays no part in the experience.`,
    level: "caution" as const,
    explain,
  }));
  const filled = result.extremes
    .filter((list) => isSuspicious((list.frequent.customers[0] ?? NaN) / list.known, list.frequent.values[0]))
    .map((list) => ({
      text: filledSentence(list),
      level: "caution" as const,
      explain: { text: "The most frequent value and how many customers have it.", sql: list.sql },
    }));
  return [...studyFindings(result.study), ...absent, ...filled];
}
