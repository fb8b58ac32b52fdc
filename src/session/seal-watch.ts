import { signal, type ReadonlySignal } from "@preact/signals";

/** What the browser has counted since the page was sealed. */
export interface SealWatch {
  /** Addresses the page fetched anything from; data and blobs in its own memory are not addresses. */
  readonly requests: ReadonlySignal<readonly string[]>;
  /** Attempts that the policy stopped, by the directive that stopped them. */
  readonly stopped: ReadonlySignal<readonly string[]>;
}

/**
 * Counts from `sealedAt` (milliseconds since the page was opened) on. `requests` comes from the browser's own resource
 * timings of this page, `stopped` from its reports of policy violations; workers have their own, which end there.
 */
export function watchFrom(sealedAt: number): SealWatch {
  const requests = signal<readonly string[]>([]);
  const stopped = signal<readonly string[]>([]);
  const observer = new PerformanceObserver((list) => {
    const left = list.getEntries().filter((entry) => entry.startTime > sealedAt && isRequest(entry));
    if (left.length > 0) requests.value = [...requests.value, ...left.map(({ name }) => name)];
  });
  observer.observe({ type: "resource", buffered: true });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    stopped.value = [...stopped.value, effectiveDirective];
  });
  return { requests, stopped };
}

/** A refused attempt may leave a timing too: it has no answer. */
function isRequest(entry: PerformanceEntry): boolean {
  return /^(?:https?|wss?):/u.test(entry.name);
}
