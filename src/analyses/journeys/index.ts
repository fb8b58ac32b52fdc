import type { Dataset } from "../../data/dataset";
import { UserError } from "../../data/user-error";
import type { Analysis, Context, Follow } from "../analysis";
import { changePeriod, changeProperties, readChanges } from "./changes";
import { cameBefore } from "./came-before";
import { journeysFigures } from "./figures";
import { findCustomers } from "./find-customers";
import { followedCohorts, followOf } from "./follow-choices";
import { followCustomers } from "./follow-customers";
import { journeysAnswer, journeysCards, journeysFindings } from "./findings";
import type { FunnelPlan, FunnelResult } from "./funnel-result";
import { journeyRoles } from "../../behaviour/guess-reasons";
import { guessFunnel, shopEvents } from "./guess-funnel";
import { eventNumber, readLog, type Log } from "../../behaviour/log";
import { measureFunnel } from "./measure-funnel";
import { readPaths } from "./paths";
import { propertyColumns } from "../../behaviour/property-columns";
import { funnelOffer } from "./ready-funnels";
import type { Period } from "./queries-retention";
import { recipeOf } from "../../behaviour/recipe-of";
import type { JourneysResult } from "./result";
import { readRetention } from "./retention";
import { JOURNEYS_SETTINGS, type Chosen } from "./settings";
import { eventsFunnel } from "./visit-funnel";
import { readVisits } from "./visits";
import { rate } from "../../behaviour/wilson";
import { writeValues } from "./write-values";
import { readWho } from "./who";

/** How customers browse, return, convert and leave. */
export const journeys: Analysis<typeof JOURNEYS_SETTINGS, JourneysResult> = {
  id: "journeys",
  title: "Journeys",
  question: "How do customers browse, return, convert and leave?",
  settings: JOURNEYS_SETTINGS,
  missing,
  run,
  answer: journeysAnswer,
  cards: journeysCards,
  figures: journeysFigures,
  findings: journeysFindings,
  funnels: ({ log }) => funnelOffer(log),
  columnRoles: journeyRoles,
  follow: ({ follow }) => follow,
};

function missing(dataset: Dataset): string | null {
  if (dataset.counts.customers > 0) return null;
  return "No customer is left, so there is no journey. Take a filter away.";
}

async function run(context: Context, values: Chosen): Promise<JourneysResult> {
  const { columns } = await context.table();
  const recipe = recipeOf(columns, values);
  if (recipe.roles.what === null && recipe.roles.when === null)
    throw new UserError(
      "No column says what happened or when, so there are no journeys to follow.",
      "Choose the column that names the event, page or product under “What happened”.",
    );
  const every = await readLog(context, columns, recipe);
  const { log, follow } = await followed(context, every, values);
  const by = columns.find(({ label }) => label === values.by) ?? propertyColumns(columns, recipe.roles)[0] ?? null;
  context.onProgress(0.45, "Looking at visits");
  await writeValues(context, log, [...(by === null ? [] : [by]), ...changeProperties(log)]);
  context.onProgress(0.55, "Looking at visits");
  const visits = await readVisits(context, log, by, values.gap);
  const funnel = await measureFunnel(context, log, planOf(every, values), by, {
    tell: (share) => context.onProgress(0.6 + 0.12 * share, "Walking the funnel"),
    period: periodOf(log, values),
  });
  const abandoned = await abandonedOf(context, log);
  const reverse = await reverseOf(context, log, funnel, values);
  const seen = { log, follow, visits, funnel, abandoned, reverse };
  context.show({ ...seen, paths: null, retention: null, changes: undefined, partial: true } satisfies JourneysResult);
  context.onProgress(0.75, "Following paths");
  const paths = await readPaths(context, log, funnel, by, values);
  context.onProgress(0.85, "Counting who returns");
  const retention = Number.isFinite(log.account.first)
    ? await readRetention(context, log, periodOf(log, values))
    : null;
  context.show({ ...seen, paths, retention, changes: undefined, partial: true } satisfies JourneysResult);
  context.onProgress(0.88, "Looking for what changed");
  return { ...seen, paths, retention, changes: await readChanges(context, log), partial: false };
}

/** The log of the customers whom the settings follow, and whom they may. */
async function followed(
  context: Context,
  every: Log,
  values: Chosen,
): Promise<{ readonly log: Log; readonly follow: Follow }> {
  const plan = planOf(every, values);
  const cohorts = await followedCohorts(context, every, periodOf(every, values));
  const who = readWho(values.who);
  if (who === null) return { log: every, follow: followOf(plan.text, cohorts, "", null) };
  const customers = await findCustomers(context, every, who, plan);
  const key = JSON.stringify([values.who, plan.order, plan.window]);
  const log = await followCustomers(context, every, key, customers);
  return { log, follow: followOf(plan.text, cohorts, values.who, customers) };
}

const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

function planOf({ names }: Log, values: Chosen): FunnelPlan {
  return {
    text: values.funnel === "" ? guessFunnel(names) : values.funnel,
    count: values.count as FunnelPlan["count"],
    order: values.sequence as FunnelPlan["order"],
    window: values.window === 0 ? null : values.window * UNIT_MS[values.windowUnit as keyof typeof UNIT_MS],
  };
}

/** Half a year is the least in which months say something. */
const MONTHS = 183 * UNIT_MS.days;

function periodOf({ account }: Log, { period }: Chosen): Period {
  if (period !== "auto") return period as Period;
  return account.last - account.first > MONTHS ? "month" : changePeriod(account);
}

async function abandonedOf(context: Context, log: Log): Promise<JourneysResult["abandoned"]> {
  const { cart, buy } = shopEvents(log.names);
  if (cart === null || buy === null) return null;
  const plan: FunnelPlan = { text: eventsFunnel([cart, buy]), count: "visit", order: "ordered", window: null };
  const [put, bought] = (await measureFunnel(context, log, plan, null)).steps;
  if (put === undefined || bought === undefined) return null;
  return { ...rate(put.n - bought.n, put.n), cart, buy };
}

async function reverseOf(
  context: Context,
  log: Log,
  { steps }: FunnelResult,
  { end }: Chosen,
): Promise<JourneysResult["reverse"]> {
  const test = steps.at(-1)?.step.tests[0];
  const label = end !== "" ? end : test === undefined || test.is === "condition" ? null : test.event;
  const event = label === null ? null : eventNumber(log.names, label);
  return event === null ? null : cameBefore(context, log, event);
}
