import type { Dataset, Metric } from "../../data/dataset";
import { numbers, single, texts, type Answer } from "../../data/engine";
import { readable } from "../../data/sql";
import { UserError } from "../../data/user-error";
import { EXPERIENCE_WORDING } from "../../segmentation/cluster-names";
import { availableMetrics } from "../../segmentation/features";
import { runStudy } from "../../segmentation/study";
import type { Values } from "../../view/settings";
import type { Analysis, Context } from "../analysis";
import { experienceFigures } from "./figures";
import { experienceAnswer, experienceCards, experienceFindings } from "./findings";
import { handsetComparison } from "./handsets";
import { coverageQuery, handsetCountQuery, handsetQuery, valuesQuery, worstQuery } from "./queries";
import type { ExperienceResult, MetricValues, ValueList, WorstCustomers } from "./result";
import { EXPERIENCE_SETTINGS } from "./settings";

type Chosen = Values<typeof EXPERIENCE_SETTINGS>;

const KPIS = ["tcp_retrans_bytes", "rtt_ms", "throughput_kbps"];
const COMPARED_BY_HANDSET = ["throughput_kbps", "tcp_retrans_bytes"];
const WORST_LISTED = 100;

/** Groups customers by what the network gave them, worst first, and compares handsets with their uncertainty. */
export const experience: Analysis<typeof EXPERIENCE_SETTINGS, ExperienceResult> = {
  id: "experience",
  title: "Experience",
  question: "What do customers experience?",
  settings: EXPERIENCE_SETTINGS,
  missing,
  run,
  answer: experienceAnswer,
  cards: experienceCards,
  figures: experienceFigures,
  findings: experienceFindings,
};

function missing(dataset: Dataset): string | null {
  if (availableMetrics(dataset.metrics, KPIS).length > 0) return null;
  return "No column says what customers experience. Choose a column for round-trip time, throughput or TCP retransmission on the data page.";
}

async function run(context: Context, values: Chosen): Promise<ExperienceResult> {
  const features = availableMetrics(context.dataset.metrics, values.features);
  if (features.length === 0) {
    throw new UserError("The data has none of the chosen metrics.", "Choose another metric under “Segmented by”.");
  }
  const kpis = availableMetrics(context.dataset.metrics, KPIS);
  const study = await runStudy(context, {
    id: "experience",
    wording: EXPERIENCE_WORDING,
    features,
    described: kpis,
    k: values.k,
    restarts: values.restarts,
    seed: values.seed,
  });
  context.onProgress(0.85, "Comparing handsets");
  const absent = values.features.filter((column) => !features.some((metric) => metric.column === column));
  return {
    study,
    absent,
    extremes: await extremes(context, kpis, values.top),
    ...(await handsets(context, values.handsets)),
    worst: await worst(context, kpis),
  };
}

async function extremes(context: Context, kpis: readonly Metric[], count: number): Promise<readonly MetricValues[]> {
  const coverage = await context.query(coverageQuery(kpis));
  const lists: MetricValues[] = [];
  for (const metric of kpis) {
    const statement = valuesQuery(metric, count);
    const answer = await context.query(statement);
    lists.push({
      metric,
      known: single(coverage, metric.column),
      customers: single(coverage, "customers"),
      highest: valueList(answer, "highest", (a, b) => b.value - a.value),
      lowest: valueList(answer, "lowest", (a, b) => a.value - b.value),
      frequent: valueList(answer, "frequent", (a, b) => b.customers - a.customers || a.value - b.value),
      sql: readable(statement),
    });
  }
  return lists;
}

interface Line {
  readonly value: number;
  readonly customers: number;
  readonly name: string | null;
}

function valueList(answer: Answer, list: string, order: (a: Line, b: Line) => number): ValueList {
  const [values, customers, names] = [
    numbers(answer, "value"),
    numbers(answer, "customers"),
    texts(answer, "customer"),
  ];
  const lines = texts(answer, "list").flatMap((own, row): readonly Line[] =>
    own === list ? [{ value: values[row] ?? NaN, customers: customers[row] ?? NaN, name: names[row] ?? null }] : [],
  );
  const sorted = lines.toSorted(order);
  return {
    values: sorted.map((line) => line.value),
    customers: sorted.map((line) => line.customers),
    names: sorted.map((line) => line.name),
  };
}

async function handsets(
  context: Context,
  types: number,
): Promise<Pick<ExperienceResult, "handsets" | "handsetTypes" | "handsetUnknown">> {
  const known = context.dataset.categories.some((category) => category.column === "handset");
  if (!known) return { handsets: [], handsetTypes: 0, handsetUnknown: 0 };
  const counts = await context.query(handsetCountQuery());
  const compared = [];
  for (const metric of availableMetrics(context.dataset.metrics, COMPARED_BY_HANDSET)) {
    const statement = handsetQuery(metric, types);
    compared.push(handsetComparison(await context.query(statement), metric, statement));
  }
  return { handsets: compared, handsetTypes: single(counts, "types"), handsetUnknown: single(counts, "unknown") };
}

async function worst(context: Context, metrics: readonly Metric[]): Promise<WorstCustomers> {
  const withHandset = context.dataset.categories.some((category) => category.column === "handset");
  const statement = worstQuery(metrics, withHandset, WORST_LISTED);
  const answer = await context.query(statement);
  return {
    metrics,
    customers: texts(answer, "customer").map((customer) => customer ?? ""),
    handsets: texts(answer, "handset"),
    values: metrics.map((metric) => numbers(answer, metric.column)),
    clusters: numbers(answer, "cluster"),
    scores: numbers(answer, "score"),
    sql: readable(statement),
  };
}
