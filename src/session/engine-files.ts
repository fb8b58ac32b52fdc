declare const __DUCKDB_VERSION__: string;
declare const __PARQUET_VERSION__: string;

/** The two engines as they lie on the own host, under the site's root: packed, the version in the name. */
export const ENGINE_FILES = {
  duckdb: `engine/duckdb-eh-${__DUCKDB_VERSION__}.wasm.gz`,
  parquet: `engine/parquet-${__PARQUET_VERSION__}.wasm.gz`,
} as const;
