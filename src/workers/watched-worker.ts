import { ALIVE } from "./lifeline";

/** Starts a worker of that name. */
export type MakeWorker = (name: string) => Worker;

/** A worker whose end does not go unnoticed. */
export interface WatchedWorker {
  readonly worker: Worker;
  /** Resolves with the reason once the worker is dead, however it died; never rejects. */
  readonly death: Promise<string>;
  /** Ends the worker, and with it the wait for its death. */
  end(why: string): void;
}

/** A worker says that it lives before it does anything else; one that is silent for this long never started. */
const START_MS = 15_000;

/**
 * Starts a worker and watches over it. A browser says nothing when it ends a worker for want of memory or at somebody's
 * word, and calls to it would wait for ever. So the worker holds a lock of its own name while it lives (see
 * `holdLifeline`), and the page waits in line for that lock: it comes only when the worker has gone. Names are random,
 * since locks are shared by every tab of the site. Where there are no locks, only errors tell.
 */
export function watchedWorker(make: MakeWorker, kind: string): WatchedWorker {
  const name = `${kind} ${crypto.randomUUID()}`;
  const worker = make(name);
  const { promise: death, resolve } = Promise.withResolvers<string>();
  const end = (why: string): void => {
    worker.terminate();
    resolve(why);
  };
  worker.addEventListener("error", (event) => end(event.message || "its worker failed"));
  worker.addEventListener("messageerror", () => end("a message could not be read"));
  if ("locks" in navigator) waitInLine(name, worker, death, end);
  return { worker, death, end };
}

function waitInLine(name: string, worker: Worker, death: Promise<string>, end: (why: string) => void): void {
  const late = setTimeout(() => end("its worker did not start"), START_MS);
  void death.then(() => clearTimeout(late));
  const listen = (event: MessageEvent): void => {
    clearTimeout(late);
    // An answer may come before the lock does.
    if (event.data !== ALIVE) return;
    worker.removeEventListener("message", listen);
    // This message is not for those who talk to the worker.
    event.stopImmediatePropagation();
    navigator.locks.request(name, () => end("its worker was ended")).catch(() => undefined);
  };
  worker.addEventListener("message", listen);
}

/** Work that nobody wants any more may take this long to notice; a worker that is busy with it for longer hangs. */
const PATIENCE_MS = 1500;

/** Ends a worker whose work goes on after its signal fired, so that the next call gets one that answers. */
export function endWhenStuck(watched: WatchedWorker, work: Promise<unknown>, signal: AbortSignal | undefined): void {
  if (signal === undefined) return;
  const ended = new AbortController();
  const stop = (): void => {
    const late = setTimeout(() => watched.end("it did not stop when asked"), PATIENCE_MS);
    ended.signal.addEventListener("abort", () => clearTimeout(late));
  };
  signal.addEventListener("abort", stop, { once: true, signal: ended.signal });
  const settled = (): void => ended.abort();
  work.then(settled, settled);
}
