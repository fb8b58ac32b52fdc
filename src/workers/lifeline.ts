/** What a worker says first, once it holds its lifeline. */
export const ALIVE = "clientele: alive";

/**
 * In a worker, first of all: holds a lock of the worker's name for as long as the worker lives, so that its end lets go of
 * it (see `watchedWorker`). Does nothing where the worker has no name or the browser no locks.
 */
export function holdLifeline(): void {
  if (!self.name || !("locks" in navigator)) return;
  const held = async (): Promise<void> => {
    self.postMessage(ALIVE);
    await new Promise(() => undefined);
  };
  // Refused in a page without an origin: then only errors tell of the worker's end.
  navigator.locks.request(self.name, held).catch(() => undefined);
}

/** The same as source text, to stand before the source of a worker that is not ours. */
export const LIFELINE = `navigator.locks&&self.name&&navigator.locks.request(self.name,()=>{postMessage(${JSON.stringify(ALIVE)});return new Promise(()=>{})}).catch(()=>{});\n`;
