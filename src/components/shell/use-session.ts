import { useEffect, useState } from "preact/hooks";
import { beginBoot } from "../../session/boot";
import type { Session } from "../../session/session";
import { quietBy } from "../chart/quiet";
import { ask, waitingWish } from "./door";
import { closedBecause } from "./closed-door";
import { takeEarly } from "./early-door";
import { loadParts, type Parts } from "./load-parts";

/** The workbench as it comes to life. */
export interface Started {
  readonly session: Session | null;
  readonly parts: Parts | null;
  /** Why it could not start, for the screen; null while it can. */
  readonly problem: Error | null;
}

/** Starts the session after the first paint, with everything that any page will need, so that nothing is fetched later. */
export function useSession(base: string): Started {
  const [started, setStarted] = useState<Started>({ session: null, parts: null, problem: null });
  useEffect(() => {
    const early = takeEarly();
    if (early !== null) ask(null, early);
    let gone = false;
    const start = async () => {
      const root = new URL(base, location.href).pathname;
      const boot = beginBoot(root);
      const arriving = loadParts();
      // Told by the session, which awaits them.
      arriving.catch(() => undefined);
      const { startSession } = await import("../../session/start");
      const meanwhile = async (): Promise<void> => (await arriving).rehearsePlotly();
      const session = await startSession({ root, boot, arriving, meanwhile, drawing: quietBy });
      const parts = await arriving;
      if (!gone) setStarted({ session, parts, problem: null });
    };
    start().catch((error: unknown) => {
      const problem = error instanceof Error ? error : new Error(String(error));
      if (gone) return;
      waitingWish.value = null;
      closedBecause.value = problem.message;
      setStarted({ session: null, parts: null, problem });
    });
    return () => {
      gone = true;
    };
  }, [base]);

  const { session } = started;
  const stage = session?.stage.value.name;
  useEffect(() => {
    const wish = waitingWish.value;
    if (session !== null && stage !== "booting" && wish !== null) ask(session, wish);
  }, [session, stage]);
  return started;
}
