import type { Vector } from "./target";

/** Ways out of a worker. Each runs inside it, so it may use nothing but its argument. */
export const WORKER_VECTORS: Readonly<Record<string, Vector>> = {
  "w-fetch": (to) => fetch(to.http),
  "w-fetch-tls": (to) => fetch(to.https),
  "w-fetch-post": (to) => fetch(to.http, { method: "POST", mode: "no-cors", body: "secret" }),
  "w-fetch-own": (to) => fetch(to.own),
  "w-xhr": (to) => {
    const request = new XMLHttpRequest();
    request.open("GET", to.http);
    request.send();
  },
  "w-xhr-sync": (to) => {
    const request = new XMLHttpRequest();
    request.open("GET", to.http, false);
    request.send();
  },
  "w-websocket": (to) => void new WebSocket(to.ws),
  "w-eventsource": (to) => void new EventSource(to.http),
  "w-import": (to) => import(to.http),
  "w-import-scripts": (to) => (self as unknown as { importScripts(address: string): void }).importScripts(to.http),
  "w-import-scripts-own": (to) => (self as unknown as { importScripts(address: string): void }).importScripts(to.own),
  "w-cache-add": async (to) => (await caches.open("vector")).add(new Request(to.http, { mode: "no-cors" })),
  "w-fontface": (to) => new FontFace("vector", `url(${to.http})`).load(),
  "w-worker-data": (to) => void new Worker(`data:text/javascript,fetch(${JSON.stringify(to.http)},{mode:"no-cors"})`),
  "w-worker-blob": (to) => {
    const source = `fetch(${JSON.stringify(to.http)},{mode:"no-cors"})`;
    return void new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  },
  "w-worker-own": (to) => void new Worker(to.own),
};

/** The source of a worker that fires every vector once it is sent their targets, and then says how many. */
export function workerSource(): string {
  const entries = Object.entries(WORKER_VECTORS).map(([id, vector]) => `${JSON.stringify(id)}: ${vector.toString()}`);
  return `const vectors = { ${entries.join(",\n")} };
self.onmessage = async ({ data }) => {
  let fired = 0;
  for (const [id, vector] of Object.entries(vectors)) {
    try { Promise.resolve(vector(data[id])).catch(() => undefined); } catch {}
    fired += 1;
  }
  self.postMessage(fired);
};`;
}
