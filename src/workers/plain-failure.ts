import { UserError } from "../data/user-error";

/**
 * What a job threw, as the rest of the house knows it: an input that cannot be computed with (by its name, which is all
 * that survives the border between threads) becomes a UserError; anything else is passed on.
 */
export function plainFailure(thrown: unknown): unknown {
  if (thrown instanceof Error && thrown.name === "InputError") {
    return new UserError(
      thrown.message,
      "Change the features, the treatment or the filters, and it is computed again.",
    );
  }
  return thrown;
}
