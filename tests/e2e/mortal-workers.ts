import type { Page } from "@playwright/test";

/** The kinds of threads the workbench works with, by the beginning of their names. */
export const KINDS = ["engine", "compute", "reader"] as const;

export type Kind = (typeof KINDS)[number];

interface Recorded {
  readonly name: string;
  readonly worker: Worker;
}

/** Remembers, in the page, every worker it starts, so that a test can end them as a browser short of memory does. */
export async function recordWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorded: Recorded[] = [];
    const Original = window.Worker;
    class RecordedWorker extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        recorded.push({ name: options?.name ?? "", worker: this });
      }
    }
    Object.assign(window, { Worker: RecordedWorker, recordedWorkers: recorded });
  });
}

/** Nothing that is asked of workers of that kind arrives any more: they are there and never answer, as one that hangs. */
export async function hangWorkers(page: Page, kind: Kind): Promise<void> {
  await page.evaluate((wanted) => {
    const { recordedWorkers } = window as unknown as { recordedWorkers: Recorded[] };
    for (const { name, worker } of recordedWorkers) if (name.startsWith(wanted)) worker.postMessage = () => undefined;
  }, kind);
}

/** Ends every worker of that kind without a word; answers how many were ended since the page was opened. */
export async function endWorkers(page: Page, kind: Kind): Promise<number> {
  return page.evaluate((wanted) => {
    const { recordedWorkers } = window as unknown as { recordedWorkers: Recorded[] };
    const ended = recordedWorkers.filter(({ name }) => name.startsWith(wanted));
    for (const { worker } of ended) worker.terminate();
    return ended.length;
  }, kind);
}
