import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { LIST_FILE, WORKER_FILE } from "../../src/workers/offline/build-list.ts";
import { drawIcon } from "./draw-icon.ts";
import { headersFile, headersFor, nginxFile, type Headers } from "./host-headers.ts";
import { licencesText } from "./licences.ts";
import { policyOf, withPolicyFirst } from "./page-policy.ts";
import { pngOf } from "./png.ts";
import { withRelativeAddresses, withRelativeNeighbours } from "./relative-addresses.ts";
import { buildList, serviceWorker } from "./service-worker.ts";

/** What the manifest and phones ask for, all drawn from the one icon. */
const ICONS = {
  "icons/icon-192.png": { size: 192, bleeds: false },
  "icons/icon-512.png": { size: 512, bleeds: false },
  "icons/maskable-512.png": { size: 512, bleeds: true },
  "icons/touch-180.png": { size: 180, bleeds: true },
} as const;

/** A missing page is shown at any depth, so it says everything in itself and finds the site by its own script. */
const ANY_DEPTH = "404.html";

/** Bait, and nothing a page needs: what the self-check tries to reach must not come out of storage. */
const NOT_KEPT = ["seal-check.js"];

const SOURCE = fileURLToPath(new URL("../../", import.meta.url));

/** Makes what Astro built into a site for any path and any host: addresses, policies, headers, icons, offline copy. */
export function finishBuild(): AstroIntegration {
  return {
    name: "finish-build",
    hooks: { "astro:build:done": ({ dir }) => finish(fileURLToPath(dir)) },
  };
}

async function finish(root: string): Promise<void> {
  const write = async (path: string, content: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  for (const [path, wish] of Object.entries(ICONS))
    await write(path, pngOf(drawIcon(await readFile(join(root, "favicon.svg"), "utf8"), wish)));
  await write("licences.txt", await licencesText(SOURCE, await readFile(join(SOURCE, "LICENSE"), "utf8")));
  const files = await filesOf(root);
  for (const path of files.filter((file) => file.startsWith("_astro/") && file.endsWith(".css")))
    await write(path, withRelativeNeighbours(await readFile(join(root, path), "utf8")));
  const policies = [];
  for (const path of files.filter((file) => file.endsWith(".html"))) {
    const html = withPolicyFirst(await readFile(join(root, path), "utf8"), path);
    await write(path, path === ANY_DEPTH ? html : withRelativeAddresses(html, path));
    policies.push(policyOf(html, path));
  }
  const headers = headersFor(policies);
  await keepForOffline(root, files, headers, write);
  await write("_headers", headersFile(headers));
  await write("hosting/nginx.conf", nginxFile(headers));
}

async function keepForOffline(
  root: string,
  files: readonly string[],
  headers: Headers,
  write: (path: string, content: string) => Promise<void>,
): Promise<void> {
  const kept = files.filter((path) => !NOT_KEPT.includes(path));
  const list = buildList(
    new Map(await Promise.all(kept.map(async (path) => [path, await readFile(join(root, path))] as const))),
  );
  await write(LIST_FILE, `${JSON.stringify(list)}\n`);
  await write(WORKER_FILE, await serviceWorker({ ...list, headers }));
}

/** Every file under the root, with slashes, in order. */
async function filesOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll(sep, "/").replace(/^\//u, ""))
    .sort();
}
