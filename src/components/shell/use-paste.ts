import { useEffect } from "preact/hooks";
import type { Session } from "../../session/session";
import { closedBecause } from "./closed-door";
import { ask } from "./door";
import { pastedFiles } from "./pasted-table";
import { say } from "./toasts";

/** Opens a table that is pasted anywhere on the page, but not while a person types or a dialog covers it. */
export function usePaste(session: Session | null): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null;
      const { clipboardData } = event;
      if (
        clipboardData === null ||
        typing ||
        closedBecause.value !== null ||
        document.querySelector("dialog:modal") !== null
      )
        return;
      event.preventDefault();
      const files = pastedFiles(clipboardData);
      if (files === null) say("What was pasted is no table: it needs a header line and at least one line of data.");
      else ask(session, { kind: "files", files });
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [session]);
}
