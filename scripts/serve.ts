/**
 * Serves a folder of static files the way static hosts do.
 * `node scripts/serve.ts [--dir dist] [--port 4321] [--base /] [--headers] [--gzip] [--log]` prints the address; a busy port moves to
 * the next one. Plain, it sends no headers but type and caching. `--headers` sends those of the folder's `_headers` file,
 * `--gzip` compresses every file on its way, also the ones that are compressed already. `--log` prints every path asked for.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { headersAt, parseHeaderRules } from "./host/header-rules.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".gz": "application/octet-stream",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

const { values } = parseArgs({
  options: {
    dir: { type: "string", default: "dist" },
    port: { type: "string", default: process.env["CLIENTELE_PORT"] ?? "4321" },
    base: { type: "string", default: process.env["CLIENTELE_BASE"] ?? "/" },
    headers: { type: "boolean", default: false },
    gzip: { type: "boolean", default: false },
    log: { type: "boolean", default: false },
  },
});
const folder = resolve(values.dir);
const base = `/${values.base.replaceAll(/^\/+|\/+$/gu, "")}/`.replace("//", "/");
const rules = values.headers ? parseHeaderRules(readFileSync(join(folder, "_headers"), "utf8")) : [];

/** The file a request names, or null: outside the base, outside the folder or absent. */
function find(path: string): string | null {
  if (!path.startsWith(base)) return null;
  const file = normalize(join(folder, path.slice(base.length)));
  if (!file.startsWith(folder)) return null;
  const whole = existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file;
  return existsSync(whole) ? whole : null;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = decodeURIComponent((request.url ?? "/").split(/[?#]/u)[0] ?? "/");
  if (values.log) console.log(path);
  const file = find(path);
  if (file !== null && file.endsWith("index.html") && !path.endsWith("/") && !path.endsWith(".html")) {
    response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
    return;
  }
  const found = file ?? join(folder, "404.html");
  if (!existsSync(found)) {
    response.writeHead(404).end("Not found");
    return;
  }
  const content = values.gzip ? gzipSync(readFileSync(found), { level: 1 }) : readFileSync(found);
  response.writeHead(file === null ? 404 : 200, {
    "content-type": TYPES[extname(found)] ?? "application/octet-stream",
    "content-length": content.length,
    // A browser looks for a newer service worker at a time of its own; hosts let it use the last answer for some minutes.
    "cache-control": found.endsWith("service-worker.js") ? "max-age=600" : "no-cache",
    ...(values.gzip ? { "content-encoding": "gzip" } : {}),
    ...headersAt(`/${path.slice(base.length)}`, rules),
  });
  response.end(content);
}

function listen(port: number): void {
  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      response.writeHead(400).end(error instanceof Error ? error.message : "Bad request");
    }
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    listen(port + 1);
  });
  server.listen(port, "127.0.0.1", () => {
    console.log(`Clientele is at http://localhost:${port}${base}`);
  });
}

listen(Number(values.port));
