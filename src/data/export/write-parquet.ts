import { Compression, Table, WriterPropertiesBuilder, writeParquet } from "parquet-wasm/esm";

/** One Arrow IPC stream as a Parquet file, zstd, types kept. `parquet-wasm` must have been started. */
export function writeParquetFile(ipc: Uint8Array): Uint8Array {
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.ZSTD)
    .setMaxRowGroupSize(1 << 17)
    .setCreatedBy("Clientele")
    .build();
  return writeParquet(Table.fromIPCStream(ipc), properties);
}
