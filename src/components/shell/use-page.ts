import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../../session/session";
import { firstPage } from "../../view/first-page";
import { PLACES, type PageTitle } from "./navigation";

/**
 * The page a person is on. When it changes, the window's title follows, the page starts at its top, and focus moves to its
 * heading, so that a screen reader reads it. From the front door an opened file leads on: a sample to its first answers, a
 * file of one's own to what was found in it.
 */
export function usePage(
  session: Session | null,
  first: string,
  catalogue: readonly PageTitle[],
  main: RefObject<HTMLElement>,
): string {
  const page = session?.view.value.page ?? first;
  const stage = session?.stage.value.name;
  const before = useRef(first);

  useEffect(() => {
    if (session === null || page !== "home" || (stage !== "ready" && stage !== "mapping")) return;
    session.go(stage === "ready" ? firstPage(session.opened.value?.fingerprint.sample ?? null, session.pages) : "data");
  }, [session, page, stage]);

  useEffect(() => {
    document.title = titleOf(page, catalogue);
    if (before.current === page) return;
    before.current = page;
    // Both ask where everything stands: with the next frame, which works that out anyway, instead of once more before it.
    const frame = requestAnimationFrame(() => {
      window.scrollTo({ top: 0 });
      (main.current?.querySelector("h1") ?? main.current)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [page, catalogue, main]);
  return page;
}

/** The window's title for a page. */
export function titleOf(page: string, catalogue: readonly PageTitle[]): string {
  if (page === "home") return "Clientele: customer analytics that never leaves the client";
  const place = PLACES.flatMap(({ places }) => places).find(({ id }) => id === page);
  const title = catalogue.find(({ id }) => id === page)?.title ?? place?.title ?? page;
  return `${title} · Clientele`;
}
