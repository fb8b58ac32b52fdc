import { Compression, Table, WriterPropertiesBuilder, writeParquet } from "parquet-wasm/esm";

/** How an Arrow IPC file begins; in it stands a stream, and behind that a list of its parts. */
const FILE_MARK = "ARROW1\0\0";

/** Arrow IPC, a stream or a file, as a Parquet file, zstd, types kept. `parquet-wasm` must have been started. */
export function writeParquetFile(ipc: Uint8Array): Uint8Array {
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.ZSTD)
    .setMaxRowGroupSize(1 << 17)
    .setCreatedBy("Clientele")
    .build();
  const isFile = [...FILE_MARK].every((letter, at) => ipc[at] === letter.charCodeAt(0));
  return writeParquet(Table.fromIPCStream(isFile ? ipc.subarray(FILE_MARK.length) : ipc), properties);
}
