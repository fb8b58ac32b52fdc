import type { CapacitiesInput, Capacity } from "../../workers/lab/validating";
import { allRows, valuesAt } from "../complete-rows";
import { within } from "../progress";
import { capacitiesOf } from "./gains";
import { rankingOf } from "./ranking";
import { outcomeAt } from "./roc";

/**
 * What contacting the best few finds, for other numbers of contacts than were validated with. Rows without a probability are
 * left out; a number beyond the others counts as all of them.
 */
export function* capacities({
  probabilities,
  outcome,
  contacts,
}: CapacitiesInput): Generator<number, Capacity[], void> {
  const rows = allRows(probabilities.length).filter((row) => Number.isFinite(probabilities[row]));
  yield 0;
  const ranking = yield* within(rankingOf(valuesAt(probabilities, rows), outcomeAt(outcome, rows)), 0, 1);
  const most = contacts.map((n) => Math.min(n, rows.length));
  return capacitiesOf(ranking, most);
}
