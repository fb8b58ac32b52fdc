import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import type { Engine } from "../engine";
import { engineOver } from "./engine-over";
import { harden } from "./harden";

/**
 * Starts the engine in a worker made from text already in memory, and locks it. The returned engine can read nothing
 * but what is registered under `/vault/`. `stop` ends the worker.
 */
export async function startEngine(workerSource: string, wasm: Blob): Promise<{ engine: Engine; stop(): void }> {
  const workerUrl = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  const wasmUrl = URL.createObjectURL(wasm);
  const worker = new Worker(workerUrl);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await database.instantiate(wasmUrl);
    await database.open({});
    const connection = await database.connect();
    const engine = engineOver(connection, {
      register: (path, file) => database.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true),
      drop: (path) => database.dropFile(path),
    });
    await harden(engine);
    return { engine, stop: () => worker.terminate() };
  } finally {
    URL.revokeObjectURL(workerUrl);
    URL.revokeObjectURL(wasmUrl);
  }
}
