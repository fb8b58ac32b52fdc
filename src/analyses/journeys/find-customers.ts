import { numbers } from "../../data/engine";
import { UserError } from "../../data/user-error";
import type { Context } from "../analysis";
import { bindFunnel } from "./bind-funnel";
import type { FunnelPlan } from "./funnel-result";
import { readFunnel } from "../../view/funnel-text";
import type { Log } from "../../behaviour/log";
import { periodNumber } from "./queries-retention";
import { cohortCustomersQuery } from "./queries-who";
import { walkFunnel } from "./walk-funnel";
import type { Who } from "./who";

/** The numbers of the customers that are meant, ascending; a funnel is walked in the order and window of `plan`. */
export async function findCustomers(
  context: Context,
  log: Log,
  who: Who,
  plan: Pick<FunnelPlan, "order" | "window">,
): Promise<Int32Array> {
  if (who.by === "funnel") return atStep(context, log, who, plan);
  const cohort = periodNumber(Date.parse(who.start), who.period);
  const answer = await context.query(cohortCustomersQuery(log.tables, who.period, cohort, who.after));
  return Int32Array.from(numbers(answer, "customer_no"));
}

async function atStep(
  context: Context,
  log: Log,
  { went, step, funnel: text }: Who & { by: "funnel" },
  { order, window }: Pick<FunnelPlan, "order" | "window">,
): Promise<Int32Array> {
  const funnel = readFunnel(text);
  if (funnel === null) throw new UserError(`“${text}” is no funnel.`, "Choose other customers to follow.");
  const question = {
    ...{ tables: log.tables, unit: "customer" as const, interleaved: log.account.interleaved },
    parts: bindFunnel(funnel, log).parts,
  };
  const plan: FunnelPlan = { text, count: "customer", order, window };
  const walk = { log, funnel, plan, question, groups: null, periods: new Float64Array(0) };
  const here = step - 1;
  const next = funnel.steps.findIndex(({ optional }, place) => place > here && !optional);
  const wanted = (depth: number): boolean =>
    went === "on" ? depth >= next : depth >= here && (went === "there" || next < 0 || depth < next);
  const { parts } = await walkFunnel(context, walk);
  return Int32Array.from(
    parts.flatMap(({ unit, depth }) => [...unit].filter((_, at) => wanted(depth[at] ?? -1))),
  ).sort();
}
