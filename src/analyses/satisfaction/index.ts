import type { Dataset } from "../../data/dataset";
import { numbers } from "../../data/engine";
import { UserError } from "../../data/user-error";
import { clusterNames, SATISFACTION_WORDING } from "../../segmentation/cluster-names";
import { availableMetrics } from "../../segmentation/features";
import { ranking } from "../../segmentation/ranking";
import { scoreDistribution } from "../../segmentation/score-distribution";
import { segmentSummary } from "../../segmentation/segment-summary";
import type { Values } from "../../view/settings";
import type { RegressionOutput, SegmentOutput, Treatment } from "../../workers/contract";
import type { Analysis, Context } from "../analysis";
import { satisfactionFigures } from "./figures";
import { satisfactionAnswer, satisfactionCards, satisfactionFindings } from "./findings";
import { readParts } from "./parts";
import { topQuery } from "./queries";
import type { SatisfactionResult, TopList } from "./result";
import { readScores, type Scores } from "./scores";
import { SATISFACTION_SETTINGS } from "./settings";
import { agree, judge } from "./trust";

type Chosen = Values<typeof SATISFACTION_SETTINGS>;

const ENGAGEMENT_KPIS = ["sessions", "duration_s", "traffic_bytes"];
const EXPERIENCE_KPIS = ["tcp_retrans_bytes", "rtt_ms", "throughput_kbps"];

/** Scores are compared as they are: treating or scaling them again would change what they mean. */
const UNTREATED: Treatment = { missing: "drop", outliers: { method: "keep" }, scaling: "none" };

/** Joins the two scores by customer, averages them, groups customers by them and asks whether the score can be trusted. */
export const satisfaction: Analysis<typeof SATISFACTION_SETTINGS, SatisfactionResult> = {
  id: "satisfaction",
  title: "Satisfaction",
  question: "Who is satisfied, and can the score be trusted?",
  settings: SATISFACTION_SETTINGS,
  missing,
  run,
  answer: satisfactionAnswer,
  cards: satisfactionCards,
  figures: satisfactionFigures,
  findings: satisfactionFindings,
};

function missing(dataset: Dataset): string | null {
  const lacks = [
    ...(availableMetrics(dataset.metrics, [...ENGAGEMENT_KPIS, "download_bytes", "upload_bytes"]).length > 0
      ? []
      : ["engagement (sessions, duration or traffic)"]),
    ...(availableMetrics(dataset.metrics, EXPERIENCE_KPIS).length > 0
      ? []
      : ["experience (round-trip time, throughput or TCP retransmission)"]),
  ];
  if (lacks.length === 0) return null;
  return `Satisfaction is the mean of an engagement and an experience score, and no column says anything about ${lacks.join(" or ")}. Choose one on the data page.`;
}

async function run(context: Context, values: Chosen): Promise<SatisfactionResult> {
  const { metrics } = context.dataset;
  const asked = {
    engagement: availableMetrics(metrics, ENGAGEMENT_KPIS),
    experience: availableMetrics(metrics, EXPERIENCE_KPIS),
  };
  const kpis = [...asked.engagement, ...asked.experience];
  context.onProgress(0, "Joining the two scores by customer");
  const scores = await readScores(context, asked);
  const scored = scores.satisfaction.reduce((count, value) => (Number.isFinite(value) ? count + 1 : count), 0);
  if (scored === 0) {
    throw new UserError(
      "No customer has both an engagement and an experience score.",
      "Choose another treatment of missing values and outliers, or take away a filter.",
    );
  }
  context.onProgress(0.1, "Finding segments");
  const [output, regression, agreement] = await Promise.all([
    segment(context, scores, values),
    explained(context, scores, values),
    agree(context, scores, values.seed),
  ]);
  await context.derive("satisfaction", scores.customerNo, {
    satisfaction_score: scores.satisfaction,
    satisfaction_cluster: output.labels,
    satisfaction_signed: scores.signed,
  });
  context.onProgress(0.7, "Judging the score");
  const parts = await readParts(context, output.k);
  return {
    customers: scores.customerNo.length,
    scored,
    on: values.on === "both" ? "both" : "satisfaction",
    segment: segmentSummary(output),
    names: clusterNames(output.k, SATISFACTION_WORDING),
    groups: parts.groups,
    groupsSql: parts.sql,
    scores: await scoreDistribution(
      context,
      { table: "derived_satisfaction", score: "satisfaction_score", cluster: "satisfaction_cluster" },
      output.k,
    ),
    top: await topList(context, "satisfaction_score", values.top),
    signedTop: scores.signed.some(Number.isFinite) ? await topList(context, "satisfaction_signed", values.top) : null,
    kpis,
    ...regression,
    trust: judge(parts, agreement),
    scoresSql: scores.sql,
  };
}

function segment(context: Context, scores: Scores, values: Chosen): Promise<SegmentOutput> {
  // A customer without one of the scores has no satisfaction and belongs to no group, whatever the grouping is on.
  const columns = values.on === "both" ? [scores.engagement, scores.experience] : [scores.satisfaction];
  return context.compute(
    "segment",
    {
      features: { columns },
      polarity: columns.map(() => 1 as const),
      treatment: UNTREATED,
      k: values.k,
      seed: values.seed,
      restarts: values.restarts,
    },
    { signal: context.signal },
  );
}

async function explained(
  context: Context,
  scores: Scores,
  values: Chosen,
): Promise<{ regression: RegressionOutput | null; regressionProblem: string | null }> {
  try {
    const input = {
      features: { columns: scores.kpis },
      target: scores.satisfaction,
      folds: values.folds,
      seed: values.seed,
    };
    return {
      regression: await context.compute("regression", input, { signal: context.signal }),
      regressionProblem: null,
    };
  } catch (error) {
    // Too few customers for a regression: the rest of the page stands without it.
    if (error instanceof UserError) return { regression: null, regressionProblem: error.message };
    throw error;
  }
}

async function topList(
  context: Context,
  column: "satisfaction_score" | "satisfaction_signed",
  places: number,
): Promise<TopList> {
  const statement = topQuery(column, places);
  const answer = await context.query(statement);
  return {
    list: ranking(answer, places, statement),
    engagement: [...numbers(answer, "engagement_score")],
    experience: [...numbers(answer, "experience_score")],
    satisfaction: [...numbers(answer, "satisfaction_score")],
    engagementCluster: [...numbers(answer, "engagement_cluster")],
    experienceCluster: [...numbers(answer, "experience_cluster")],
  };
}
