/** Time a job may hold the thread before messages, such as a cancel, are looked at. */
const SLICE_MS = 30;

/** Why a job was stopped: what `fetch` and the DOM throw on abort. */
export function abortError(): DOMException {
  return new DOMException("The computation was cancelled.", "AbortError");
}

/**
 * Runs a job to its end, giving the thread back every 30 ms. Rejects with an AbortError at the next slice once
 * `cancelled` says so, otherwise with what the job throws. Progress is reported once per slice.
 */
export async function runInSlices<T>(
  job: Generator<number, T, void>,
  cancelled: () => boolean,
  onProgress: (share: number) => void,
): Promise<T> {
  let started = performance.now();
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
    if (performance.now() - started < SLICE_MS) continue;
    onProgress(step.value);
    await nextTask();
    if (cancelled()) throw abortError();
    started = performance.now();
  }
}

/** Waits for the messages already queued; unlike setTimeout it is never held back to 4 ms. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
