import type { BoostingSettings } from "../../workers/lab/classifying";
import { InputError } from "../input-error";

/** Settings with what was left open filled in. */
export type BoostingChoice = Required<Omit<BoostingSettings, "kind">>;

/** Fills in scikit-learn's defaults. InputError for a setting that makes no sense. */
export function boostingChoice(settings: Omit<BoostingSettings, "kind">): BoostingChoice {
  const choice = {
    trees: 100,
    depth: Infinity,
    leaves: 31,
    learningRate: 0.1,
    minLeaf: 20,
    bins: 255,
    ridge: 0,
    patience: Infinity,
    seed: 1,
    ...settings,
  };
  const whole = (value: number, from: number, to: number): boolean =>
    (value === Infinity || Number.isInteger(value)) && value >= from && value <= to;
  if (!whole(choice.trees, 1, 5000))
    throw new InputError("The number of trees must be a whole number from 1 to 5,000.");
  if (!whole(choice.depth, 1, Infinity)) throw new InputError("The depth of the trees must be a whole number from 1.");
  if (!whole(choice.leaves, 2, 1024))
    throw new InputError("The leaves of a tree must be a whole number from 2 to 1,024.");
  if (!whole(choice.minLeaf, 1, 2 ** 31)) throw new InputError("A leaf must have at least 1 row.");
  if (!whole(choice.bins, 2, 255)) throw new InputError("The number of bins must be a whole number from 2 to 255.");
  if (!(choice.learningRate > 0 && choice.learningRate <= 1))
    throw new InputError("The learning rate must lie between 0 and 1.");
  if (!(choice.ridge >= 0 && choice.ridge < Infinity)) throw new InputError("The penalty must be 0 or more.");
  if (!whole(choice.patience, 1, Infinity))
    throw new InputError("The patience must be a whole number of trees from 1.");
  return choice;
}
