import { UserError } from "../data/user-error";

/** A failure as the screen shows it. */
export interface Failure {
  readonly message: string;
  readonly next: string;
  /** Technical text to copy; null for something the person can mend alone. */
  readonly details: string | null;
}

/** A `UserError` in its own words; anything else as a bug, calmly, with details to copy. */
export function failure(error: unknown): Failure {
  if (error instanceof UserError) return { message: error.message, next: error.next, details: null };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: "Something went wrong that should not have.",
    next: "Try again; if it stays, copy the details and report them. Your data has not left this browser.",
    details: error instanceof Error && error.message !== "" ? `${error.message}\n${details}` : details,
  };
}

/** Stopped on purpose: nothing to tell. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
