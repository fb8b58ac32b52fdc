/** The second policy: it can only take away. After it, not even the own host can be reached. */
const LOCK = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "connect-src blob:",
  "worker-src blob:",
  "img-src data: blob:",
  "style-src-elem 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "style-src-attr 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What was tried and refused once the seal was on. */
export interface SealEvidence {
  readonly sealedAt: number;
  readonly checks: readonly SealCheck[];
}

export interface SealCheck {
  readonly tried: string;
  readonly refused: boolean;
}

/**
 * Shuts the page: removes what a policy cannot reach, adds the lock policy, then tries to get out. Call after everything
 * has been imported and fetched, and before any worker starts. Files may be accepted only if every check was refused.
 */
export async function seal(): Promise<SealEvidence> {
  removeSideDoors();
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = LOCK;
  document.head.append(meta);
  return { sealedAt: performance.now(), checks: await Promise.all(CHECKS.map(attempt)) };
}

/** WebRTC, WebTransport, pop-ups and leaving for another origin are outside what a policy in a page can forbid. */
function removeSideDoors(): void {
  for (const door of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"])
    Reflect.deleteProperty(window, door);
  window.open = () => null;
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("navigate", (event) => {
    const { destination } = event as Event & { destination: { url: string } };
    if (new URL(destination.url).origin !== location.origin) event.preventDefault();
  });
}

interface Attempt {
  readonly tried: string;
  /** Resolves if it got out, throws or rejects if it was refused. */
  readonly escape: () => unknown;
}

const CHECKS: readonly Attempt[] = [
  { tried: "Running code from a text", escape: () => Reflect.construct(Function, ["return 1"]) as unknown },
  { tried: "Fetching from this site", escape: () => fetch(`${location.origin}/robots.txt`, { cache: "no-store" }) },
  { tried: "Starting a worker from the network", escape: () => networkWorker() },
];

async function attempt({ tried, escape }: Attempt): Promise<SealCheck> {
  try {
    await escape();
    return { tried, refused: false };
  } catch (error) {
    return { tried, refused: error instanceof Error };
  }
}

/** Resolves if a worker script could be loaded from the own host. */
function networkWorker(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("/seal-check.js", location.origin));
    worker.onerror = () => reject(new Error("refused"));
    setTimeout(() => {
      worker.terminate();
      resolve();
    }, 2000);
  });
}
