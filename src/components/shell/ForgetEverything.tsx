import type { JSX } from "preact";
import type { Session } from "../../session/session";
import { say } from "./toasts";

/** Deletes whatever of a person's data this browser keeps for this site; not there when it keeps nothing. */
export function ForgetEverything({ session }: { session: Session }): JSX.Element | null {
  const { memory } = session;
  if (memory.files.value.length === 0) return null;
  const forget = async (): Promise<void> => {
    try {
      await memory.forgetEverything();
      say("Everything that was remembered on this device is deleted.");
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "problem");
    }
  };
  return (
    <button type="button" class="button" disabled={memory.busy.value} onClick={() => void forget()}>
      Forget everything
    </button>
  );
}
