import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { checks } from "./checks";
import type { SatisfactionResult } from "./result";

/** The validity card: what was asked of the score, and what came out. */
export function trustFigure(result: SatisfactionResult): Figure {
  const { trust } = result;
  const list = checks(result);
  const failed = list.filter((check) => !check.passed);
  const reversed = [trust.validity.engagementReversed, trust.validity.experienceReversed, trust.signedReversed];
  return {
    id: "satisfaction-trust",
    title:
      failed.length === 0
        ? `The score passes all ${list.length} checks`
        : `The score fails ${failed.length} of ${list.length} checks, so read it with care`,
    subtitle: `Share of ${format(trust.validity.pairs, "count")} random pairs in which the better customer has the lower score`,
    chart: bars({
      labels: ["Engagement score", "Experience score", "Satisfaction, signed or not"],
      values: reversed,
      format: "share",
      axis: "Pairs in the wrong order",
      description: `Pairs in the wrong order: engagement ${format(reversed[0], "share")}, experience ${format(reversed[1], "share")}, satisfaction against its signed alternative ${format(reversed[2], "share")}.`,
    }),
    table: {
      columns: [
        { label: "Question", format: "text" },
        { label: "Passed", format: "text" },
        { label: "Answer", format: "text" },
      ],
      values: [
        list.map((check) => check.question),
        list.map((check) => (check.passed ? "yes" : "no")),
        list.map((check) => check.text),
      ],
    },
    explain: {
      text:
        "A customer is better when the sum of the own scaled metrics is higher (metrics for which less is better count negatively). A score should put better customers higher. " +
        "A check passes with a rank correlation of at least 0.9, spreads within a factor of 2 and means within a factor of 5, and anchor segments of at least 1 % and 30 customers.",
      sql: trust.sql,
      parameters: {
        "rank correlation, engagement": trust.validity.engagementMonotone,
        "rank correlation, experience": trust.validity.experienceMonotone,
        "rank correlation, signed satisfaction": trust.signedAgreement,
        "variance from engagement": trust.engagementShare,
        "variance from experience": trust.experienceShare,
        "random pairs": trust.validity.pairs,
      },
    },
    span: 6,
    ...(failed.length > 0 ? { caution: `Not passed: ${failed.map((check) => check.question).join(" ")}` } : {}),
  };
}
