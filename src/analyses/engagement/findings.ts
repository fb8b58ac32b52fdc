import { format } from "../../charts/format";
import { METRICS } from "../../data/dataset";
import { explainClusters, explainScore } from "../../segmentation/explain-study";
import { studyFindings } from "../../segmentation/findings-study";
import type { Finding, KeyFigure } from "../analysis";
import type { EngagementResult } from "./result";

/** One sentence: how many customers are in the most engaged group, and what they carry. */
export function engagementAnswer({ study }: EngagementResult): string {
  const top = study.segment.k - 1;
  const size = study.table.sizes[top] ?? 0;
  if (top < 1) return `All ${format(size, "count")} customers form one segment, so nobody stands out.`;
  const carried = carriedShares({ study }, top);
  return `${format(size, "count")} customers (${format(size / study.segment.rowsUsed, "share")}) are in “${study.names[top] ?? ""}”${carried === "" ? "" : `; they carry ${carried}`}.`;
}

function carriedShares({ study }: Pick<EngagementResult, "study">, cluster: number): string {
  const parts = study.table.metrics.flatMap((metric, index) => {
    const share = (study.table.stats[cluster]?.[index]?.total ?? NaN) / (study.table.overall[index]?.total ?? NaN);
    return Number.isFinite(share) ? [`${format(share, "share")} of ${metric.label.toLowerCase()}`] : [];
  });
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** The numbers to read first. */
export function engagementCards({ study, apps, appsSql, tops }: EngagementResult): readonly KeyFigure[] {
  const clusters = explainClusters(study);
  const top = study.segment.k - 1;
  const size = study.table.sizes[top] ?? 0;
  const [first] = apps;
  const total = apps.reduce((sum, use) => sum + use.bytes, 0);
  const [heaviest] = tops.toReversed();
  return [
    {
      label: "Customers in segments",
      value: format(study.segment.rowsUsed, "count"),
      note: `${study.segment.k} segments`,
      explain: clusters,
    },
    {
      label: study.names[top] ?? "",
      value: format(size / study.segment.rowsUsed, "share"),
      note: `${format(size, "count")} customers`,
      explain: clusters,
    },
    {
      label: "Median engagement score",
      value: format(study.scores.median, "score"),
      note: `mean ${format(study.scores.mean, "score")}`,
      explain: explainScore(study),
    },
    ...(first === undefined
      ? []
      : [
          {
            label: "Most used application",
            value: first.app.label,
            note: `${format(first.bytes / total, "share")} of application traffic`,
            explain: { text: "The application with most traffic.", sql: appsSql },
          },
        ]),
    ...(heaviest?.list.values[0] === undefined
      ? []
      : [
          {
            label: `Most ${heaviest.metric.label.toLowerCase()} of one customer`,
            value: format(heaviest.list.values[0], heaviest.metric.unit),
            explain: { text: "The highest untreated value.", sql: heaviest.list.sql },
          },
        ]),
  ];
}

/** What the groups are, what is left out, and what to be careful with. */
export function engagementFindings(result: EngagementResult): readonly Finding[] {
  const explain = explainClusters(result.study);
  const absent =
    result.absent.length === 0
      ? []
      : [
          {
            text: `The data has no ${result.absent.map(labelOf).join(", ")}, so the segments do without it.`,
            level: "caution" as const,
            explain,
          },
        ];
  return [...studyFindings(result.study), ...absent];
}

function labelOf(column: string): string {
  return METRICS.find((metric) => metric.column === column)?.label ?? column;
}
