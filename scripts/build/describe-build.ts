import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { LIST_FILE, WORKER_FILE } from "../../src/workers/offline/build-list.ts";
import { headersFile, headersFor, nginxFile } from "./host-headers.ts";
import { policyOf } from "./page-policy.ts";
import { buildList, serviceWorker } from "./service-worker.ts";

/** For hosts, not for pages: where the headers are written, as each kind of host reads them. */
const HOST_FILES = { netlify: "_headers", nginx: "hosting/nginx.conf" } as const;

/**
 * Not in the offline copy: what is made here, and the bait of the self-check, which must not come out of storage as if a
 * host had answered.
 */
const NOT_KEPT: readonly string[] = [LIST_FILE, WORKER_FILE, ...Object.values(HOST_FILES), "seal-check.js"];

/**
 * Writes what follows from the finished files of a build: its headers for hosts, the list of its files and the service
 * worker that goes by it. Doing it again changes nothing unless a file has changed.
 */
export async function describeBuild(root: string): Promise<void> {
  const files = (await filesOf(root)).filter((path) => !NOT_KEPT.includes(path));
  const contents = new Map<string, Buffer>();
  for (const path of files) contents.set(path, await readFile(join(root, path)));
  const pages = [...contents].filter(([path]) => path.endsWith(".html"));
  const headers = headersFor(pages.map(([path, html]) => policyOf(html.toString(), path)));
  const list = buildList(contents);
  await writeInto(root, HOST_FILES.netlify, headersFile(headers));
  await writeInto(root, HOST_FILES.nginx, nginxFile(headers));
  await writeInto(root, LIST_FILE, `${JSON.stringify(list)}\n`);
  await writeInto(root, WORKER_FILE, await serviceWorker({ ...list, headers }));
}

/** Every file under the root, with slashes, in order. */
export async function filesOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll(sep, "/").replace(/^\//u, ""))
    .sort();
}

/** Writes a file under the root, with the folders it needs. */
export async function writeInto(root: string, path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}
