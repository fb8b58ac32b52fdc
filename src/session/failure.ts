import { UserError } from "../data/user-error";
import { failureDetails } from "./failure-details";

/** A failure as the screen shows it. */
export interface Failure {
  readonly message: string;
  readonly next: string;
  /** Technical text to copy, with nothing of the data in it; null for something the person can mend alone. */
  readonly details: string | null;
}

/** A `UserError` in its own words; anything else as a bug, calmly, with details to copy that say what was being done. */
export function failure(error: unknown, doing: string): Failure {
  if (error instanceof UserError) return { message: error.message, next: error.next, details: null };
  return {
    message: "Something went wrong that should not have.",
    next: "Try again; if it stays, copy the details and report them: they hold nothing of your data, which has not left this browser.",
    details: failureDetails(error, doing),
  };
}

/** Stopped on purpose: nothing to tell. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
