import type { FeatureTable, OutcomeTable } from "../../workers/lab/classifying";
import type { Classifier } from "../../workers/lab/explaining";
import type { Validation } from "../../workers/lab/validating";
import type { Context } from "../analysis";
import type { LeadTable } from "./read-leads";
import type { LeadPlan, Scored } from "./result";

/** The features of everybody, and those of the customers whose outcome is known. */
export function tablesOf({ features, known }: LeadTable): { readonly all: FeatureTable; readonly table: OutcomeTable } {
  const all = {
    columns: features.map(({ column }) => column),
    categorical: features.map(({ levels }) => levels !== null),
    names: features.map(({ label }) => label),
  };
  return { all, table: { ...all, columns: all.columns.map(known.cut), outcome: known.outcome } };
}

/** The model of all whose outcome is known. */
export const trained = (
  context: Context,
  lead: LeadTable,
  { model, seed }: LeadPlan,
  { probabilities, assignment }: Validation,
): Promise<Classifier> =>
  context.compute(
    "train",
    {
      ...tablesOf(lead).table,
      probabilities,
      assignment,
      model: model === "boosting" ? { kind: model, seed } : { kind: model },
    },
    { onProgress: (share) => context.onProgress(0.5 + 0.1 * share, "Learning from all customers") },
  );

/**
 * Scores everybody: who was tested, by the model that never saw them; the others, whose outcome is not known or who came before
 * all tests, by the model of all.
 */
export async function scoreAll(
  context: Context,
  lead: LeadTable,
  plan: LeadPlan,
  validation: Validation,
): Promise<Scored> {
  const { rows } = lead.known;
  const scores = new Float64Array(lead.customerNo.length).fill(NaN);
  rows.forEach((row, at) => (scores[row] = validation.probabilities[at] ?? NaN));
  const unseen = validation.rowsTested;
  if (unseen < scores.length) {
    const model = await trained(context, lead, plan, validation);
    const answer = await context.compute("score", { model, columns: tablesOf(lead).all.columns });
    answer.probabilities.forEach((probability, place) => {
      if (Number.isNaN(scores[place])) scores[place] = probability;
    });
  }
  return { scores, order: await context.compute("bestFirst", { scores }), unseen };
}
