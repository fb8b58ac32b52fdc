import { answerTo } from "./answer";
import { LIST_FILE, storageOf, storagePrefix, type OfflineBuild } from "./build-list";

/** Written in by the build that this worker belongs to. */
declare const __OFFLINE_BUILD__: OfflineBuild;

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lifetime {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const build = __OFFLINE_BUILD__;
const root = new URL("./", location.href).pathname;

// It asks for nothing itself and listens to no message: the page stores the files of its build before it shuts itself.
addEventListener("install", (event) => (event as Lifetime).waitUntil(expectWholeBuild()));
addEventListener("activate", (event) => (event as Lifetime).waitUntil(forgetOtherBuilds()));
addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  const storage = {
    match: async (file: RequestInfo | URL) => (await caches.open(storageOf(root, build.build))).match(file),
  };
  const answer = answerTo(request, { build, root, storage, fetch: (wanted) => fetch(wanted) });
  if (answer !== null) (event as Fetching).respondWith(answer);
});

/** A build that is not stored whole is not installed: the one before goes on serving, or the network alone. */
async function expectWholeBuild(): Promise<void> {
  const storage = await caches.open(storageOf(root, build.build));
  const kept = new Set((await storage.keys()).map(({ url }) => new URL(url).pathname));
  const missing = [...Object.keys(build.files), LIST_FILE].filter((file) => !kept.has(root + file));
  if (missing.length > 0) throw new Error(`Not stored yet: ${missing.join(", ")}.`);
}

/** Runs when no page of an earlier build is open any more. */
async function forgetOtherBuilds(): Promise<void> {
  const own = storageOf(root, build.build);
  const names = (await caches.keys()).filter((name) => name.startsWith(storagePrefix(root)) && name !== own);
  await Promise.all(names.map((name) => caches.delete(name)));
}
