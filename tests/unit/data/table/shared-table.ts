import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Engine } from "../../../../src/data/engine";
import { inspect, load, tableHead } from "../../../../src/data/open-source";
import { startParquet } from "../../../../src/data/readers/parquet/parquet";
import { guessRoles } from "../../../../src/data/roles/guess-roles";
import { tableOf, type AnyTable } from "./table-of";

const SHARED = "../shared";

/** Skip a test, saying so, where the shared file is absent. */
export const isThere = (path: string): boolean => existsSync(join(SHARED, path));

/** A file of ../shared through the real door, every column read. */
export async function sharedTable(engine: Engine, path: string): Promise<AnyTable> {
  const reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
  const blob = new Blob([readFileSync(join(SHARED, path))]);
  const source = await inspect([{ name: basename(path), blob }], { reader });
  const labels = source.columns.map(({ name }) => name);
  const report = await load(source, labels, "raw", { engine, reader });
  const roles = guessRoles(source.columns, await tableHead(engine, "raw", labels, 500));
  return tableOf(engine, { load: report, roles });
}
