import type { Metric } from "../data/dataset";
import { numbers, type Answer } from "../data/engine";
import { readable, type Sql } from "../data/sql";

/** Untreated values of one metric in one cluster. NaN where no customer has a value. */
export interface ClusterStats {
  /** Customers with a value. */
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly total: number;
}

/** What the customers of each cluster really did: nothing filled, capped or scaled. */
export interface ClusterTable {
  readonly metrics: readonly Metric[];
  /** Customers per cluster, lowest cluster first. */
  readonly sizes: readonly number[];
  /** [cluster][metric] */
  readonly stats: readonly (readonly ClusterStats[])[];
  /** Over all clustered customers. */
  readonly overall: readonly ClusterStats[];
  readonly sql: string;
}

/** Reads the answer of `clusterQuery` into a table of k clusters; a cluster without customers has size 0. */
export function clusterTable(answer: Answer, metrics: readonly Metric[], k: number, statement: Sql): ClusterTable {
  const clusters = numbers(answer, "cluster");
  const customers = numbers(answer, "customers");
  const rows = Array.from({ length: k }, (_, cluster) => clusters.indexOf(cluster));
  const stats = rows.map((row) => metrics.map((metric) => statsAt(answer, metric.column, row)));
  return {
    metrics,
    sizes: rows.map((row) => customers[row] ?? 0),
    stats,
    overall: metrics.map((_, metric) => merged(stats.flatMap((cluster) => cluster[metric] ?? []))),
    sql: readable(statement),
  };
}

function statsAt(answer: Answer, column: string, row: number): ClusterStats {
  const cell = (what: string): number => numbers(answer, `${column} ${what}`)[row] ?? NaN;
  return { n: row < 0 ? 0 : cell("n"), min: cell("min"), max: cell("max"), mean: cell("mean"), total: cell("total") };
}

function merged(parts: readonly ClusterStats[]): ClusterStats {
  const filled = parts.filter((part) => part.n > 0);
  const n = filled.reduce((sum, part) => sum + part.n, 0);
  const total = filled.reduce((sum, part) => sum + part.total, 0);
  if (n === 0) return { n: 0, min: NaN, max: NaN, mean: NaN, total: NaN };
  return {
    n,
    min: Math.min(...filled.map((part) => part.min)),
    max: Math.max(...filled.map((part) => part.max)),
    mean: total / n,
    total,
  };
}
