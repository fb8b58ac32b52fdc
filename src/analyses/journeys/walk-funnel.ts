import { numbers, type Answer } from "../../data/engine";
import type { ByNumber, FunnelInput, FunnelPart, FunnelTimes } from "../../workers/journeys/funnel";
import type { Context } from "../analysis";
import type { FunnelPlan } from "./funnel-result";
import type { Funnel } from "../../view/funnel-step";
import type { GroupedUnits } from "./grouped-units";
import type { Log } from "../../behaviour/log";
import { exitsQuery, funnelQuery, unitCodesQuery, type FunnelQuestion } from "./queries-funnel";
import type { Range } from "../../behaviour/ranges";

/** A funnel ready to be walked. */
export interface FunnelWalk {
  readonly log: Log;
  readonly funnel: Funnel;
  readonly plan: FunnelPlan;
  readonly question: FunnelQuestion;
  readonly groups: GroupedUnits | null;
  /** Ascending ms at which periods begin, by which those who begin are counted. */
  readonly periods: Float64Array;
}

/** What all customers come to. */
export interface Walked extends Omit<FunnelPart, "times" | "waiting" | "between" | "unit" | "depth">, FunnelTimes {
  /** Who came how far, in parts. */
  readonly parts: readonly Pick<FunnelPart, "unit" | "depth">[];
}

/** Walks a funnel range by range of customers, so that the events of one range alone are in memory. `tell` hears of the share done. */
export async function walkFunnel(
  context: Context,
  walk: FunnelWalk,
  tell: (share: number) => void = () => undefined,
): Promise<Walked> {
  const { slices } = walk.log.account;
  const { signal } = context;
  const parts: FunnelPart[] = [];
  for (const [at, customers] of slices.entries()) {
    tell(at / slices.length);
    parts.push(await context.compute("funnel", await jobInput(context, walk, customers), { signal }));
  }
  const times = parts.map(({ times: converted, waiting, between }) => ({ times: converted, waiting, between }));
  const steps = walk.funnel.steps.length;
  return { ...added(parts), ...(await context.compute("funnelTimes", { steps, parts: times }, { signal })), parts };
}

async function jobInput(context: Context, walk: FunnelWalk, customers: Range): Promise<FunnelInput> {
  const { log, funnel, plan, question, groups, periods } = walk;
  const answer = await context.query(funnelQuery(question, customers));
  const exits = await context.query(exitsQuery(log.tables, customers));
  const codes =
    groups === null ? null : await context.query(unitCodesQuery(log.tables, question.unit, groups.by, customers));
  return {
    unit: numbers(answer, "unit"),
    place: numbers(answer, "place"),
    at: numbers(answer, "moment"),
    mask: numbers(answer, "mask"),
    next: numbers(answer, "next_no"),
    visit: numbers(answer, "path_no"),
    // Visits are numbered without gaps, and stand in their order.
    exits: { first: numbers(exits, "path_no")[0] ?? 0, values: numbers(exits, "exit_no") },
    group: codes === null ? null : byNumber(codes),
    groups: groups?.labels.length ?? 0,
    events: log.names.size,
    optional: funnel.steps.map(({ optional }) => optional),
    exclusions: funnel.exclusions.map(({ after }) => after),
    ...{ order: plan.order, window: plan.window, periods },
    every: plan.count === "total",
    until: log.account.last,
  };
}

const coded = new WeakMap<Answer, ByNumber>();

/** The code of each unit, by its number; made once of an answer, so that the same question is the same job. */
function byNumber(answer: Answer): ByNumber {
  const known = coded.get(answer);
  if (known !== undefined) return known;
  const [unit, code] = [numbers(answer, "unit"), numbers(answer, "code")];
  const first = unit.reduce((least, one) => Math.min(least, one), Infinity);
  const last = unit.reduce((most, one) => Math.max(most, one), -Infinity);
  const values = new Float64Array(unit.length === 0 ? 0 : last - first + 1).fill(NaN);
  unit.forEach((one, row) => (values[one - first] = code[row] ?? NaN));
  const made = { first, values };
  coded.set(answer, made);
  return made;
}

type Counts = "reached" | "groupReached" | "next" | "exit" | "begun" | "converted" | "open";

/** No customer is in two parts, so that counts add up. */
function added(parts: readonly FunnelPart[]): Pick<FunnelPart, Counts> {
  const sum = (column: Counts): Float64Array => {
    const total = new Float64Array(parts[0]?.[column].length ?? 0);
    for (const part of parts) part[column].forEach((n, at) => (total[at] = (total[at] ?? 0) + n));
    return total;
  };
  return {
    ...{ reached: sum("reached"), groupReached: sum("groupReached"), next: sum("next"), exit: sum("exit") },
    ...{ begun: sum("begun"), converted: sum("converted"), open: sum("open") },
  };
}
