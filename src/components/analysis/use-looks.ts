import { useEffect, useMemo, useState } from "preact/hooks";
import type { Look } from "../../charts/figure";
import type { PageContent, Session } from "../../session/session";
import type { LookTaker } from "../chart/looks";

/** A card to be brought into sight once what is shown is another than `before`; null: as soon as can be. */
interface Wanted {
  readonly figure: string;
  readonly before: PageContent | null;
}

/** Takes looks over and, once their numbers stand, brings their card into sight and the focus to it. */
export function useLooks(session: Session, page: string, content: PageContent | null, busy: boolean): LookTaker {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  useEffect(() => {
    if (wanted === null || busy || content === null || content === wanted.before) return;
    setWanted(null);
    showFigure(wanted.figure);
  }, [wanted, busy, content]);
  const view = session.view.value;
  return useMemo(
    () => ({
      href: (look: Look) => session.looks.href(page, look),
      take: (look: Look) => {
        const changes = session.looks.take(page, look);
        setWanted({ figure: look.figure, before: changes ? content : null });
      },
    }),
    // The addresses are of the view as it is.
    [session, view, page, content],
  );
}

/** Frames in which the card may still come: about two seconds. */
const PATIENCE = 120;

/** Cards come a few in a frame, and those that come move the others. */
function showFigure(figure: string, patience = PATIENCE): void {
  const arriving = document.querySelector('.fig-grid[aria-busy="true"]') !== null;
  if (arriving && patience > 0) return void requestAnimationFrame(() => showFigure(figure, patience - 1));
  const card = document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(figure)}"]`);
  if (card === null) return;
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}
