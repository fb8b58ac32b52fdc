import { ordered } from "../../charts/colours";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { groupedBars } from "../../charts/grouped-bars";
import { histogram } from "../../charts/histogram";
import { explainGroups, explainSatisfaction } from "./explain";
import { regressionFigure } from "./figures-regression";
import { signedFigure, topFigure } from "./figures-tops";
import { trustFigure } from "./figures-trust";
import type { SatisfactionResult } from "./result";

/** From who is satisfied, to whether to believe it, to what goes with it. */
export function satisfactionFigures(result: SatisfactionResult): readonly Figure[] {
  return [
    topFigure(result),
    ...signedFigure(result),
    groupsFigure(result),
    distributionFigure(result),
    trustFigure(result),
    ...regressionFigure(result),
  ];
}

function groupsFigure(result: SatisfactionResult): Figure {
  const { groups, names } = result;
  const column = (pick: (group: (typeof groups)[number]) => number): Float64Array => Float64Array.from(groups, pick);
  const [low, high] = [groups[0], groups.at(-1)];
  return {
    id: "satisfaction-groups",
    title:
      groups.length < 2
        ? `All customers form one segment with mean satisfaction ${format(low?.satisfaction, "score")}`
        : `Mean satisfaction runs from ${format(low?.satisfaction, "score")} to ${format(high?.satisfaction, "score")}, mean experience from ${format(low?.experience, "score")} to ${format(high?.experience, "score")}`,
    subtitle: groups
      .map((group, index) => `${names[index] ?? ""}: ${format(group.customers, "count")} customers`)
      .join("; "),
    chart: groupedBars({
      labels: ["Satisfaction", "Experience score", "Engagement score"],
      series: groups.map((group, index) => ({
        label: names[index] ?? "",
        values: [group.satisfaction, group.experience, group.engagement],
        colour: ordered(index, groups.length),
      })),
      mode: "group",
      format: "score",
      axis: "Mean score",
      description: groups
        .map((group, index) => `${names[index] ?? ""}: mean satisfaction ${format(group.satisfaction, "score")}`)
        .join("; "),
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "Customers", format: "count" },
        { label: "Share", format: "share" },
        { label: "Mean satisfaction", format: "score" },
        { label: "Mean experience score", format: "score" },
        { label: "Mean engagement score", format: "score" },
        { label: "Lowest satisfaction", format: "score" },
        { label: "Highest satisfaction", format: "score" },
      ],
      values: [
        names,
        column((group) => group.customers),
        column((group) => group.customers / result.segment.rowsUsed),
        column((group) => group.satisfaction),
        column((group) => group.experience),
        column((group) => group.engagement),
        column((group) => group.lowest),
        column((group) => group.highest),
      ],
    },
    explain: explainGroups(result),
    span: 6,
  };
}

function distributionFigure(result: SatisfactionResult): Figure {
  const { scores, names } = result;
  return {
    id: "satisfaction-scores",
    title: `The middle half of the customers have a satisfaction between ${format(scores.q25, "score")} and ${format(scores.q75, "score")}`,
    subtitle: `${format(scores.n, "count")} customers by segment; ${format(scores.above, "count")} above ${format(scores.edges.at(-1), "score")} are counted in the last bar`,
    chart: histogram({
      edges: scores.edges,
      groups: scores.counts.map((counts, index) => ({
        label: names[index] ?? "",
        counts,
        colour: ordered(index, names.length),
      })),
      format: "score",
      axis: "Satisfaction (mean of two scaled distances)",
      counted: "customers",
      median: scores.median,
      openEnded: true,
      description: `Histogram of satisfaction: median ${format(scores.median, "score")}, 90 % below ${format(scores.q90, "score")}, highest ${format(scores.max, "score")}.`,
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
    explain: { ...explainSatisfaction(result), sql: scores.sql },
    span: 6,
  };
}
