import { Worker as Thread, type TransferListItem } from "node:worker_threads";
import { build, type Rolldown } from "vite";
import { holdFor } from "./node-lifeline";

/** Makes Node's thread answer like a browser's worker, as far as Comlink asks. */
const PRELUDE = `
const { parentPort } = require("node:worker_threads");
globalThis.self = globalThis;
globalThis.addEventListener = (type, listen) => type === "message" && parentPort.on("message", (data) => listen({ data }));
globalThis.removeEventListener = () => undefined;
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
`;

/** The worker's source as one script, built as the site builds it. */
export async function workerSource(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "worker" } },
  });
  const [bundle] = [built].flat() as Rolldown.RolldownOutput[];
  return PRELUDE + (bundle?.output[0].code ?? "");
}

/** A thread of that source with the face of a browser's Worker; one with a name tells of its end by its lock. */
export function nodeWorker(source: string, name?: string): Worker {
  const thread = new Thread(source, { eval: true });
  const face = new EventTarget();
  thread.on("message", (data: unknown) => face.dispatchEvent(new MessageEvent("message", { data })));
  thread.on("error", (error: Error) =>
    face.dispatchEvent(Object.assign(new Event("error"), { message: error.message })),
  );
  holdFor(thread, name, face);
  return Object.assign(face, {
    postMessage: (message: unknown, transfer: TransferListItem[]) => thread.postMessage(message, transfer),
    terminate: () => void thread.terminate(),
  }) as unknown as Worker;
}
