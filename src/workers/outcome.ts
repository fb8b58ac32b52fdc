import { UserError } from "../data/user-error";

/** Comlink keeps only an error's name and message, so what a person can mend crosses as a value. */
export type Outcome<T> = { readonly value: T } | { readonly message: string; readonly next: string };

/** What the work resolves to, or the sentences of the UserError that it rejects with. Other errors stay errors. */
export async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return endThread(error);
    if (error instanceof UserError) return { message: error.message, next: error.next };
    throw error;
  }
}

/** The value, or the UserError whose sentences came instead. */
export function opened<T>(crossed: Outcome<T>): T {
  if ("value" in crossed) return crossed.value;
  throw new UserError(crossed.message, crossed.next);
}

/** A module that trapped is in pieces, and so is all that it holds: as an uncaught error its thread ends and is replaced. */
function endThread(trap: WebAssembly.RuntimeError): Promise<never> {
  setTimeout(() => {
    throw trap;
  });
  return new Promise(() => undefined);
}
