import type { Metric } from "../../data/dataset";
import { numbers } from "../../data/engine";
import { readable } from "../../data/sql";
import { readFeatures } from "../../segmentation/features";
import type { Context } from "../analysis";
import { studyQuery } from "./queries";

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

/** Metrics by the study that has asked for them already, so that its answer is at hand. */
export interface Kpis {
  readonly engagement: readonly Metric[];
  readonly experience: readonly Metric[];
}

/**
 * Reads what engagement and experience wrote, and the metrics. Every value goes to the place of its customer's number; a
 * customer that a study has not scored has no score.
 */
export async function readScores(context: Pick<Context, "query" | "dataset">, kpis: Kpis): Promise<Scores> {
  const { customers } = context.dataset.counts;
  // First what was asked before: answers to come could drive it out of memory.
  const features = [
    ...(kpis.engagement.length > 0 ? [await readFeatures(context, kpis.engagement)] : []),
    ...(kpis.experience.length > 0 ? [await readFeatures(context, kpis.experience)] : []),
  ];
  const engagement = await readStudy(context, "engagement", customers);
  const experience = await readStudy(context, "experience", customers);
  return {
    customerNo: numbered(customers),
    engagement: engagement.score,
    experience: experience.score,
    satisfaction: meanOf(engagement.score, experience.score),
    signed: meanOf(engagement.signed, experience.signed),
    engagementGoodness: engagement.goodness,
    experienceGoodness: experience.goodness,
    kpis: features.flatMap(({ features: { columns } }) => columns),
    sql: [engagement.sql, experience.sql, ...features.map(({ statement }) => readable(statement))].join(";\n\n"),
  };
}

/** One study's columns, by customer number. */
interface StudyColumns {
  readonly score: Float64Array;
  readonly signed: Float64Array;
  readonly goodness: Float64Array;
  readonly sql: string;
}

async function readStudy(
  context: Pick<Context, "query">,
  study: "engagement" | "experience",
  customers: number,
): Promise<StudyColumns> {
  const statement = studyQuery(study, customers);
  const answer = await context.query(statement);
  const customerNo = numbers(answer, "customer_no");
  const placed = (part: string): Float64Array => byNumber(customerNo, numbers(answer, part), customers);
  return { score: placed("score"), signed: placed("signed"), goodness: placed("goodness"), sql: readable(statement) };
}

function numbered(customers: number): Int32Array {
  const all = new Int32Array(customers);
  // A loop, because a function per value holds the page's thread several times as long.
  for (let number = 0; number < customers; number++) all[number] = number;
  return all;
}

/** By the values of an answer: what is computed from the same array is remembered, so the same answer must give the same. */
const placedBefore = new WeakMap<Float64Array, Float64Array>();

/**
 * Values at the places of their customers' numbers, which rise; NaN for whom there is none. The values themselves where every
 * customer has one.
 */
function byNumber(customerNo: Float64Array, values: Float64Array, customers: number): Float64Array {
  const known = values.length === customers ? values : placedBefore.get(values);
  if (known !== undefined) return known;
  const placed = new Float64Array(customers).fill(NaN);
  for (let row = 0; row < values.length; row++) placed[customerNo[row] as number] = values[row] as number;
  placedBefore.set(values, placed);
  return placed;
}

function meanOf(a: Float64Array, b: Float64Array): Float64Array {
  const means = new Float64Array(a.length);
  for (let row = 0; row < a.length; row++) means[row] = ((a[row] as number) + (b[row] as number)) / 2;
  return means;
}
