import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Session } from "../../session/session";
import { say } from "../shell/toasts";

/** The tick that keeps the open file on this device for the next visit; off unless a person sets it. Not for made-up data. */
export function RememberThis({ session }: { session: Session }): JSX.Element | null {
  const { memory } = session;
  /** What the person just chose, while the browser still works on it. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  const opened = session.opened.value;
  if (opened === null || opened.synthetic) return null;
  const kept = memory.files.value.find(({ id }) => id === opened.fingerprint.hash);
  const change = async (keep: boolean): Promise<void> => {
    setWanted(keep);
    try {
      await (keep ? memory.remember() : memory.forget(opened.fingerprint.hash));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "problem");
    } finally {
      setWanted(null);
    }
  };
  return (
    <div class="dp-remember">
      <label>
        <input
          type="checkbox"
          checked={wanted ?? kept !== undefined}
          disabled={memory.busy.value}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            void change(checked);
          }}
        />{" "}
        Remember this file on this device
      </label>
      <p class="dp-remember-note">{whatIsKept(memory.busy.value, kept?.handles)}</p>
    </div>
  );
}

function whatIsKept(busy: boolean, handles: readonly unknown[] | null | undefined): string {
  if (busy) return "Working on it.";
  if (handles === undefined) return "Nothing of it is stored now: closing the tab forgets it.";
  const what = handles === null ? "a copy of the file" : "where the file lies on disk";
  return `This browser keeps ${what}, its name, and the settings, filters and meanings of columns, on this device only.`;
}
