import { numbers, texts } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import { answerRows } from "../../behaviour/answer-rows";
import type { Log } from "../../behaviour/log";
import {
  cohortsQuery,
  lastActiveQuery,
  lifecycleQuery,
  periodStart,
  stickinessQuery,
  type Period,
} from "./queries-retention";
import { rate, type Rate } from "../../behaviour/wilson";

/** Who began in one period, and how many of them were there in each period since. */
export interface Cohort {
  readonly label: string;
  readonly size: number;
  /** At 0, 1, 2 … periods since; NaN for periods that the data does not reach. */
  readonly active: readonly number[];
  /** Active in that period or any later one. */
  readonly rolling: readonly number[];
}

export interface Retention {
  readonly period: Period;
  readonly cohorts: readonly Cohort[];
  /** Per periods since: of all customers whose cohorts were watched that long; the mean of cohorts by their size. */
  readonly exact: readonly Rate[];
  readonly rolling: readonly Rate[];
  readonly stickiness: readonly { readonly month: string; readonly daily: number; readonly monthly: number }[];
  readonly lifecycle: readonly Lifecycle[];
  readonly sql: string;
}

export interface Lifecycle {
  readonly label: string;
  readonly fresh: number;
  readonly returning: number;
  readonly resurrected: number;
  /** Active in the period before, not in this. */
  readonly dormant: number;
}

/** Who comes back, by when they first came. */
export async function readRetention(context: Context, { tables }: Log, period: Period): Promise<Retention> {
  const statement = cohortsQuery(tables, period);
  const active = countsOf(await context.query(statement));
  const last = countsOf(await context.query(lastActiveQuery(tables, period)));
  const end = Math.max(...[...active].flatMap(([cohort, since]) => [...since.keys()].map((one) => cohort + one)));
  const cohorts = [...active].map(([cohort, since]): Cohort => {
    const watched = end - cohort + 1;
    const final = last.get(cohort);
    const from = (place: number): number =>
      [...(final ?? [])].reduce((sum, [one, n]) => (one >= place ? sum + n : sum), 0);
    return {
      label: labelOf(cohort, period),
      size: since.get(0) ?? 0,
      active: Array.from({ length: watched }, (_, place) => since.get(place) ?? 0),
      rolling: Array.from({ length: watched }, (_, place) => from(place)),
    };
  });
  return {
    ...{ period, cohorts, sql: readable(statement) },
    exact: curveOf(cohorts, ({ active: counts }) => counts),
    rolling: curveOf(cohorts, ({ rolling }) => rolling),
    stickiness: await readStickiness(context, tables),
    lifecycle: await readLifecycle(context, tables, period),
  };
}

type Answered = Awaited<ReturnType<Context["query"]>>;

function countsOf(answer: Answered): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const [cohort, since, n] = [numbers(answer, "cohort"), numbers(answer, "since"), numbers(answer, "n")];
  const found = new Map<number, Map<number, number>>();
  cohort.forEach((one, row) => {
    const counts = found.get(one) ?? new Map<number, number>();
    counts.set(since[row] ?? NaN, n[row] ?? 0);
    found.set(one, counts);
  });
  return found;
}

function curveOf(cohorts: readonly Cohort[], read: (cohort: Cohort) => readonly number[]): readonly Rate[] {
  const longest = Math.max(0, ...cohorts.map((cohort) => read(cohort).length));
  return Array.from({ length: longest }, (_, place) => {
    const watched = cohorts.filter((cohort) => read(cohort).length > place);
    return rate(
      watched.reduce((sum, cohort) => sum + (read(cohort)[place] ?? 0), 0),
      watched.reduce((sum, { size }) => sum + size, 0),
    );
  });
}

/** “2011-03” for a month, the first day for a day or week. */
function labelOf(number: number, period: Period): string {
  return new Date(periodStart(number, period)).toISOString().slice(0, period === "month" ? 7 : 10);
}

async function readStickiness(context: Context, tables: Log["tables"]): Promise<Retention["stickiness"]> {
  const answer = await context.query(stickinessQuery(tables));
  const [sum, customers, days] = ["customer_days", "customers", "days"].map((column) => numbers(answer, column));
  return texts(answer, "month").map((month, row) => ({
    month: month ?? "",
    daily: (sum?.[row] ?? NaN) / (days?.[row] ?? NaN),
    monthly: customers?.[row] ?? NaN,
  }));
}

async function readLifecycle(context: Context, tables: Log["tables"], period: Period): Promise<readonly Lifecycle[]> {
  const answer = await context.query(lifecycleQuery(tables, period));
  return answerRows(answer, (at) => ({
    label: labelOf(at("p"), period),
    fresh: at("fresh"),
    returning: at("stayed"),
    resurrected: at("resurrected"),
    dormant: at("dormant"),
  }));
}
