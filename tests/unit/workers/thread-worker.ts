import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker as Thread } from "node:worker_threads";
import { build } from "vite";
import { holdFor } from "../../node-lifeline";

/** What a browser's worker has and a Node thread does not. */
const PRELUDE = `import { parentPort } from "node:worker_threads";
globalThis.self = globalThis;
const target = new EventTarget();
parentPort.on("message", (data) => target.dispatchEvent(new MessageEvent("message", { data })));
globalThis.addEventListener = target.addEventListener.bind(target);
globalThis.removeEventListener = target.removeEventListener.bind(target);
globalThis.postMessage = parentPort.postMessage.bind(parentPort);
globalThis.addEventListener("message", ({ data }) => { if (data === "die") throw new Error("planted death"); });
`;

/** Bundles a worker entry for Node and returns the file. */
export async function bundledWorker(entry: string): Promise<URL> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, entry), formats: ["es"], fileName: "worker" },
    },
  });
  const [bundle] = [built].flat();
  if (!bundle || !("output" in bundle)) throw new Error("The worker was not built.");
  const file = join(mkdtempSync(join(tmpdir(), "clientele-worker-")), "worker.mjs");
  writeFileSync(file, PRELUDE + bundle.output[0].code);
  return pathToFileURL(file);
}

/** A real thread behind the part of the browser's Worker that the clients use. */
export class ThreadWorker extends EventTarget {
  readonly #thread: Thread;

  constructor(file: URL, name?: string) {
    super();
    this.#thread = new Thread(file);
    this.#thread.on("message", (data: unknown) => this.dispatchEvent(new MessageEvent("message", { data })));
    this.#thread.on("error", (error: Error) => {
      this.dispatchEvent(Object.assign(new Event("error"), { message: error.message }));
    });
    holdFor(this.#thread, name, this);
  }

  postMessage(message: unknown, transfer: readonly ArrayBuffer[] = []): void {
    this.#thread.postMessage(message, [...transfer]);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}
