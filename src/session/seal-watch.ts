import { computed, signal, type ReadonlySignal } from "@preact/signals";

/** What the browser has counted since the page was sealed. */
export interface SealWatch {
  /** Addresses the page fetched anything from; data and blobs in its own memory are not addresses. */
  readonly requests: ReadonlySignal<readonly string[]>;
  /** Attempts that the policy stopped. */
  readonly stopped: ReadonlySignal<readonly Stopped[]>;
}

export interface Stopped {
  /** The address it was for, or a keyword of the browser such as "inline". */
  readonly address: string;
  /** The part of the policy that stopped it, such as "connect-src". */
  readonly directive: string;
}

/**
 * Counts from `sealedAt` (milliseconds since the page was opened) on. `requests` comes from the browser's own resource
 * timings of this page, `stopped` from its reports of policy violations; workers keep their own, which end there.
 */
export function watchFrom(sealedAt: number): SealWatch {
  const timed = signal<readonly string[]>([]);
  const stopped = signal<readonly Stopped[]>([]);
  const observer = new PerformanceObserver((list) => {
    const later = list.getEntries().filter(({ startTime, name }) => startTime > sealedAt && NETWORK.test(name));
    if (later.length > 0) timed.value = [...timed.value, ...later.map(({ name }) => name)];
  });
  observer.observe({ type: "resource", buffered: true });
  document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    stopped.value = [...stopped.value, { address: blockedURI, directive: effectiveDirective }];
  });
  return { requests: computed(() => sent(timed.value, stopped.value)), stopped };
}

const NETWORK = /^(?:https?|wss?):/u;

/** The timed addresses without those that were stopped: browsers keep a timing of what they refused, too. */
export function sent(timed: readonly string[], stopped: readonly Stopped[]): readonly string[] {
  const refused = new Set(stopped.map(({ address }) => withoutFragment(address)));
  return timed.filter((address) => !refused.has(withoutFragment(address)));
}

const withoutFragment = (address: string): string => address.replace(/#.*$/su, "");
