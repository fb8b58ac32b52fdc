import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../../session/session";
import type { View } from "../../view/view";
import { say } from "./toasts";

/**
 * Undo is the browser's Back, as long as the last entry is a change made here: the returned function never leaves the
 * workbench. Changes are counted as the view changes, and uncounted as the person goes back.
 */
export function useUndo(session: Session | null): () => void {
  const depth = useRef(0);
  useEffect(() => {
    if (session === null) return undefined;
    let moving = false;
    const back = () => {
      moving = true;
      depth.current = Math.max(0, depth.current - 1);
      setTimeout(() => (moving = false));
    };
    // Captured, so that it is known to be a move before the session answers it by changing the view.
    window.addEventListener("popstate", back, { capture: true });
    let before: string | null = null;
    const stop = effect(() => {
      const now = recipe(session.view.value);
      if (before !== null && before !== now && !moving) depth.current += 1;
      before = now;
    });
    return () => {
      stop();
      window.removeEventListener("popstate", back, { capture: true });
    };
  }, [session]);
  return () => {
    if (depth.current > 0) history.back();
    else say("There is nothing to undo.");
  };
}

/** The part of a view that a person changes, as text to compare. */
function recipe({ page, roles, stepsOff, treatment, filters, settings }: View): string {
  const values = [...settings].map(([id, own]) => [id, [...own]]);
  return JSON.stringify([page, roles, stepsOff, treatment, filters, values]);
}
