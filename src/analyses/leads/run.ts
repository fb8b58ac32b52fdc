import type { Values } from "../../view/settings";
import type { Validation } from "../../workers/lab/validating";
import type { Context } from "../analysis";
import { readLeads, type LeadTable } from "./read-leads";
import { namesOf, reasonsOf } from "./reasons";
import type { LeadPlan, LeadsResult } from "./result";
import { modelSettings, scoreAll, tablesOf } from "./score-all";
import type { LEAD_SETTINGS } from "./settings";

/** Features whose curve is drawn: those that drive most. */
const CURVES = 4;

/** Validates a model, scores every customer, then says what drives it. Rejects with a UserError or as the jobs do. */
export async function runLeads(context: Context, values: Values<typeof LEAD_SETTINGS>): Promise<LeadsResult> {
  context.onProgress(0, "Reading the features");
  const plan = planOf(values);
  const lead = await readLeads(context, values);
  const validation = await validated(context, lead, plan);
  const scored = await scoreAll(context, lead, plan, validation);
  await context.derive("leads", lead.customerNo, { lead_score: scored.scores, lead_rank: ranksOf(scored.order) });
  const seen: LeadsResult = {
    ...lead,
    ...scored,
    ...(await reasonsOf(context, lead, plan, validation, scored)),
    unit: context.dataset.unit,
    plan,
    validation,
    capacities: await context.compute("capacities", {
      probabilities: validation.probabilities,
      outcome: lead.known.outcome,
      contacts: contactsOf(plan.contacts, validation.rowsTested),
    }),
    names: await namesOf(context, lead, scored),
    drivers: null,
    dependence: [],
    partial: true,
  };
  context.show(seen);
  return driven(context, seen);
}

async function validated(context: Context, lead: LeadTable, plan: LeadPlan): Promise<Validation> {
  const { folds, seed } = plan;
  return context.compute(
    "validate",
    {
      ...tablesOf(lead).table,
      model: modelSettings(plan),
      folds,
      seed,
      time: lead.time === null ? undefined : lead.known.cut(lead.time.column),
    },
    { onProgress: (share) => context.onProgress(0.05 + 0.45 * share, "Testing models on customers they never saw") },
  );
}

/** Adds what the models lean on and how. */
async function driven(context: Context, seen: LeadsResult): Promise<LeadsResult> {
  const { plan, validation } = seen;
  const { all, table } = tablesOf(seen);
  const { assignment, models } = validation;
  const drivers = await context.compute(
    "drivers",
    { ...table, assignment, models, seed: plan.seed },
    { onProgress: (share) => context.onProgress(0.6 + 0.3 * share, "Asking what drives it") },
  );
  const dependence = await context.compute("partialDependence", {
    ...all,
    model: seen.classifier,
    features: drivers.drivers.slice(0, CURVES).map(({ feature }) => feature),
    seed: plan.seed,
  });
  return { ...seen, drivers, dependence, partial: false };
}

function ranksOf(order: Int32Array): Int32Array {
  const ranks = new Int32Array(order.length);
  order.forEach((place, at) => (ranks[place] = at + 1));
  return ranks;
}

/** The chosen number, then round numbers up to all. */
function contactsOf(chosen: number, rows: number): readonly number[] {
  const shares = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].map((share) => Math.max(1, Math.round(share * rows)));
  return [...new Set([Math.min(chosen, rows), ...shares, rows])];
}

const planOf = ({ model, split, folds, contacts, seed }: Values<typeof LEAD_SETTINGS>): LeadPlan => ({
  model: model === "logistic" ? "logistic" : "boosting",
  split: split === "time" ? "time" : "random",
  ...{ folds, contacts, seed },
});
