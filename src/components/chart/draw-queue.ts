import { loud, quiet } from "./quiet";

type Work = () => Promise<void>;

const waiting = new Map<HTMLElement, Work>();
let running = false;

/**
 * Draws one chart per task, so that a page of charts never holds the main thread for longer than its slowest chart.
 * Asking again for the same place replaces what was asked before.
 */
export function enqueue(host: HTMLElement, work: Work): void {
  waiting.set(host, work);
  if (!running) void run();
}

/** Forgets what was asked for that place. */
export function dequeue(host: HTMLElement): void {
  waiting.delete(host);
}

async function run(): Promise<void> {
  running = true;
  try {
    await nextTask();
    for (let next = first(); next !== undefined; next = first()) {
      const [host, work] = next;
      waiting.delete(host);
      await quiet();
      await work();
      await nextTask();
    }
  } finally {
    running = false;
    void loud();
  }
}

function first(): [HTMLElement, Work] | undefined {
  for (const entry of waiting) return entry;
  return undefined;
}

/** After whatever input and painting is due. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
