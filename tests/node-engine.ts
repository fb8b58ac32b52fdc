import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { engineOver, type Connection } from "../src/data/duckdb/engine-over";
import { harden } from "../src/data/duckdb/harden";
import { makeTablesSmall } from "../src/data/duckdb/small-tables";
import type { Engine } from "../src/data/engine";

const require = createRequire(import.meta.url);
const dist = dirname(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs"));

interface Bindings {
  instantiate(progress: () => void): Promise<unknown>;
  open(config: object): void;
  connect(): Connection;
  registerFileBuffer(path: string, bytes: Uint8Array): void;
  dropFile(path: string): void;
}

interface NodeDuckDB {
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<Bindings>;
  VoidLogger: new () => object;
  NODE_RUNTIME: object;
}

/** The very engine of the browser, locked the same way, in this process. */
export async function nodeEngine(memoryLimit?: string): Promise<Engine> {
  const duckdb = require(join(dist, "duckdb-node-blocking.cjs")) as NodeDuckDB;
  const bundle = (kind: string): object => ({ mainModule: join(dist, `duckdb-${kind}.wasm`), mainWorker: "" });
  const database = await duckdb.createDuckDB(
    { mvp: bundle("mvp"), eh: bundle("eh") },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  database.open({});
  const engine = engineOver(database.connect(), {
    connect: () => database.connect(),
    register: async (path, file) => database.registerFileBuffer(path, new Uint8Array(await file.arrayBuffer())),
    drop: (path) => database.dropFile(path),
  });
  await makeTablesSmall(engine);
  await harden(engine, memoryLimit);
  return engine;
}
