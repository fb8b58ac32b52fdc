import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "vite";
import type { BuildList, OfflineBuild } from "../../src/workers/offline/build-list.ts";

const ENTRY = fileURLToPath(new URL("../../src/workers/offline/service.worker.ts", import.meta.url));

/** The list of a build's files with their hashes, and the name that follows from them. Files by path under the root. */
export function buildList(contents: ReadonlyMap<string, Buffer>): BuildList {
  const paths = [...contents.keys()].sort();
  const files = Object.fromEntries(paths.map((path) => [path, hashesOf(path, contents.get(path) ?? Buffer.alloc(0))]));
  return { build: sha256(Buffer.from(JSON.stringify(files))).slice(0, 16), files };
}

/** The service worker of a build, as one script. */
export async function serviceWorker(of: OfflineBuild): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    define: { __OFFLINE_BUILD__: JSON.stringify(of) },
    build: { write: false, target: "es2022", rolldownOptions: { input: ENTRY, output: { format: "iife" } } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const script = result !== undefined && "output" in result ? result.output[0] : undefined;
  if (script === undefined) throw new Error("The service worker was not built.");
  return script.code;
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const hashesOf = (path: string, bytes: Buffer): string[] =>
  path.endsWith(".gz") ? [sha256(bytes), sha256(gunzipSync(bytes))] : [sha256(bytes)];
