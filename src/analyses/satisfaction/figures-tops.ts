import { bars } from "../../charts/bars";
import type { DataTable, Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { tieNote } from "../../segmentation/ranking";
import { explainSatisfaction } from "./explain";
import type { SatisfactionResult, TopList } from "./result";

/** The most satisfied customers, with what their satisfaction is made of. */
export function topFigure(result: SatisfactionResult): Figure {
  const { top } = result;
  const engaged = top.engagement.filter((score, index) => score > (top.experience[index] ?? Infinity)).length;
  const caution = tieNote(top.list);
  return {
    id: "satisfaction-top",
    title: `Engagement outweighs experience for ${engaged === 0 ? "none" : engaged} of the ${top.list.customers.length} most satisfied customers`,
    subtitle: `Top ${top.list.places} of ${format(result.scored, "count")} scored customers by satisfaction`,
    chart: topChart(top, "Satisfaction"),
    table: topTable(top, "Satisfaction"),
    explain: { ...explainSatisfaction(result), sql: top.list.sql },
    span: 6,
    ...(caution === undefined ? {} : { caution }),
  };
}

/** The most satisfied by the signed alternative; nothing when a study has a single group, so there is no direction. */
export function signedFigure(result: SatisfactionResult): readonly Figure[] {
  const { signedTop, top, trust } = result;
  if (signedTop === null) return [];
  const both = signedTop.list.customers.filter((customer) => top.list.customers.includes(customer)).length;
  const caution = tieNote(signedTop.list);
  return [
    {
      id: "satisfaction-signed",
      title: `With signed scores ${both === 0 ? "none" : both} of the ${signedTop.list.customers.length} most satisfied customers stay in the list (rank agreement ${format(trust.signedAgreement, "score")})`,
      subtitle: `Top ${signedTop.list.places} customers by the mean of the two signed scores; ${format(trust.signedReversed, "share")} of random pairs change their order`,
      chart: topChart(signedTop, "Signed satisfaction"),
      table: topTable(signedTop, "Signed satisfaction"),
      explain: {
        text:
          "A signed score is the position on the line from the centre of the lowest segment to that of the highest: below the lowest centre it is negative, so more is always better. " +
          "Rank agreement is Spearman's correlation of satisfaction with its signed alternative over all scored customers.",
        sql: signedTop.list.sql,
        parameters: { "rank agreement": trust.signedAgreement, "random pairs": trust.validity.pairs },
      },
      span: 6,
      ...(caution === undefined ? {} : { caution }),
    },
  ];
}

function topChart(top: TopList, label: string): Figure["chart"] & object {
  return bars({
    labels: top.list.customers,
    values: top.list.values,
    format: "score",
    axis: label,
    hover: top.list.customers.map(
      (customer, index) =>
        `${top.list.ranks[index] ?? ""}. ${customer}: ${format(top.list.values[index], "score")} (engagement ${format(top.engagement[index], "score")}, experience ${format(top.experience[index], "score")})`,
    ),
    description: `${label} of the first ${top.list.customers.length} customers, from ${format(top.list.values[0], "score")} down to ${format(top.list.values.at(-1), "score")}.`,
  });
}

function topTable(top: TopList, label: string): DataTable {
  return {
    columns: [
      { label: "Place", format: "count" },
      { label: "Customer", format: "text" },
      { label, format: "score" },
      { label: "Engagement score", format: "score" },
      { label: "Experience score", format: "score" },
    ],
    values: [
      Float64Array.from(top.list.ranks),
      top.list.customers,
      Float64Array.from(top.list.values),
      Float64Array.from(top.engagement),
      Float64Array.from(top.experience),
    ],
  };
}
