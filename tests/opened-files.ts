import { readFileSync } from "node:fs";
import { texts, type Engine } from "../src/data/engine";
import { inspect, load } from "../src/data/open-source";
import { startParquet } from "../src/data/readers/parquet/parquet";
import type { LoadReport, Source, SourceFile } from "../src/data/source";
import { sql } from "../src/data/sql";
import type { ParquetReader } from "../src/workers/reader-contract";
import { nodeEngine } from "./node-engine";

/** Files opened whole: the rows as text, null for a null. */
export interface OpenedFiles {
  readonly source: Source;
  readonly report: LoadReport;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The real engine and reader, with a way through both. */
export interface Opener {
  readonly engine: Engine;
  readonly reader: ParquetReader;
  open(...files: readonly SourceFile[]): Promise<OpenedFiles>;
  /** Both sentences of the UserError that opening ends with; fails where it does not end with one. */
  refusal(...files: readonly SourceFile[]): Promise<string>;
}

export async function opener(): Promise<Opener> {
  const engine = await nodeEngine();
  const reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
  const open = async (...files: readonly SourceFile[]): Promise<OpenedFiles> => {
    const source = await inspect(files, { reader });
    const columns = source.columns.map((column) => column.name);
    const report = await load(source, columns, "opened", { engine, reader });
    const answer = await engine.query(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM opened ORDER BY rowid`);
    const values = answer.names.map((column) => texts(answer, column));
    const rows = Array.from({ length: answer.rowCount }, (_, row) => values.map((column) => column[row] ?? null));
    return { source, report, columns, rows };
  };
  const refusal = async (...files: readonly SourceFile[]): Promise<string> => {
    const error = await open(...files).then(
      () => new Error("It opened."),
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Error) || error.name !== "UserError") throw error;
    return `${error.message} ${(error as Error & { next: string }).next}`;
  };
  return { engine, reader, open, refusal };
}

/** A file of this content. */
export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  return { name, blob: new Blob([content as BlobPart]) };
}
