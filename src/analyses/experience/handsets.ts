import type { Metric } from "../../data/dataset";
import { numbers, texts, type Answer } from "../../data/engine";
import { readable, type Sql } from "../../data/sql";

/** One handset type: spread over its customers, and the 95 % interval of their mean. */
export interface HandsetStats {
  readonly handset: string;
  readonly n: number;
  readonly mean: number;
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  /** NaN to NaN for fewer than 30 customers: too few for an interval of this kind. */
  readonly interval: readonly [number, number];
  /** 1 + the number of types that are clearly better; types with overlapping intervals share a place. NaN without an interval. */
  readonly place: number;
}

/** Handset types compared by one metric, best mean first. */
export interface HandsetComparison {
  readonly metric: Metric;
  readonly handsets: readonly HandsetStats[];
  readonly sql: string;
}

const FEWEST = 30;
/** 97.5 % point of the normal distribution. */
const Z = 1.959964;

/** Reads the answer of `handsetQuery` and ranks the types; those that cannot be told apart share a place. */
export function handsetComparison(answer: Answer, metric: Metric, statement: Sql): HandsetComparison {
  const cell = (column: string, row: number): number => numbers(answer, column)[row] ?? NaN;
  const list = texts(answer, "handset").map((handset, row) => {
    const [n, mean] = [cell("n", row), cell("mean", row)];
    const margin = n < FEWEST ? NaN : (Z * cell("sd", row)) / Math.sqrt(n);
    return {
      handset: handset ?? "",
      n,
      mean,
      low: cell("low", row),
      q1: cell("q1", row),
      median: cell("median", row),
      q3: cell("q3", row),
      high: cell("high", row),
      interval: [mean - margin, mean + margin] as const,
    };
  });
  const placed = list.map((one) => ({
    ...one,
    place: placeOf(
      one.interval,
      list.map((other) => other.interval),
      metric.polarity,
    ),
  }));
  return { metric, handsets: placed.toSorted((a, b) => metric.polarity * (b.mean - a.mean)), sql: readable(statement) };
}

function placeOf(
  own: readonly [number, number],
  all: readonly (readonly [number, number])[],
  polarity: 1 | -1,
): number {
  if (Number.isNaN(own[0])) return NaN;
  return 1 + all.filter(([low, high]) => (polarity === 1 ? low > own[1] : high < own[0])).length;
}
