import type { ParquetReader } from "../../workers/reader-contract";
import type { Engine } from "../engine";
import type { Sql } from "../sql";

/** The rows of a statement as a Parquet file (zstd), every column with the type that the statement gives it. */
export async function toParquet(engine: Engine, statement: Sql, writer: Pick<ParquetReader, "write">): Promise<Blob> {
  const bytes = await writer.write(await engine.queryArrow(statement));
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/vnd.apache.parquet" });
}
