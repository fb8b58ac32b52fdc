import type { Session } from "../../session/session";
import { say } from "./toasts";

/** Puts the address of this view on the clipboard. */
export async function copyLink(session: Session): Promise<void> {
  const address = new URL(session.link(), location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    say("Link copied. It holds your settings, the filter values you chose and the file's fingerprint, and no rows.");
  } catch {
    // The browser refused the clipboard: the address bar holds the same link.
    say("The browser did not allow copying. The address bar holds the same link.", "problem");
  }
}
