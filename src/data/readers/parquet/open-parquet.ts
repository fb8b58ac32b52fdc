import { ParquetFile } from "parquet-wasm/esm";
import type { ParquetDescription } from "../../../workers/reader-contract";
import { UserError } from "../../user-error";
import { arrowFields, type ArrowField } from "./arrow-schema";
import { arrivalOf, type Arrival, type Special } from "./arrow-type";
import { tableNames } from "../column-names";
import { parquetFooter, plainerFile, type FooterColumn } from "./parquet-footer";
import { canRewrite } from "./rewrite-columns";

/** A column of an open file as its writer meant it. */
export interface OpenColumn {
  readonly field: ArrowField;
  readonly arrival: Arrival;
}

/** A Parquet file whose footer was read. */
export interface OpenParquet {
  readonly file: ParquetFile;
  readonly columns: readonly OpenColumn[];
  readonly rows: number;
  /** What the footer says of the whole file is untrue; its parts are to be believed. */
  readonly miscounted: boolean;
}

/** Reads the footer. parquet-wasm panics on a file shorter than its own, so that is refused here with a UserError. */
export async function openParquet(blob: Blob): Promise<OpenParquet> {
  if (blob.size < 12) throw damaged("the file is shorter than a Parquet footer");
  const file = await ParquetFile.fromFile(blob);
  const schema = file.schema().intoIPCStream();
  const fields = arrowFields(schema);
  const footer = await parquetFooter(blob);
  const known = footer?.columns.length === fields.length ? footer : null;
  const columns = fields.map((field, index) => {
    const special = specialOf(known?.columns[index] ?? null, known?.arrowHint ?? true);
    return { field, arrival: arrivalOf(field, special) };
  });
  const int96 = columns.some(({ arrival }) => arrival.rewrite === "int96");
  const hint = columns.some(({ arrival }) => arrival.rewrite !== undefined) && !canRewrite(schema);
  const plainer = known !== null && (int96 || hint) ? plainerFile(blob, known, { hint, int96 }) : null;
  return { file: plainer === null ? file : await ParquetFile.fromFile(plainer), columns, ...countsOf(file) };
}

/** Where Arrow wrote the file, its own schema knows the unit of 96-bit timestamps, and the reader heeds it. */
function specialOf(column: FooterColumn | null, arrowHint: boolean): Special {
  if (column?.uuid === true) return "uuid";
  return column?.int96 === true && !arrowHint ? "int96" : null;
}

function countsOf(file: ParquetFile): Pick<OpenParquet, "rows" | "miscounted"> {
  const metadata = file.metadata();
  const rows = metadata.rowGroups().reduce((sum, group) => sum + group.numRows(), 0);
  return { rows, miscounted: rows !== metadata.fileMetadata().numRows() };
}

/** The columns under the names that a table can have, and the rows. */
export function describeParquet({ columns, rows }: OpenParquet): ParquetDescription {
  const names = tableNames(columns.map(({ field }) => field.name));
  return {
    columns: columns.map(({ field, arrival: { type, note } }, index) => ({
      name: names[index] ?? field.name,
      fileName: field.name,
      type,
      note,
    })),
    rows,
  };
}

/** Bytes of one part of one column that no honest file packs so well. */
const BOMB_BYTES = 250_000_000;
const BOMB_RATIO = 200;

/**
 * Refuses with a UserError what even by its own account unpacks to too much. Only a quick word: what the footer says may
 * be a lie, and the cap on the reader's memory holds whatever it says.
 */
export function refuseBomb(file: ParquetFile, fileNames: ReadonlySet<string>): void {
  for (const group of file.metadata().rowGroups())
    for (const column of group.columns()) {
      const unpacked = column.uncompressedSize();
      if (!fileNames.has(column.columnPath()[0] ?? "")) continue;
      if (unpacked <= BOMB_BYTES || unpacked <= BOMB_RATIO * column.compressedSize()) continue;
      throw new UserError(
        `A column of this Parquet file unpacks to ${(unpacked / 1e9).toFixed(1)} GB, more than ${BOMB_RATIO} times its size, and was not read.`,
        "Write the file again without that column, or in smaller parts, and open that.",
      );
    }
}

/** The word for a file that the Parquet reader gives up on. */
export function damaged(details: string): UserError {
  return new UserError(
    `This Parquet file is damaged or uses a feature that cannot be read (${details.replace(/^Parquet error: /u, "").slice(0, 160)}).`,
    "Write it again with another tool, or save it as CSV, and open that.",
  );
}
