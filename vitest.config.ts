import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const version = (path: string): string =>
  JSON.stringify((JSON.parse(readFileSync(path, "utf8")) as { version: string }).version);

export default defineConfig({
  define: {
    __CLIENTELE_VERSION__: version("package.json"),
    __DUCKDB_VERSION__: version("node_modules/@duckdb/duckdb-wasm/package.json"),
  },
  test: {
    include: ["tests/unit/**/*.test.ts"],
    // One file per core; files share what they import, since none of it keeps a state.
    maxWorkers: 2,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
