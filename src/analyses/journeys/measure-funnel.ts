import { readable } from "../../data/sql";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import type { Context } from "../analysis";
import { bindFunnel } from "./bind-funnel";
import type { FunnelBreakdown, FunnelPlan, FunnelResult, ReachedStep } from "./funnel-result";
import type { Funnel } from "../../view/funnel-step";
import { readFunnel } from "../../view/funnel-text";
import { trendOf, trendStarts } from "./funnel-trend";
import { groupedUnits, type GroupedUnits } from "./grouped-units";
import { eventLabel, type Log } from "../../behaviour/log";
import { funnelQuery } from "./queries-funnel";
import type { Period } from "./queries-retention";
import type { Range } from "../../behaviour/ranges";
import { stepWords } from "./step-words";
import { rate } from "../../behaviour/wilson";
import { type Walked, walkFunnel } from "./walk-funnel";

export interface FunnelOptions {
  /** Hears of the share done. */
  readonly tell?: (share: number) => void;
  /** Periods of the first step by which conversion is counted too. */
  readonly period?: Period | null;
}

/** Measures a funnel on the path table. UserError where its text means none. */
export async function measureFunnel(
  context: Context,
  log: Log,
  plan: FunnelPlan,
  by: TableColumn | null,
  { tell, period = null }: FunnelOptions = {},
): Promise<FunnelResult> {
  const funnel = readFunnel(plan.text);
  if (funnel === null)
    throw new UserError(
      `“${plan.text}” is no funnel.`,
      "Write steps with “>” between them, such as catalog>cart>purchase.",
    );
  const unit = plan.count === "visit" ? "visit" : "customer";
  const { parts, unknown } = bindFunnel(funnel, log);
  const groups = by === null ? null : await groupedUnits(context, log, unit, by);
  const question = { tables: log.tables, unit, parts, interleaved: log.account.interleaved } as const;
  const periods = period === null ? new Float64Array(0) : trendStarts(log.account, period);
  const walked = await walkFunnel(context, { log, funnel, plan, question, groups, periods }, tell);
  const units = unit === "visit" ? log.account.visits : log.account.customers;
  return {
    ...{ plan, units, unknown },
    steps: stepsOf(funnel, walked, units, log),
    time: timeOf(walked),
    breakdown: groups === null ? null : await breakdownOf(context, funnel, walked, groups),
    trend: period === null ? null : trendOf(walked, periods, period, plan.window, log.account.last),
    sql: readable(funnelQuery(question, wholeOf(log))),
  };
}

/** All customers as one range. */
const wholeOf = ({ account: { slices } }: Log): Range => ({
  first: slices[0]?.first ?? 0,
  last: slices.at(-1)?.last ?? 0,
});

/** The required step before each; itself for the first. */
const stepBefore = ({ steps }: Funnel, step: number): number =>
  Math.max(
    0,
    steps.findLastIndex(({ optional }, place) => place < step && !optional),
  );

function stepsOf(funnel: Funnel, output: Walked, units: number, log: Log): readonly ReachedStep[] {
  const n = (step: number): number => output.reached[step] ?? 0;
  const first = funnel.steps.findIndex(({ optional }) => !optional);
  const { size } = log.names;
  return funnel.steps.map((step, place) => ({
    ...{ step, label: stepWords(step), n: n(place) },
    ofAll: rate(n(place), units),
    overall: rate(n(place), n(first)),
    fromBefore: place === first ? rate(n(place), units) : rate(n(place), n(stepBefore(funnel, place))),
    median: output.stepMedians[place] ?? NaN,
    next: counted(output.next.subarray(place * (size + 1), (place + 1) * (size + 1)), log),
    exits: counted(output.exit.subarray(place * size, (place + 1) * size), log),
  }));
}

function counted(counts: Float64Array, { names }: Log): ReachedStep["next"] {
  return [...counts.entries()]
    .filter(([, n]) => n > 0)
    .map(([code, n]) => ({ label: eventLabel(names, code), n }))
    .toSorted((a, b) => b.n - a.n);
}

function timeOf({ times, curve }: Walked): FunnelResult["time"] {
  const half = curve.share.findIndex((share) => share >= 0.5);
  return {
    n: times.length,
    ...{ q25: quantile(times, 0.25), median: quantile(times, 0.5), q75: quantile(times, 0.75) },
    medianOfAll: curve.at[half] ?? NaN,
    curve,
  };
}

/** Of ascending values, between neighbours in proportion (type 7); NaN of none. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return low + (high - low) * (at - Math.floor(at));
}

async function breakdownOf(
  context: Context,
  funnel: Funnel,
  { groupReached }: Walked,
  { by, labels, sizes }: GroupedUnits,
): Promise<FunnelBreakdown> {
  const steps = funnel.steps.length;
  const groups = labels.map((label, group) => ({
    label,
    units: sizes[group] ?? 0,
    reached: [...groupReached.subarray(group * steps, (group + 1) * steps)],
  }));
  const first = funnel.steps.findIndex(({ optional }) => !optional);
  const tables = funnel.steps.map((_, step) =>
    groups.map(({ units, reached }) => {
      const came = reached[step] ?? 0;
      const before = step === first ? units : (reached[stepBefore(funnel, step)] ?? 0);
      return [came, Math.max(0, before - came)];
    }),
  );
  const tested = await context.compute("independence", { tables }, { signal: context.signal });
  return {
    property: by.column.label,
    groups,
    tests: tables.map((_, step) => ({
      chiSquared: tested.chiSquared[step] ?? NaN,
      degrees: tested.degrees[step] ?? NaN,
      p: tested.p[step] ?? NaN,
      q: tested.q[step] ?? NaN,
      sparse: tested.sparse[step] ?? false,
    })),
  };
}
