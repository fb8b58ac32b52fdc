import type { Metric } from "../data/dataset";
import { numbers } from "../data/engine";
import type { Sql } from "../data/sql";
import type { Features } from "../workers/contract";
import type { Desk } from "./desk";
import { featureQuery } from "./queries";

/** Customers' own numbers in the order of customer_no, with the key beside them so that nothing is joined by position. */
export interface CustomerFeatures {
  readonly customerNo: Int32Array;
  readonly features: Features;
  readonly statement: Sql;
}

/** Reads the columns of `featureQuery`; NaN where a customer has no value. */
export async function readFeatures(desk: Pick<Desk, "query">, metrics: readonly Metric[]): Promise<CustomerFeatures> {
  const statement = featureQuery(metrics);
  const answer = await desk.query(statement);
  return {
    customerNo: new Int32Array(numbers(answer, "customer_no")),
    features: { columns: metrics.map((metric) => numbers(answer, metric.column)) },
    statement,
  };
}

/** The metrics of these columns that the data has, in the data's fixed order. */
export function availableMetrics(available: readonly Metric[], wanted: readonly string[]): readonly Metric[] {
  return available.filter((metric) => wanted.includes(metric.column));
}
