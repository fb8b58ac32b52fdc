import { isOfBuild, LIST_FILE, neverChanges, type OfflineBuild } from "./build-list";

/** How long a page waits for a slow network while its copy lies ready. */
const PATIENCE_MS = 3000;

/** What answering takes: the build, where the site lies, the build's storage and the network. */
export interface Answering {
  readonly build: OfflineBuild;
  /** Path of the site's root, with slashes at both ends. */
  readonly root: string;
  readonly storage: Pick<Cache, "match">;
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * The answer to one request of a page, or null where the network alone shall answer: another origin, another place of the
 * host, anything but a plain reading. A file named by its content comes from storage; a page comes from the network, so
 * that a new build is seen at once, and from storage when the network does not answer.
 */
export function answerTo(request: Request, answering: Answering): Promise<Response> | null {
  const url = new URL(request.url);
  const isPlain = request.method === "GET" && !request.headers.has("range");
  if (!isPlain || url.origin !== location.origin || !url.pathname.startsWith(answering.root)) return null;
  const file = fileAt(url.pathname.slice(answering.root.length), answering.build);
  if (request.mode === "navigate") return page(request, file, answering);
  if (file === null) return null;
  return neverChanges(file)
    ? stored(file, answering).then((kept) => kept ?? answering.fetch(request))
    : fresh(request, file, answering);
}

/** The file of the build at a path under the root: "data/" is data/index.html. Null when the build has none. */
function fileAt(path: string, { files }: OfflineBuild): string | null {
  const candidates = [path, `${path}index.html`, `${path}/index.html`];
  return candidates.find((file) => file === LIST_FILE || Object.hasOwn(files, file)) ?? null;
}

/** A page of this build gets the headers that its host may not send; a page of another build brings its own policy. */
async function page(request: Request, file: string | null, answering: Answering): Promise<Response> {
  if (file === null) return missing(request, answering);
  const answer = await fresh(request, file, answering);
  if (!answer.ok || answer.redirected) return answer;
  const bytes = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  if (await isOfBuild(answering.build, file, bytes))
    for (const [name, value] of Object.entries(answering.build.headers)) headers.set(name, value);
  return new Response(bytes, { status: answer.status, statusText: answer.statusText, headers });
}

/** A page that this build does not have: another build may, so the network is asked; without one, it is missing. */
async function missing(request: Request, answering: Answering): Promise<Response> {
  try {
    return await answering.fetch(request);
  } catch (error) {
    const kept = await stored("404.html", answering);
    if (kept === null) throw error;
    return new Response(kept.body, { status: 404, headers: kept.headers });
  }
}

/** From the network if it answers in time, otherwise as it was stored. */
async function fresh(request: Request, file: string, answering: Answering): Promise<Response> {
  const asked = answering.fetch(request);
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const answer = await Promise.race([asked, patience]).catch(() => null);
  if (answer !== null && answer.status < 500) return answer;
  return (await stored(file, answering)) ?? asked;
}

async function stored(file: string, { root, storage }: Answering): Promise<Response | null> {
  return (await storage.match(root + file)) ?? null;
}
