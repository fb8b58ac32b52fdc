import { numbers, single, type Answer } from "../data/engine";
import { name, readable, sql, type Sql } from "../data/sql";
import type { Desk } from "./desk";

/** How a score spreads over the customers, by cluster. */
export interface ScoreDistribution {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly q90: number;
  readonly max: number;
  /** Bin borders, one more than bins. The last bin also holds everything above the last border. */
  readonly edges: readonly number[];
  /** [cluster][bin] customers */
  readonly counts: readonly (readonly number[])[];
  /** Customers above the last border, counted in the last bin. */
  readonly above: number;
  readonly sql: string;
}

/** A score column of a derived table, and the clusters it is split by. */
export interface ScoreColumn {
  readonly table: string;
  readonly score: string;
  readonly cluster: string;
}

const BINS = 40;

/** One row: n, mean, sd, min, quartiles, 90th and 99th percentile, max of the scored customers. */
export function scoreSummaryQuery(column: ScoreColumn): Sql {
  const score = name(column.score);
  return sql`SELECT CAST(COUNT(*) AS DOUBLE) AS n, AVG(${score}) AS mean, COALESCE(stddev_samp(${score}), 0) AS sd,
  MIN(${score}) AS min, quantile_cont(${score}, 0.25) AS q25, quantile_cont(${score}, 0.5) AS median,
  quantile_cont(${score}, 0.75) AS q75, quantile_cont(${score}, 0.9) AS q90, quantile_cont(${score}, 0.99) AS q99,
  MAX(${score}) AS max
FROM ${name(column.table)} WHERE ${name(column.cluster)} >= 0 AND isfinite(${score})`;
}

/** Customers per cluster and equal bin from `low` to `high`. */
export function scoreBinsQuery(column: ScoreColumn, low: number, high: number): Sql {
  const score = name(column.score);
  const width = (high - low) / BINS;
  return sql`SELECT CAST(${name(column.cluster)} AS DOUBLE) AS cluster,
  CAST(GREATEST(0, LEAST(${BINS - 1}, FLOOR((${score} - ${low}) / ${width}))) AS DOUBLE) AS bin,
  CAST(COUNT(*) AS DOUBLE) AS customers, CAST(COUNT(*) FILTER (WHERE ${score} > ${high}) AS DOUBLE) AS above
FROM ${name(column.table)} WHERE ${name(column.cluster)} >= 0 AND isfinite(${score}) GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Reads the distribution of a score. Bins end at the 99th percentile so that a few extreme customers do not flatten the rest. */
export async function scoreDistribution(desk: Pick<Desk, "query">, column: ScoreColumn, k: number): Promise<ScoreDistribution> {
  const summary = await desk.query(scoreSummaryQuery(column));
  const low = single(summary, "min");
  const top = single(summary, "q99");
  const high = top > low ? top : low + 1;
  const statement = scoreBinsQuery(column, low, high);
  const empty = single(summary, "n") === 0;
  const answer = empty ? null : await desk.query(statement);
  return {
    ...summaryOf(summary),
    edges: Array.from({ length: BINS + 1 }, (_, bin) => low + ((high - low) * bin) / BINS),
    counts: Array.from({ length: k }, (_, cluster) => binsOf(answer, cluster)),
    above: answer === null ? 0 : numbers(answer, "above").reduce((sum, count) => sum + count, 0),
    sql: readable(statement),
  };
}

function summaryOf(answer: Answer): Omit<ScoreDistribution, "edges" | "counts" | "above" | "sql"> {
  const at = (column: string): number => single(answer, column);
  return {
    n: at("n"), mean: at("mean"), sd: at("sd"), min: at("min"), q25: at("q25"),
    median: at("median"), q75: at("q75"), q90: at("q90"), max: at("max"),
  };
}

function binsOf(answer: Answer | null, wanted: number): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  if (answer === null) return counts;
  const [clusters, bins, customers] = [numbers(answer, "cluster"), numbers(answer, "bin"), numbers(answer, "customers")];
  clusters.forEach((cluster, row) => {
    if (cluster === wanted) counts[bins[row] ?? 0] = customers[row] ?? 0;
  });
  return counts;
}
