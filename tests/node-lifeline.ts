import type { Worker as Thread } from "node:worker_threads";
import { ALIVE } from "../src/workers/lifeline";

/**
 * Holds the lock of a thread's name until the thread has gone, as a browser's worker does for itself: Node leaves a lock
 * with a thread that was terminated.
 */
export function holdFor(thread: Thread, name: string | undefined, face: EventTarget): void {
  if (name === undefined) return;
  const gone = new Promise<void>((resolve) => thread.once("exit", () => resolve()));
  void navigator.locks.request(name, async () => {
    // A browser's worker speaks later than the page that makes it can listen.
    await new Promise((resolve) => setTimeout(resolve));
    face.dispatchEvent(new MessageEvent("message", { data: ALIVE }));
    await gone;
  });
}
