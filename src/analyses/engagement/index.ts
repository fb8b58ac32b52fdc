import type { Application, Dataset } from "../../data/dataset";
import { numbers, type Answer } from "../../data/engine";
import { name, readable } from "../../data/sql";
import { UserError } from "../../data/user-error";
import { ENGAGEMENT_WORDING } from "../../segmentation/cluster-names";
import { availableMetrics } from "../../segmentation/features";
import { isSoon } from "../../segmentation/is-soon";
import { lentSegments } from "../../segmentation/lent-segments";
import { rankingQuery } from "../../segmentation/queries";
import { ranking, type Ranking } from "../../segmentation/ranking";
import { runStudy, type Study } from "../../segmentation/study";
import type { Values } from "../../view/settings";
import type { Analysis, Context } from "../analysis";
import { engagementFigures } from "./figures";
import { engagementAnswer, engagementCards, engagementFindings } from "./findings";
import { applicationQuery, EVERYBODY, usersOf } from "./queries";
import type { ApplicationUse, EngagementResult, TopByMetric } from "./result";
import { ENGAGEMENT_SETTINGS } from "./settings";

type Chosen = Values<typeof ENGAGEMENT_SETTINGS>;

const DESCRIBED = ["sessions", "duration_s", "traffic_bytes"];

/** Groups customers by how much they use the network, and scores them by the distance to the least engaged segment. */
export const engagement: Analysis<typeof ENGAGEMENT_SETTINGS, EngagementResult> = {
  id: "engagement",
  title: "Engagement",
  question: "Who is engaged?",
  settings: ENGAGEMENT_SETTINGS,
  missing,
  run,
  answer: engagementAnswer,
  cards: engagementCards,
  figures: engagementFigures,
  findings: engagementFindings,
};

function missing(dataset: Dataset): string | null {
  const options = ENGAGEMENT_SETTINGS.features.options.map((option) => option.value);
  if (availableMetrics(dataset.metrics, options).length > 0) return null;
  return "No column says how much a customer does. Choose a column for duration, download, upload or traffic on the data page.";
}

async function run(context: Context, values: Chosen): Promise<EngagementResult> {
  const features = availableMetrics(context.dataset.metrics, values.features);
  if (features.length === 0) {
    throw new UserError("The data has none of the chosen metrics.", "Choose another metric under “Segmented by”.");
  }
  const described = availableMetrics(context.dataset.metrics, DESCRIBED);
  const study = await runStudy(context, {
    id: "engagement",
    wording: ENGAGEMENT_WORDING,
    features,
    described,
    k: values.k,
    restarts: values.restarts,
    seed: values.seed,
  });
  context.onProgress(0.9, "Ranking customers");
  const tops: TopByMetric[] = [];
  for (const metric of described) {
    const statement = rankingQuery(name(metric.column), EVERYBODY, values.top);
    tops.push({ metric, list: ranking(await context.query(statement), values.top, statement) });
  }
  const apps = await applications(context, study, values.top);
  const absent = values.features.filter((column) => !features.some((metric) => metric.column === column));
  const known = { study, absent, tops, ...apps };
  const segmentOf = lentSegments(context, [...tops.map(({ list }) => list), ...apps.apps.map(({ top }) => top)]);
  if (!(await isSoon(segmentOf))) context.show({ ...known, segmentOf: null });
  return { ...known, segmentOf: await segmentOf };
}

async function applications(
  context: Context,
  study: Study,
  places: number,
): Promise<Pick<EngagementResult, "apps" | "appsSql">> {
  const { apps } = context.dataset;
  if (apps.length === 0) return { apps: [], appsSql: "" };
  const statement = applicationQuery(apps);
  const answer = await context.query(statement);
  const used: ApplicationUse[] = [];
  for (const app of apps) used.push(applicationUse(app, answer, study.segment.k, await topOf(context, app, places)));
  return { apps: used.toSorted((a, b) => b.bytes - a.bytes), appsSql: readable(statement) };
}

async function topOf(context: Context, app: Application, places: number): Promise<Ranking> {
  const statement = rankingQuery(name(app.column), usersOf(app), places);
  return ranking(await context.query(statement), places, statement);
}

function applicationUse(app: Application, answer: Answer, k: number, top: Ranking): ApplicationUse {
  const clusters = numbers(answer, "cluster");
  const bytes = numbers(answer, `${app.column} bytes`);
  const users = numbers(answer, `${app.column} users`);
  return {
    app,
    bytes: bytes.reduce((sum, value) => sum + value, 0),
    users: users.reduce((sum, value) => sum + value, 0),
    bytesByCluster: Array.from({ length: k }, (_, cluster) => bytes[clusters.indexOf(cluster)] ?? 0),
    top,
  };
}
