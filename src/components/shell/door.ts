import { signal } from "@preact/signals";
import type { Session } from "../../session/session";
import type { SampleKind } from "../../view/sample-name";
import { closedBecause } from "./closed-door";
import { say } from "./toasts";

/** What a person asked to open. */
export type Wish =
  | { readonly kind: "files"; readonly files: readonly File[] }
  | { readonly kind: "sample"; readonly sample: SampleKind };

/** Asked for before the workbench was ready; opened as soon as it is. */
export const waitingWish = signal<Wish | null>(null);

/** Opens now when the workbench can, otherwise remembers the wish (the last one counts). */
export function ask(session: Session | null, wish: Wish): void {
  if (closedBecause.value !== null) {
    say(closedBecause.value, "problem");
    return;
  }
  if (session === null || session.stage.value.name === "booting") {
    waitingWish.value = wish;
    return;
  }
  waitingWish.value = null;
  void grant(session, wish);
}

/** The wish in words, for the place where it waits. */
export function wishText(wish: Wish): string {
  if (wish.kind === "sample") return "The sample opens as soon as the workbench is ready.";
  const [first] = wish.files;
  const name = wish.files.length === 1 && first !== undefined ? first.name : `${wish.files.length} files`;
  return `Holding ${name}. It opens as soon as the workbench is ready.`;
}

async function grant(session: Session, wish: Wish): Promise<void> {
  try {
    await (wish.kind === "files" ? session.open(wish.files) : session.openSample(wish.sample));
  } catch (error) {
    // The session shows what a person can mend; this is the rest.
    say(sentences(error), "problem");
  }
}

/** What went wrong and, where the error knows it, what to do next. */
function sentences(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "next" in error && typeof error.next === "string" ? `${error.message} ${error.next}` : error.message;
}
