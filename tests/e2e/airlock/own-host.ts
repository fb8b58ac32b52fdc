import { once } from "node:events";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { extname, join, normalize } from "node:path";

/** The site's own host, with a log of every request that reached it. */
export interface OwnHost {
  readonly address: string;
  /** What was asked for from that moment on (milliseconds since 1970). */
  askedSince(moment: number): readonly string[];
  stop(): Promise<void>;
}

/** A page of the test beside the site: its type and content. */
export type Extra = Readonly<Record<string, { readonly type: string; readonly text: string }>>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Serves `folder`, and `extra` pages over it, on a port of its own, without any header that would protect. */
export async function startOwnHost(folder: string, port: number, extra: Extra = {}): Promise<OwnHost> {
  const asked: { readonly path: string; readonly at: number }[] = [];
  const server = createServer((request, response) => {
    const path = pathOf(request);
    asked.push({ path: request.url ?? "", at: Date.now() });
    const own = extra[path];
    if (own !== undefined) return void response.writeHead(200, { "content-type": own.type }).end(own.text);
    const file = fileOf(folder, path);
    if (file === null) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://localhost:${port}/`,
    askedSince: (moment) => asked.filter(({ at }) => at >= moment).map(({ path }) => path),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const pathOf = (request: IncomingMessage): string => new URL(request.url ?? "/", "http://localhost").pathname;

function fileOf(folder: string, path: string): string | null {
  const place = normalize(join(folder, path));
  if (!place.startsWith(normalize(folder)) || !existsSync(place)) return null;
  const file = statSync(place).isDirectory() ? join(place, "index.html") : place;
  return existsSync(file) ? file : null;
}
