import type { Metric } from "../../data/dataset";
import { numbers } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import { scoresQuery } from "./queries";

/** Each customer's two scores, their mean, the signed alternative and the raw metrics; one row per customer, by key. */
export interface Scores {
  readonly customerNo: Int32Array;
  readonly engagement: Float64Array;
  readonly experience: Float64Array;
  /** Mean of the two; NaN when either is missing. */
  readonly satisfaction: Float64Array;
  /** Mean of the two signed scores; NaN when either is missing. */
  readonly signed: Float64Array;
  readonly engagementGoodness: Float64Array;
  readonly experienceGoodness: Float64Array;
  readonly kpis: readonly Float64Array[];
  readonly sql: string;
}

/** Reads what engagement and experience wrote, matched by customer number. */
export async function readScores(context: Pick<Context, "query">, kpis: readonly Metric[]): Promise<Scores> {
  const statement = scoresQuery(kpis);
  const answer = await context.query(statement);
  const engagement = numbers(answer, "engagement_score");
  const experience = numbers(answer, "experience_score");
  return {
    customerNo: new Int32Array(numbers(answer, "customer_no")),
    engagement,
    experience,
    satisfaction: meanOf(engagement, experience),
    signed: meanOf(numbers(answer, "engagement_signed"), numbers(answer, "experience_signed")),
    engagementGoodness: numbers(answer, "engagement_goodness"),
    experienceGoodness: numbers(answer, "experience_goodness"),
    kpis: kpis.map((metric) => numbers(answer, metric.column)),
    sql: readable(statement),
  };
}

function meanOf(a: Float64Array, b: Float64Array): Float64Array {
  const means = new Float64Array(a.length);
  // A loop, because a function per value holds the page's thread several times as long.
  for (let row = 0; row < a.length; row++) means[row] = ((a[row] as number) + (b[row] as number)) / 2;
  return means;
}
