/**
 * Ships the two WebAssembly engines compressed: `public/engine/<name>-<version>.wasm.gz`. Uncompressed, DuckDB is over the
 * 25 MiB per file that common static hosts allow; the browser inflates it while booting.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "public", "engine");
const require = createRequire(import.meta.url);

const engines = [
  { name: "duckdb-eh", wasm: "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm", manifest: "@duckdb/duckdb-wasm" },
  { name: "parquet", wasm: "parquet-wasm/esm/parquet_wasm_bg.wasm", manifest: "parquet-wasm" },
];

function packageVersion(name: string): string {
  const text = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

mkdirSync(target, { recursive: true });
const wanted = engines.map((engine) => ({
  ...engine,
  file: `${engine.name}-${packageVersion(engine.manifest)}.wasm.gz`,
}));
for (const stale of readdirSync(target)) {
  if (!wanted.some((engine) => engine.file === stale)) rmSync(join(target, stale));
}
for (const engine of wanted) {
  const path = join(target, engine.file);
  if (existsSync(path)) continue;
  const packed = gzipSync(readFileSync(require.resolve(engine.wasm)), { level: 9 });
  writeFileSync(path, packed);
  console.log(`${engine.file}: ${(packed.length / 1e6).toFixed(1)} MB`);
}
