/**
 * Source text to stand before the engine's own worker: the engine is then made from the compiled module that the page hands
 * over in its first message (see `handEngine`), whatever address it is told. The module's code is shared by all threads that
 * hold it, so an engine that is started anew finds it compiled, and what ran often before compiled well.
 */
export const TAKES_ENGINE = `{
const handed = new Promise((resolve) => addEventListener("message", function take(event) {
  if (!(event.data instanceof WebAssembly.Module)) return;
  event.stopImmediatePropagation();
  removeEventListener("message", take);
  resolve(event.data);
}));
WebAssembly.instantiateStreaming = async (_response, imports) => {
  try {
    const module = await handed;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  } catch (error) {
    setTimeout(() => { throw error; });
    throw error;
  }
};
}
`;

/** Hands the compiled engine to a worker whose source begins with `TAKES_ENGINE`. */
export function handEngine(worker: Pick<Worker, "postMessage">, engine: WebAssembly.Module): void {
  worker.postMessage(engine);
}

/** What the driver asks for and nobody reads: the engine was handed over already. */
export const NO_WASM = new Blob([], { type: "application/wasm" });
