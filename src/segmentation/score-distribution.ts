import { numbers, single, type Answer } from "../data/engine";
import { readable } from "../data/sql";
import type { Desk } from "./desk";
import { BINS, scoreBinsQuery, scoreSummaryQuery, type ScoreColumn } from "./queries";

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

/** Reads the distribution of a score. Bins end at the 99th percentile so that a few extreme customers do not flatten the rest. */
export async function scoreDistribution(
  desk: Pick<Desk, "query">,
  column: ScoreColumn,
  k: number,
): Promise<ScoreDistribution> {
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
    n: at("n"),
    mean: at("mean"),
    sd: at("sd"),
    min: at("min"),
    q25: at("q25"),
    median: at("median"),
    q75: at("q75"),
    q90: at("q90"),
    max: at("max"),
  };
}

function binsOf(answer: Answer | null, wanted: number): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  if (answer === null) return counts;
  const [clusters, bins, customers] = [
    numbers(answer, "cluster"),
    numbers(answer, "bin"),
    numbers(answer, "customers"),
  ];
  clusters.forEach((cluster, row) => {
    if (cluster === wanted) counts[bins[row] ?? 0] = customers[row] ?? 0;
  });
  return counts;
}
