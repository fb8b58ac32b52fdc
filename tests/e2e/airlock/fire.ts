import type { Page } from "@playwright/test";
import { targetOf, type Target, type Vector } from "./target";
import { WORKER_VECTORS, workerSource } from "./worker-vectors";

/** Fires each vector in the page as it stands, one after another, without waiting for what they return. */
export async function fire(page: Page, vectors: Readonly<Record<string, Vector>>, own: string): Promise<void> {
  for (const [id, vector] of Object.entries(vectors)) {
    const text = `(${vector.toString()})(${JSON.stringify(targetOf(id, own))})`;
    await page.evaluate(`try { Promise.resolve(${text}).catch(() => undefined); } catch { } undefined`);
  }
}

/** The same from a worker that the page makes from memory, or from `address`; gives the number of vectors fired. */
export async function fireFromWorker(page: Page, own: string, address: string | null = null): Promise<number> {
  const ids = Object.keys(WORKER_VECTORS);
  const targets: Record<string, Target> = {};
  for (const id of ids) targets[id] = targetOf(id, own);
  const fired = await page.evaluate(
    ({ source, address, targets }) =>
      new Promise<number>((resolve, reject) => {
        const blob = new Blob([source], { type: "text/javascript" });
        const worker = new Worker(address ?? URL.createObjectURL(blob));
        worker.onmessage = ({ data }) => resolve(Number(data));
        worker.onerror = () => reject(new Error("The worker did not start."));
        worker.postMessage(targets);
      }),
    { source: workerSource(), address, targets },
  );
  return fired;
}
