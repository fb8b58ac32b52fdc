/** What the worker says once it has the module. */
const TAKEN = "clientele: taken";

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
  postMessage("${TAKEN}");
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

/**
 * Hands the compiled engine to a worker whose source begins with `TAKES_ENGINE`. Calls back once it has it: from there on
 * the worker gets on by itself, while to begin at all it needs the page's thread.
 */
export function handEngine(worker: Worker, engine: WebAssembly.Module, taken: () => void): void {
  const listen = (event: MessageEvent): void => {
    if (event.data !== TAKEN) return;
    worker.removeEventListener("message", listen);
    // This message is not for those who talk to the engine.
    event.stopImmediatePropagation();
    taken();
  };
  worker.addEventListener("message", listen);
  worker.postMessage(engine);
}

/** What the driver asks for and nobody reads: the engine was handed over already. */
export const NO_WASM = new Blob([], { type: "application/wasm" });
