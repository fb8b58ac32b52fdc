import type { Classifier, ContributionsOutput } from "../../workers/lab/explaining";
import type { Validation } from "../../workers/lab/validating";
import { numbers, texts } from "../../data/engine";
import type { Context } from "../analysis";
import { namesQuery } from "./queries-leads";
import type { LeadTable } from "./read-leads";
import type { LeadPlan, Reasons, Scored } from "./result";
import { tablesOf } from "./score-all";

/** Customers whose reasons are computed: the best. */
export const EXPLAINED = 50;

/** Why the best customers have their scores, each by the very model that gave it. */
export async function reasonsOf(
  context: Context,
  lead: LeadTable,
  plan: LeadPlan,
  validation: Validation,
  { order, classifier }: Scored,
): Promise<{ readonly reasons: readonly Reasons[]; readonly method: ContributionsOutput["method"] }> {
  const best = Array.from(order.subarray(0, EXPLAINED));
  const at = new Map(Array.from(lead.known.rows, (place, row) => [place, row]));
  const foldOf = (place: number): number => validation.assignment[at.get(place) ?? -1] ?? -1;
  const told: Reasons[] = [];
  let method: ContributionsOutput["method"] = plan.model === "boosting" ? "tree-shap" : "exact";
  for (const fold of new Set(best.map(foldOf))) {
    const model = modelOf(classifier, validation, fold);
    const rows = best.filter((place) => foldOf(place) === fold);
    const answer = await context.compute("contributions", { model, columns: tablesOf(lead).all.columns, rows });
    method = answer.method;
    const { expected } = answer;
    told.push(
      ...answer.rows.map(({ row, contributions, probability }) => ({
        place: row,
        contributions,
        expected,
        probability,
      })),
    );
  }
  const rank = new Map(best.map((place, index) => [place, index]));
  return { reasons: told.toSorted((a, b) => (rank.get(a.place) ?? 0) - (rank.get(b.place) ?? 0)), method };
}

/** The model that gave the scores of a part, without what corrects them. */
function modelOf(classifier: Classifier, { models }: Validation, fold: number): Classifier {
  return { ...classifier, model: models[fold] ?? classifier.model, calibrator: { kind: "none" } };
}

/** What the best customers are called, by place. */
export async function namesOf(
  context: Context,
  { customerNo }: LeadTable,
  { order }: Pick<Scored, "order">,
): Promise<ReadonlyMap<number, string>> {
  const best = Array.from(order.subarray(0, EXPLAINED));
  const answer = await context.query(namesQuery(best.map((place) => customerNo[place] ?? -1)));
  const [found, called] = [numbers(answer, "customer_no"), texts(answer, "customer")];
  const nameOf = new Map(Array.from(found, (one, at) => [one, called[at] ?? ""]));
  return new Map(best.map((place) => [place, nameOf.get(customerNo[place] ?? -1) ?? ""]));
}
