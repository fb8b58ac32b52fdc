import type { Dataset } from "../data/dataset";
import { forgetChosen, putChosen } from "../data/derive";
import type { Engine } from "../data/engine";
import { toCsv } from "../data/export/csv";
import { toParquet } from "../data/export/parquet";
import { plainTableIpc, type PlainColumn } from "../data/export/plain-table";
import { chosenCustomers, scoredCustomers, setAsideRows } from "../data/export/tables";
import { rejectedCount, rejectedRows } from "../data/rejected-rows";
import type { Sql } from "../data/sql";
import { UserError } from "../data/user-error";
import type { ParquetReader } from "../workers/reader-contract";
import type { ExportFormat } from "./export-desk";

export interface ExportParts {
  readonly engine: Engine;
  readonly reader: Pick<ParquetReader, "write">;
}

/** The scored customers, or the rows set aside, as a file. Rejects with a UserError when no data is open. */
export async function exportRows(
  parts: ExportParts,
  what: "customers" | "set-aside",
  format: ExportFormat,
  dataset: Dataset | null,
): Promise<Blob> {
  if (dataset === null) throw new UserError("There is nothing to export yet.", "Open a file first.");
  const statement = what === "customers" ? await scoredCustomers(parts.engine, dataset) : setAsideRows();
  return written(parts, statement, format);
}

/**
 * These customers, by their numbers without a filter on segments, with the scores they have, as a file. Rejects with a
 * UserError when no data is open.
 */
export async function exportChosen(
  parts: ExportParts,
  customerNo: Int32Array,
  format: ExportFormat,
  dataset: Dataset | null,
): Promise<Blob> {
  if (dataset === null) throw new UserError("There is nothing to export yet.", "Open a file first.");
  await putChosen(parts.engine, customerNo);
  try {
    return await written(parts, await chosenCustomers(parts.engine, dataset), format);
  } finally {
    await forgetChosen(parts.engine);
  }
}

/** Every record of the file that was refused. Rejects with a UserError when there is none. */
export async function exportRejected(parts: ExportParts, format: ExportFormat): Promise<Blob> {
  if ((await rejectedCount(parts.engine)) === 0)
    throw new UserError("No row of this file was refused.", "There is nothing to save.");
  return written(parts, rejectedRows(), format);
}

/** What cleaning changed, as a file. Rejects with a UserError when nothing was. */
export async function exportChanged(parts: ExportParts, changes: Sql | null, format: ExportFormat): Promise<Blob> {
  if (changes === null) throw new UserError("No value of this file was changed.", "There is nothing to save.");
  return written(parts, changes, format);
}

function written({ engine, reader }: ExportParts, statement: Sql, format: ExportFormat): Promise<Blob> {
  return format === "csv" ? toCsv(engine, statement) : toParquet(engine, statement, reader);
}

/** A table that is on the screen, every number in full, as a Parquet file. */
export async function exportTable(
  { reader }: Pick<ExportParts, "reader">,
  columns: readonly PlainColumn[],
): Promise<Blob> {
  const bytes = await reader.write(plainTableIpc(columns));
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/vnd.apache.parquet" });
}
