import type { Link, Session } from "../../session/session";
import { saveFile } from "./save-file";
import { say } from "./toasts";

/** Puts a link on the clipboard; false where the browser does not allow that. */
export async function copyLink({ href, held, cut }: Link): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(href);
  } catch {
    // Refused, as without permission or focus: the link stands in the window, to be copied by hand.
    return false;
  }
  const without = held.length + cut.length > 0 ? " Whoever opens it is told what it is without." : "";
  say(`Link copied. It holds no rows of your data.${without}`);
  return true;
}

/** Saves the whole view, however long, as a file that can be dropped in here again. */
export function saveView(session: Session, values: boolean): void {
  const name = `${session.view.value.page}-view.clientele`;
  saveFile(session.viewFile(values), name);
  say(`${name} is in your downloads. Open it here like a file to get this view back.`);
}
