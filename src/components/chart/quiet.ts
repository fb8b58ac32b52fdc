import type { Pause } from "../../workers/compute-client";

/** Longer than a chart takes where it has a core to itself; the next one asks anew. */
const DRAWING_MS = 150;

let pause: Pause = () => Promise.resolve();

/** What is computed beside the page waits while it draws: on two cores its tasks would otherwise last twice as long. */
export function quietBy(way: Pause): void {
  pause = way;
}

/** Resolves once what is computed waits, or soon after; it goes on by itself after a while. */
export const quiet = (): Promise<void> => pause(DRAWING_MS);

/** Drawing is over. */
export const loud = (): Promise<void> => pause(0);
