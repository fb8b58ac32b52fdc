import { numbers, single, texts, type Answer } from "../../data/engine";
import { readable, sql } from "../../data/sql";
import { clusterNames, ENGAGEMENT_WORDING, EXPERIENCE_WORDING, type Wording } from "../../segmentation/cluster-names";
import type { Context } from "../analysis";
import { clustersQuery } from "./queries-clusters";
import { namesQuery } from "./queries-names";
import { binsQuery, type Bins } from "./queries-spread";
import type { ClusterCounts, Dispersion, MetricHistogram, MetricSpread, NameList, NameLists } from "./result";

/** Handsets and makers by sessions, and the five most used handsets of each of the three most used makers. */
export async function readNames(context: Context, places: number): Promise<NameLists> {
  const known = new Set(context.dataset.categories.map((category) => category.column));
  const handsets = known.has("handset") ? await readList(context, "handset", places, null) : null;
  const makers = known.has("maker") ? await readList(context, "maker", 3, null) : null;
  const handsetsOfMakers: { maker: string; list: NameList }[] = [];
  for (const maker of handsets === null ? [] : (makers?.labels ?? [])) {
    const list = await readList(context, "handset", 5, maker);
    if (list !== null) handsetsOfMakers.push({ maker, list });
  }
  return { handsets, makers, handsetsOfMakers };
}

async function readList(
  context: Context,
  column: "handset" | "maker",
  places: number,
  maker: string | null,
): Promise<NameList | null> {
  const statement = namesQuery(context.dataset, column, places, maker);
  const answer = await context.query(statement);
  if (answer.rowCount === 0) return null;
  return {
    labels: texts(answer, "label").map((label) => label ?? ""),
    sessions: [...numbers(answer, "sessions")],
    places: [...numbers(answer, "place")],
    asked: places,
    qualified: single(answer, "qualified"),
    unknown: single(answer, "unknown"),
    total: single(answer, "total"),
    kinds: single(answer, "kinds"),
    sql: readable(statement),
  };
}

/** A histogram of each metric that has any value. Bins end at the 99th percentile; the last also holds the rest. */
export async function readHistograms(
  context: Context,
  dispersion: Dispersion,
  bars: number,
): Promise<readonly MetricHistogram[]> {
  const plans = dispersion.rows.filter((spread) => spread.n > 0).map((spread) => plan(spread, bars));
  if (plans.length === 0) return [];
  const answer = await context.query(binsQuery(plans));
  return plans.map((bins, index): MetricHistogram => ({
    spread: bins.spread,
    edges: Array.from({ length: bins.count + 1 }, (_, edge) => bins.low + edge * bins.width),
    counts: countsOf(answer, index, bins.count),
    whole: bins.whole,
    openEnded: bins.spread.max > bins.low + bins.count * bins.width,
    sql: readable(binsQuery([bins])),
  }));
}

interface Plan extends Bins {
  readonly spread: MetricSpread;
  readonly whole: boolean;
}

function plan(spread: MetricSpread, bars: number): Plan {
  const { metric, min } = spread;
  if (metric.unit === "count") {
    const high = spread.max - min < bars ? spread.max : spread.p99;
    const width = Math.max(1, Math.ceil((high - min + 1) / bars));
    return {
      spread,
      metric,
      low: min,
      width,
      count: Math.max(1, Math.ceil((Math.floor(high) - min + 1) / width)),
      whole: true,
    };
  }
  const span = spread.p99 - min;
  return {
    spread,
    metric,
    low: min,
    width: span > 0 ? span / bars : Math.max(1, Math.abs(min)) / bars,
    count: bars,
    whole: false,
  };
}

function countsOf(answer: Answer, wanted: number, count: number): readonly number[] {
  const counts = new Array<number>(count).fill(0);
  const [metrics, bins, customers] = [numbers(answer, "metric"), numbers(answer, "bin"), numbers(answer, "customers")];
  metrics.forEach((metric, row) => {
    if (metric === wanted) counts[bins[row] ?? 0] = customers[row] ?? 0;
  });
  return counts;
}

/** Customers by cluster, once they are worked out; null when neither engagement nor experience can be for this data. */
export async function readClusters(context: Context): Promise<ClusterCounts | null> {
  const [engaged, experienced] = [await context.derived("engagement"), await context.derived("experience")];
  if (!engaged && !experienced) return null;
  const statement = clustersQuery(engaged, experienced);
  const answer = await context.query(sql`${statement} ORDER BY 1, 2`);
  const [rows, columns, customers] = [
    numbers(answer, "engagement"),
    numbers(answer, "experience"),
    numbers(answer, "customers"),
  ];
  const size = (labels: Float64Array): number => labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const counts = Array.from({ length: size(rows) }, () => new Array<number>(size(columns)).fill(0));
  let ungrouped = 0;
  rows.forEach((row, at) => {
    const [column, count] = [columns[at] ?? -1, customers[at] ?? 0];
    const line = counts[row];
    if (line === undefined || column < 0) ungrouped += count;
    else line[column] = count;
  });
  return {
    engagement: names(engaged, size(rows), ENGAGEMENT_WORDING),
    experience: names(experienced, size(columns), EXPERIENCE_WORDING),
    counts,
    ungrouped,
    sql: readable(statement),
  };
}

function names(present: boolean, k: number, wording: Wording): readonly string[] {
  return present ? clusterNames(k, wording) : [];
}
