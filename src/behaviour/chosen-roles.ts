import type { TableColumn } from "../data/table/table-column";
import { guessJourney } from "./guess-journey";
import type { JourneyRoles } from "./roles";

/** Columns a person chose, by name; empty where the guess stands, “-” where there is to be none. */
export interface ChosenColumns {
  readonly what: string;
  readonly when: string;
  readonly session: string;
  readonly order: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
}

export const NONE = "-";

/** The guessed roles with the person's choices in their place; a name that is no column changes nothing. */
export function chosenRoles(columns: readonly TableColumn[], chosen: ChosenColumns): JourneyRoles {
  const guessed = guessJourney(columns);
  const pick = (label: string, guess: TableColumn | null): TableColumn | null =>
    label === NONE ? null : (columns.find((column) => column.label === label && column.kind !== "empty") ?? guess);
  const number = (label: string, guess: TableColumn | null): TableColumn | null => {
    const picked = pick(label, guess);
    return picked === null || picked.kind === "number" || picked.kind === "integer" ? picked : guess;
  };
  const moment = columns.find(({ label, kind }) => label === chosen.when && kind === "moment");
  return {
    who: guessed.who,
    session: pick(chosen.session, guessed.session),
    what: pick(chosen.what, guessed.what),
    when: chosen.when === NONE ? null : moment === undefined ? guessed.when : { by: "moment", column: moment },
    order: number(chosen.order, guessed.order),
    quantity: number(chosen.quantity, guessed.quantity),
    price: number(chosen.price, guessed.price),
    amount: number(chosen.amount, guessed.amount),
    baskets: guessed.baskets && (chosen.session === "" || chosen.session === guessed.session?.label),
  };
}
