import type { Explain } from "../../charts/figure";
import { format } from "../../charts/format";
import type { SatisfactionResult } from "./result";
import type { Anchor } from "./trust";

/** One question put to the score, answered with its numbers. */
export interface Check {
  readonly question: string;
  readonly passed: boolean;
  readonly text: string;
  readonly explain: Explain;
}

/** From here on a rank correlation is called monotone. */
const MONOTONE = 0.9;
/** Spreads more than twofold apart, or means more than fivefold, are not one scale. */
const SPREADS = 2;
const LEVELS = 5;
/** Standard deviation over mean under which a score hardly tells customers apart. */
const FLAT = 0.1;

/** Does a better customer always score higher, are the scores on one scale, do tiny groups drive them? */
export function checks(result: SatisfactionResult): readonly Check[] {
  return [monotone(result, "engagement"), monotone(result, "experience"), balanced(result), tiny(result)];
}

function monotone({ trust }: SatisfactionResult, study: "engagement" | "experience"): Check {
  const { validity } = trust;
  const rank = study === "engagement" ? validity.engagementMonotone : validity.experienceMonotone;
  const reversed = study === "engagement" ? validity.engagementReversed : validity.experienceReversed;
  return {
    question: `Does a customer with better ${study} always score higher?`,
    passed: rank >= MONOTONE,
    text: Number.isNaN(rank)
      ? `It cannot be told: all ${study} scores are equal, or there are too few.`
      : `${rank >= MONOTONE ? "Nearly" : "No"}: in ${format(reversed, "share")} of random pairs the customer who is better by the ${study} metrics has the lower ${study} score ` +
        `(rank correlation ${format(rank, "score")}). A distance has no sign, so customers below the centre of the lowest segment score high too.`,
    explain: {
      text: `Spearman's rank correlation of the ${study} score with the sum of the scaled metrics (those for which less is better counted negatively), and the share of random pairs in the wrong order.`,
      parameters: { "random pairs": validity.pairs },
    },
  };
}

function balanced({ trust }: SatisfactionResult): Check {
  const { validity } = trust;
  const wider = trust.engagementShare >= trust.experienceShare ? "engagement" : "experience";
  const passed =
    apart(validity.engagementSpread, validity.experienceSpread) <= SPREADS &&
    apart(validity.engagementMean, validity.experienceMean) <= LEVELS;
  return {
    question: "Are the two scores on one scale?",
    passed,
    text:
      `${passed ? "Roughly" : "No"}: engagement scores spread by ${format(validity.engagementSpread, "score")} around ${format(validity.engagementMean, "score")}, ` +
      `experience scores by ${format(validity.experienceSpread, "score")} around ${format(validity.experienceMean, "score")}. ` +
      (Number.isNaN(trust.engagementShare)
        ? ""
        : `${format(Math.max(trust.engagementShare, trust.experienceShare), "share")} of the differences in satisfaction come from ${wider}.`),
    explain: {
      text: "Standard deviation and mean of each score; the share is half the covariance of the score with satisfaction over the variance of satisfaction.",
      sql: trust.sql,
    },
  };
}

/** How many times one is as large as the other, whichever is larger; NaN where both are zero. */
function apart(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}

function tiny({ trust, top }: SatisfactionResult): Check {
  const inTiny = top.list.customers.filter(
    (_, index) =>
      trust.engagement.tiny.includes(top.engagementCluster[index] ?? -1) ||
      trust.experience.tiny.includes(top.experienceCluster[index] ?? -1),
  ).length;
  const anchors = [
    anchorSentence(trust.engagement, "engagement", trust.validity.engagementSpread / trust.validity.engagementMean),
    anchorSentence(trust.experience, "experience", trust.validity.experienceSpread / trust.validity.experienceMean),
  ].flat();
  const passed = anchors.length === 0;
  const change =
    trust.customersInTiny === 0
      ? ""
      : ` Segments under 1 % or under 30 customers hold ${format(trust.customersInTiny, "count")} customers and ${inTiny} of the ${top.list.customers.length} most satisfied; without them mean satisfaction would be ${format(Math.abs(trust.meanWithoutTiny - trust.meanOfEverybody), "score")} ${trust.meanWithoutTiny < trust.meanOfEverybody ? "lower" : "higher"}.`;
  return {
    question: "Do tiny segments drive the scores?",
    passed,
    text:
      (passed
        ? `No: the scores are measured from segments of ${format(trust.engagement.customers, "count")} and ${format(trust.experience.customers, "count")} customers.`
        : `Yes: ${anchors.join(" ")}`) + change,
    explain: {
      text: "A segment is tiny under 1 % of the scored customers or under 30 of them.",
      sql: trust.sql,
    },
  };
}

function anchorSentence(anchor: Anchor, study: string, variation: number): readonly string[] {
  if (!anchor.isTiny) return [];
  const flat =
    variation < FLAT
      ? ` It is nearly the same for everybody (its standard deviation is ${format(variation, "share")} of its mean), so it hardly tells customers apart.`
      : "";
  return [
    `the ${study} score is the distance to “${anchor.name}”, which has only ${format(anchor.customers, "count")} customers: outliers decide it.${flat}`,
  ];
}
