import type { Dataset } from "../../data/dataset";
import { UserError } from "../../data/user-error";
import type { CutOff } from "./cut-off";
import type { Outcome } from "./outcome";
import { counted, unitsOf } from "../units";
import { outcomeWords } from "./words";

/** Of each kind of outcome, the least to learn from and to test on: with fewer, every figure is chance. */
export const FEWEST_OF_EACH = 10;

/** What is told, and of whom. */
interface Told extends Pick<Dataset, "unit"> {
  readonly outcome: Outcome;
  readonly cut: CutOff | null;
}

/** UserError where too few have the outcome, or too few lack it, to tell them apart. */
export function refuseTooFew(outcomes: Uint8Array, told: Told): void {
  const have = outcomes.reduce((sum, one) => sum + one, 0);
  const lack = outcomes.length - have;
  if (Math.min(have, lack) >= FEWEST_OF_EACH) return;
  throw new UserError(
    have <= lack ? tooFew(have, "has", "have", told) : tooFew(lack, "lacks", "lack", told),
    told.cut === null
      ? `Choose another outcome, or open a file with more ${unitsOf(told)}.`
      : `Choose another outcome or another cut-off date, or open a file with more ${unitsOf(told)}.`,
  );
}

function tooFew(count: number, one: string, more: string, told: Told): string {
  const words = outcomeWords(told);
  if (count === 0)
    return `${more === "have" ? "None" : "All"} of the ${unitsOf(told)} have ${words}, so there is nothing to tell apart.`;
  return `Only ${counted(count, told)} ${count === 1 ? one : more} ${words}: too few to learn from and to test on; at least ${FEWEST_OF_EACH} are needed.`;
}
