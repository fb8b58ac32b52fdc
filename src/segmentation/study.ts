import type { Metric } from "../data/dataset";
import { readable } from "../data/sql";
import type { ElbowInput, ElbowOutput, Features, SegmentInput, SegmentOutput, Treatment } from "../workers/contract";
import { clusterCautions } from "./cautions";
import { clusterNames, type Wording } from "./cluster-names";
import { clusterTable, type ClusterTable } from "./cluster-table";
import type { Desk } from "./desk";
import { readFeatures } from "./features";
import { kAdvice, type KAdvice } from "./k-advice";
import { normalisedMetrics, type NormalisedMetric } from "./normalised-metrics";
import { clusterQuery } from "./queries";
import { clusterReadings } from "./readings";
import { scoreDistribution, type ScoreDistribution } from "./score-distribution";
import { segmentSummary, type SegmentSummary } from "./segment-summary";

/** What to cluster, how, and what to call it. */
export interface StudyPlan {
  /** Prefix of the derived table and its columns. */
  readonly id: "engagement" | "experience";
  readonly wording: Wording;
  /** The clustering features. */
  readonly features: readonly Metric[];
  /** Metrics described per cluster beside the features. */
  readonly described: readonly Metric[];
  readonly k: number;
  readonly restarts: number;
  readonly seed: number;
}

/** Customers in segments by how they behave, ordered by meaning, with everything needed to judge the grouping. */
export interface Study {
  readonly plan: StudyPlan;
  readonly treatment: Treatment;
  /** Customers in the data, clustered or not. */
  readonly customers: number;
  readonly segment: SegmentSummary;
  readonly names: readonly string[];
  /** Untreated values; the features come first, in the order of the centroids. */
  readonly table: ClusterTable;
  readonly readings: readonly string[];
  readonly cautions: readonly string[];
  readonly normalised: readonly NormalisedMetric[];
  readonly elbow: ElbowOutput;
  readonly advice: KAdvice;
  readonly scores: ScoreDistribution;
  readonly featuresSql: string;
}

/** Curves over k compare many clusterings, so each gets fewer restarts than the one that is shown. */
export const ELBOW_RESTARTS = 2;
export const ELBOW_MAX_K = 10;
/** Customers whose elbow is drawn; of more, a random sample of as many, which moves the curve by about half a percent. */
const ELBOW_SAMPLE = 200_000;
const SILHOUETTE_SAMPLE = 2000;

/**
 * Clusters the customers, writes `derived_<id>` (customer_no, <id>_cluster, <id>_score, <id>_signed, <id>_goodness) and
 * reads back what the clusters are. Rejects as the jobs do: with a UserError when there is nothing to cluster.
 */
export async function runStudy(desk: Desk, plan: StudyPlan): Promise<Study> {
  desk.onProgress(0, "Reading customers");
  const { customerNo, features, statement } = await readFeatures(desk, plan.features);
  desk.onProgress(0.1, "Finding segments");
  const output = await desk.compute("segment", segmentInput(desk, plan, features), {
    signal: desk.signal,
    onProgress: (share) => desk.onProgress(0.1 + 0.4 * share, "Finding segments"),
  });
  await desk.derive(plan.id, customerNo, derivedColumns(plan.id, output));
  desk.onProgress(0.5, "Comparing other numbers of segments");
  const elbow = await desk.compute("elbow", elbowInput(desk, plan, features), {
    signal: desk.signal,
    onProgress: (share) => desk.onProgress(0.5 + 0.3 * share, "Comparing other numbers of segments"),
  });
  desk.onProgress(0.8, "Describing the segments");
  return described(desk, plan, output, elbow, readable(statement), customerNo.length);
}

function segmentInput(desk: Desk, plan: StudyPlan, features: Features): SegmentInput {
  return {
    features,
    polarity: plan.features.map((metric) => metric.polarity),
    treatment: desk.treatment,
    k: plan.k,
    seed: plan.seed,
    restarts: plan.restarts,
  };
}

function elbowInput(desk: Desk, plan: StudyPlan, features: Features): ElbowInput {
  return {
    features,
    treatment: desk.treatment,
    maxK: ELBOW_MAX_K,
    seed: plan.seed,
    restarts: Math.min(ELBOW_RESTARTS, plan.restarts),
    sample: ELBOW_SAMPLE,
    silhouetteSample: SILHOUETTE_SAMPLE,
  };
}

function derivedColumns(id: string, output: SegmentOutput): Readonly<Record<string, Float64Array | Int32Array>> {
  return {
    [`${id}_cluster`]: output.labels,
    [`${id}_score`]: output.score,
    [`${id}_signed`]: output.signed,
    [`${id}_goodness`]: output.goodness,
  };
}

async function described(
  desk: Desk,
  plan: StudyPlan,
  output: SegmentOutput,
  elbow: ElbowOutput,
  featuresSql: string,
  customers: number,
): Promise<Study> {
  const table = `derived_${plan.id}`;
  const cluster = `${plan.id}_cluster`;
  const metrics = [...plan.features, ...plan.described.filter((metric) => !plan.features.includes(metric))];
  const statement = clusterQuery(metrics, { table, cluster });
  const clusters = clusterTable(await desk.query(statement), metrics, output.k, statement);
  const segment = segmentSummary(output);
  const names = clusterNames(output.k, plan.wording);
  return {
    plan,
    treatment: desk.treatment,
    customers,
    segment,
    names,
    table: clusters,
    readings: clusterReadings(clusters, names),
    cautions: clusterCautions(segment, clusters, names, desk.treatment),
    normalised: normalisedMetrics(segment, plan.features, desk.treatment.scaling),
    elbow,
    advice: kAdvice(elbow, output.k),
    scores: await scoreDistribution(desk, { table, score: `${plan.id}_score`, cluster }, output.k),
    featuresSql,
  };
}
