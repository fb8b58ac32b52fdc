import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import type { WatchedWorker } from "../../workers/watched-worker";
import { engineOver } from "./engine-over";
import { mustBeLocked } from "./escapes";
import { deviceMemory, memoryBudget } from "../memory-budget";
import { handEngine, NO_WASM, TAKES_ENGINE } from "./handed-engine";
import { harden } from "./harden";
import type { EngineLife } from "./lasting-engine";
import { makeTablesSmall } from "./small-tables";

/**
 * Starts the engine, compiled already, in a worker made from text in memory, and locks it: no network is used, so it can be
 * started again after the page was sealed. It can read nothing but what is registered under `/vault/`. Rejects when it does
 * not start or its worker dies on the way. Calls `running` once the worker gets on without the page's thread.
 */
export async function startEngine(
  watched: (url: string) => WatchedWorker,
  workerSource: string,
  compiled: WebAssembly.Module,
  running: () => void,
): Promise<EngineLife> {
  const workerUrl = URL.createObjectURL(new Blob([TAKES_ENGINE, workerSource], { type: "text/javascript" }));
  const wasmUrl = URL.createObjectURL(NO_WASM);
  const { worker, death, end } = watched(workerUrl);
  const died = death.then((why): never => {
    throw new Error(why);
  });
  died.catch(() => undefined);
  handEngine(worker, compiled, running);
  try {
    const engine = await Promise.race([open(worker, wasmUrl), died]);
    return { engine, death, end };
  } catch (error) {
    end("it did not start");
    throw error;
  } finally {
    URL.revokeObjectURL(workerUrl);
    URL.revokeObjectURL(wasmUrl);
  }
}

async function open(worker: Worker, wasmUrl: string): Promise<EngineLife["engine"]> {
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasmUrl);
  // Asked at once: the page's thread may be busy, and the worker takes them in their order.
  const [, connection] = await Promise.all([database.open({}), database.connect()]);
  const engine = engineOver(connection, {
    connect: () => database.connect(),
    register: (path, file) => database.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true),
    drop: (path) => database.dropFile(path),
  });
  await makeTablesSmall(engine);
  await harden(engine, `${Math.floor(memoryBudget(deviceMemory()) / 1e6)}MB`);
  // Also of every engine that is started anew, long after the page looked for ways out.
  await mustBeLocked(engine, location.origin);
  return engine;
}
