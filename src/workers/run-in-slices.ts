/** Time a job may hold the thread before messages, such as a cancel or a pause, are looked at; and between two reports. */
const [SLICE_MS, REPORT_MS] = [12, 30];

/** Between two looks whether a pause is over. */
const PAUSE_STEP_MS = 5;

/** Why a job was stopped: what `fetch` and the DOM throw on abort. */
export function abortError(): DOMException {
  return new DOMException("The computation was cancelled.", "AbortError");
}

/**
 * Runs a job to its end, giving the thread back every 12 ms. Rejects with an AbortError at the next slice once
 * `cancelled` says so, otherwise with what the job throws. Progress is reported at most every 30 ms. While `paused` says so
 * the job waits.
 */
export async function runInSlices<T>(
  job: Generator<number, T, void>,
  cancelled: () => boolean,
  onProgress: (share: number) => void,
  paused: () => boolean = () => false,
): Promise<T> {
  let started = performance.now();
  let reported = started;
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - started < SLICE_MS) continue;
    if (now - reported >= REPORT_MS) {
      onProgress(step.value);
      reported = now;
    }
    await nextTask();
    while (paused() && !cancelled()) await new Promise((resolve) => setTimeout(resolve, PAUSE_STEP_MS));
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
