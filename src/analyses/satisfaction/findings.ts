import { format } from "../../charts/format";
import type { Finding, KeyFigure } from "../analysis";
import { checks } from "./checks";
import { explainGroups, explainSatisfaction } from "./explain";
import type { SatisfactionResult } from "./result";

/** One sentence: how many are in the most satisfied group, and how many checks the score passes. */
export function satisfactionAnswer(result: SatisfactionResult): string {
  const { groups, names, scored } = result;
  const list = checks(result);
  const passed = list.filter((check) => check.passed).length;
  const trust =
    passed === list.length
      ? `the score passes all ${list.length} checks`
      : `the score passes only ${passed} of ${list.length} checks, so it needs care`;
  const top = groups.at(-1);
  if (groups.length < 2 || top === undefined)
    return `All ${format(scored, "count")} scored customers form one segment; ${trust}.`;
  return `${format(top.customers, "count")} of ${format(scored, "count")} customers (${format(top.customers / scored, "share")}) are in “${names.at(-1) ?? ""}”; ${trust}.`;
}

/** The numbers to read first. */
export function satisfactionCards(result: SatisfactionResult): readonly KeyFigure[] {
  const { scores, groups, names, regression, trust } = result;
  const list = checks(result);
  const explain = explainSatisfaction(result);
  const top = groups.at(-1);
  return [
    {
      label: "Customers scored",
      value: format(result.scored, "count"),
      note: `of ${format(result.customers, "count")}`,
      explain,
    },
    {
      label: "Mean satisfaction",
      value: format(scores.mean, "score"),
      note: `median ${format(scores.median, "score")}`,
      explain: { ...explain, sql: scores.sql },
    },
    ...(top === undefined
      ? []
      : [
          {
            label: names.at(-1) ?? "",
            value: format(top.customers / result.segment.rowsUsed, "share"),
            note: `${format(top.customers, "count")} customers`,
            explain: explainGroups(result),
          },
        ]),
    {
      label: "Checks passed",
      value: `${list.filter((check) => check.passed).length} of ${list.length}`,
      note: "can the score be trusted?",
      explain: { text: list.map((check) => `${check.question} ${check.text}`).join(" ") },
    },
    {
      label: "Agreement with signed score",
      value: format(trust.signedAgreement, "score"),
      note: "rank correlation",
      explain: { text: "Spearman's rank correlation of satisfaction with the mean of the two signed scores." },
    },
    ...(regression === null
      ? []
      : [
          {
            label: "Explained by raw metrics",
            value: format(regression.crossValidatedR2, "share"),
            note: `cross-validated, ${regression.foldR2.length} folds`,
            explain: {
              text: "Share of the variance of satisfaction that a linear regression on the raw metrics explains for customers it has not seen.",
            },
          },
        ]),
  ];
}

/** What satisfaction is, whether to believe it, and why some ways of predicting it are empty. */
export function satisfactionFindings(result: SatisfactionResult): readonly Finding[] {
  const explain = explainSatisfaction(result);
  const unscored = result.customers - result.scored;
  return [
    ...groupSentences(result),
    ...checks(result).map((check) => ({
      text: `${check.question} ${check.text}`,
      level: check.passed ? ("info" as const) : ("caution" as const),
      explain: check.explain,
    })),
    {
      text:
        "Predicting satisfaction from the engagement and experience scores would be empty: satisfaction is their mean by definition, so any linear regression finds the weights ½ and ½ and R² = 1 whatever the customers are like. " +
        regressionSentence(result),
      level: "info",
      explain,
    },
    ...(unscored === 0
      ? []
      : [
          {
            text: `${format(unscored, "count")} of ${format(result.customers, "count")} customers lack one of the two scores and have no satisfaction; none of them is counted as zero.`,
            level: "caution" as const,
            explain,
          },
        ]),
    ...result.segment.notes.map((text) => ({ text, level: "caution" as const, explain: explainGroups(result) })),
  ];
}

function regressionSentence({ regression, regressionProblem }: SatisfactionResult): string {
  if (regression === null)
    return `It could not be explained from the raw metrics either: ${regressionProblem ?? "too few customers have all metrics."}`;
  return `So it is explained here from the raw metrics, where R² is ${format(regression.crossValidatedR2, "score")} on customers left out of the fit; the score is still computed from these metrics and is not a survey.`;
}

function groupSentences(result: SatisfactionResult): readonly Finding[] {
  const clustered = result.segment.rowsUsed;
  return result.groups.map((group, index) => ({
    text: `${result.names[index] ?? ""}: ${format(group.customers, "count")} customers (${format(group.customers / clustered, "share")}) with a mean satisfaction of ${format(group.satisfaction, "score")} (engagement ${format(group.engagement, "score")}, experience ${format(group.experience, "score")}).`,
    level: "info" as const,
    explain: explainGroups(result),
  }));
}
