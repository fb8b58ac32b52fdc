import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { handEngine, TAKES_ENGINE } from "../../../../src/data/duckdb/handed-engine";

/** A module that asks for one function and has nothing else: `(import "page" "told" (func))`. */
const ASKS = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[2, 13, 1, 4, 0x70, 0x61, 0x67, 0x65, 4, 0x74, 0x6f, 0x6c, 0x64, 0, 0],
]);

type Listen = (event: { data: unknown; stopImmediatePropagation: () => void }) => void;
type Instantiate = (
  response: unknown,
  imports: WebAssembly.Imports,
) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;

/** The scope of a worker in which nothing but the prelude has run. */
function scope() {
  const listeners = new Set<Listen>();
  const thrown: unknown[] = [];
  const outside = new EventTarget();
  const wasm = { Module: WebAssembly.Module, instantiate: WebAssembly.instantiate } as {
    instantiateStreaming?: Instantiate;
  };
  const context = createContext({
    WebAssembly: wasm,
    Promise,
    addEventListener: (_type: string, listen: Listen) => listeners.add(listen),
    removeEventListener: (_type: string, listen: Listen) => listeners.delete(listen),
    postMessage: (data: unknown) => outside.dispatchEvent(new MessageEvent("message", { data })),
    setTimeout: (work: () => void) => {
      try {
        work();
      } catch (error) {
        thrown.push(error);
      }
    },
  });
  runInContext(TAKES_ENGINE, context);
  const seen: unknown[] = [];
  const postMessage = (data: unknown): void => {
    let stopped = false;
    for (const listen of [...listeners]) listen({ data, stopImmediatePropagation: () => (stopped = true) });
    if (!stopped) seen.push(data);
  };
  // The worker as the page has it.
  const worker = Object.assign(outside, { postMessage }) as unknown as Worker;
  return { instantiate: wasm.instantiateStreaming as Instantiate, worker, seen, thrown };
}

describe("an engine that is handed over", () => {
  it("is made from the module of the first message that is one, and leaves the others to the worker", async () => {
    const { worker, instantiate, seen } = scope();
    const module = await WebAssembly.compile(ASKS);
    const made = instantiate(null, { page: { told: () => undefined } });
    worker.postMessage("PING");
    handEngine(worker, module, () => undefined);
    expect((await made).module).toBe(module);
    expect((await made).instance).toBeInstanceOf(WebAssembly.Instance);
    worker.postMessage(module);
    expect(seen).toEqual(["PING", module]);
  });

  it("says that it was taken, once, and to nobody who listens to the engine", async () => {
    const { worker } = scope();
    const said: unknown[] = [];
    let taken = 0;
    const module = await WebAssembly.compile(ASKS);
    handEngine(worker, module, () => taken++);
    worker.addEventListener("message", ({ data }) => said.push(data));
    worker.postMessage(module);
    expect([taken, said]).toEqual([1, []]);
    worker.dispatchEvent(new MessageEvent("message", { data: "PONG" }));
    expect([taken, said]).toEqual([1, ["PONG"]]);
  });

  it("makes the worker fail aloud where it cannot be made", async () => {
    const { worker, instantiate, thrown } = scope();
    handEngine(worker, await WebAssembly.compile(ASKS), () => undefined);
    await expect(instantiate(null, {})).rejects.toThrow(/import/iu);
    expect(thrown).toHaveLength(1);
  });
});
