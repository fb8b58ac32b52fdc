import { tableFromIPC, tableToIPC } from "apache-arrow";
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from "parquet-wasm/esm";

/** One Arrow IPC stream as a Parquet file, zstd, types kept. `parquet-wasm` must have been started. */
export function writeParquetFile(ipc: Uint8Array): Uint8Array {
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.ZSTD)
    .setMaxRowGroupSize(1 << 17)
    .setCreatedBy("Clientele")
    .build();
  // The engine leaves the end of its streams off, which the writer insists on.
  return writeParquet(Table.fromIPCStream(tableToIPC(tableFromIPC(ipc), "stream")), properties);
}
