import {
  isOfBuild,
  LIST_FILE,
  neverChanges,
  storageOf,
  WORKER_FILE,
  type BuildList,
} from "../workers/offline/build-list";

/** How long the seal may wait for the copy: a slow network or disk is no reason to keep a person from their file. */
const LONGEST_MS = 4000;
/** At most this many files are asked for at once. */
const LANES = 8;

/** The copy of the site in the browser, being made while the page starts. */
export interface OfflineCopy {
  /**
   * Stores what is missing and registers the worker that serves it when the network does not. Call when everything else
   * has been fetched, and before the seal; `fetched` are files in memory already, by their path. Says whether the site is
   * kept. Never rejects: a browser, a host or a person may not want a copy, and the site works without.
   */
  finish(fetched: ReadonlyMap<string, ArrayBuffer>): Promise<boolean>;
}

interface Storing {
  readonly root: string;
  readonly list: BuildList;
  readonly storage: Cache;
  /** Files that are not stored yet, by path under the root. */
  readonly missing: readonly string[];
  readonly signal: AbortSignal;
}

/** The address of the site's service worker. */
export function offlineWorker(root: string): string {
  return new URL(root + WORKER_FILE, location.origin).href;
}

/**
 * Begins to store this build's own files. Everything is asked for here, by the page, before it shuts itself: the worker
 * asks for nothing. What the page fetches for itself is left until then, to come from memory.
 */
export function beginOffline(root: string): OfflineCopy {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return { finish: () => Promise.resolve(false) };
  const stop = new AbortController();
  const begun = begin(root, stop.signal);
  // Told by `finish`, which awaits the same promise.
  begun.catch(() => undefined);
  return {
    finish: async (fetched) => {
      const start = performance.now();
      const limit = setTimeout(() => stop.abort(), LONGEST_MS);
      const late = new Promise<false>((resolve) => stop.signal.addEventListener("abort", () => resolve(false)));
      try {
        return await Promise.race([begun.then((storing) => finish(storing, fetched)), late]);
      } catch {
        // Refused storage, a host that alters its files, no network: tried again at the next visit.
        return false;
      } finally {
        clearTimeout(limit);
        stop.abort();
        performance.measure("clientele:offline", { start });
      }
    },
  };
}

async function begin(root: string, signal: AbortSignal): Promise<Storing> {
  const response = await own(root + LIST_FILE, { cache: "no-cache", signal });
  const list = (await response.clone().json()) as BuildList;
  const storage = await caches.open(storageOf(root, list.build));
  const kept = new Set((await storage.keys()).map(({ url }) => new URL(url).pathname));
  const missing = Object.keys(list.files).filter((file) => !kept.has(root + file));
  const storing = { root, list, storage, missing, signal };
  await storeAll(storing, (file) => !neverChanges(file), new Map());
  if (!kept.has(root + LIST_FILE)) await storage.put(root + LIST_FILE, response);
  return storing;
}

async function finish(storing: Storing, fetched: ReadonlyMap<string, ArrayBuffer>): Promise<boolean> {
  await storeAll(storing, neverChanges, fetched);
  return register(storing);
}

async function storeAll(
  storing: Storing,
  wanted: (file: string) => boolean,
  fetched: ReadonlyMap<string, ArrayBuffer>,
): Promise<void> {
  const waiting = storing.missing.filter(wanted);
  const lane = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
      await store(storing, file, fetched.get(storing.root + file));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/**
 * Stores one file: from memory where it is there; from what the browser has kept, if it can only be the same; otherwise as
 * the host has it now, because what was kept may be of an earlier build.
 */
async function store(storing: Storing, file: string, bytes: ArrayBuffer | undefined): Promise<void> {
  const { root, list, storage, signal } = storing;
  const cache = neverChanges(file) ? "force-cache" : "no-cache";
  const response = bytes === undefined ? await own(root + file, { cache, signal }) : new Response(bytes);
  const content = bytes ?? (await response.clone().arrayBuffer());
  if (!(await isOfBuild(list, file, content))) throw new Error(`${file} is of another build.`);
  signal.throwIfAborted();
  await storage.put(root + file, response);
}

/**
 * Resolves when the worker of this build is installed, now or before. The browser looks for a newer worker by itself some
 * time after every page load, when the page is sealed: it finds the one that was fetched here still fresh.
 */
async function register({ root, signal }: Storing): Promise<boolean> {
  const worker = offlineWorker(root);
  await own(worker, { cache: "no-cache", signal });
  const registration = await navigator.serviceWorker.register(worker, { scope: root, updateViaCache: "all" });
  if (registration.active !== null) await registration.update();
  const { installing } = registration;
  if (installing === null) return true;
  return new Promise((resolve) => {
    installing.addEventListener("statechange", () => resolve(installing.state !== "redundant"));
  });
}

async function own(url: string, wish: RequestInit): Promise<Response> {
  const response = await fetch(url, wish);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}
