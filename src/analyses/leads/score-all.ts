import type { FeatureTable, ModelSettings, OutcomeTable } from "../../workers/lab/classifying";
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

/** Questions on the way through a tree: with more, shops of some thousand customers are told worse and too surely. */
const DEPTH = 3;

/** What the chosen model is told. */
export const modelSettings = ({ model, seed }: LeadPlan): ModelSettings =>
  model === "boosting" ? { kind: model, depth: DEPTH, seed } : { kind: model };

/** The model of all whose outcome is known. */
export const trained = (
  context: Context,
  lead: LeadTable,
  plan: LeadPlan,
  { probabilities, assignment }: Validation,
): Promise<Classifier> =>
  context.compute(
    "train",
    {
      ...tablesOf(lead).table,
      probabilities,
      assignment,
      model: modelSettings(plan),
    },
    { onProgress: (share) => context.onProgress(0.5 + 0.1 * share, "Learning from all customers") },
  );

/**
 * Scores everybody: who was tested, by the model that never saw them; the others, whose outcome is not known or who came before
 * all tests, by the model of all. Ranks are of what the models say, scores are that, corrected.
 */
export async function scoreAll(
  context: Context,
  lead: LeadTable,
  plan: LeadPlan,
  validation: Validation,
): Promise<Scored> {
  const { compute } = context;
  const raw = new Float64Array(lead.customerNo.length).fill(NaN);
  lead.known.rows.forEach((row, at) => (raw[row] = validation.probabilities[at] ?? NaN));
  const classifier = await trained(context, lead, plan, validation);
  if (validation.rowsTested < raw.length) {
    const { logOdds } = await compute("score", { model: classifier, columns: tablesOf(lead).all.columns });
    logOdds.forEach((value, place) => {
      if (Number.isNaN(raw[place])) raw[place] = 1 / (1 + Math.exp(-value));
    });
  }
  const [order, scores] = await Promise.all([
    compute("bestFirst", { scores: raw }),
    compute("corrected", { probabilities: raw, calibrator: classifier.calibrator }),
  ]);
  return { scores, order, classifier };
}
