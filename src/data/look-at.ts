import type { ParquetReader } from "../workers/reader-contract";
import { csvHead } from "./readers/text/csv-head";
import type { SourceColumn, SourceFile, SourceFormat } from "./source";
import type { TakenFile } from "./take-files";
import { UserError } from "./user-error";

/** What a file says of itself without being loaded. */
export interface Look {
  readonly name: string;
  readonly format: SourceFormat;
  readonly parts: readonly SourceFile[];
  readonly columns: readonly SourceColumn[];
  readonly rows: number | null;
}

/** Columns, types, and rows where they are known. Throws a UserError for what cannot be read. */
export async function lookAt(file: TakenFile, reader: ParquetReader): Promise<Look> {
  const { name, format, parts } = file;
  const [first] = parts;
  if (format === "csv" && first !== undefined) {
    const { dialect } = await csvHead(first);
    return {
      name,
      format,
      parts,
      columns: dialect.columns.map((column) => ({ name: column, type: "VARCHAR" })),
      rows: null,
    };
  }
  let columns: readonly SourceColumn[] = [];
  let rows = 0;
  for (const part of parts) {
    const described = await reader.describe(part.blob).catch((error: unknown) => {
      throw named(error, name);
    });
    rows += described.rows;
    columns = described.columns.flatMap(({ name: column, type }) => (type === null ? [] : [{ name: column, type }]));
  }
  if (columns.length > 0) return { name, format, parts, columns, rows };
  throw new UserError(
    `“${name}” has no column that can be read.`,
    "Write it with plain columns: numbers, text, times.",
  );
}

/** The reader knows bytes and no names; of several files, a person must know which one it means. */
function named(error: unknown, fileName: string): unknown {
  return error instanceof UserError ? new UserError(`“${fileName}”: ${error.message}`, error.next) : error;
}

/** Throws a UserError, naming the first difference, where two files cannot be one table. */
export function refuseDifference(first: Look, look: Look): void {
  const difference = firstDifference(first, look);
  if (difference === null) return;
  throw new UserError(
    `“${look.name}” does not fit “${first.name}”: ${difference}.`,
    "Open files of one kind together, and others on their own.",
  );
}

const WORDS: Record<SourceFormat, string> = {
  parquet: "Parquet",
  csv: "delimited text",
  json: "JSON",
  arrow: "Arrow",
  xlsx: "an Excel workbook",
};

function firstDifference(first: Look, look: Look): string | null {
  if ((first.format === "csv") !== (look.format === "csv"))
    return `one is ${WORDS[look.format]}, the other ${WORDS[first.format]}`;
  for (let index = 0; index < Math.max(first.columns.length, look.columns.length); index++) {
    const [one, other] = [first.columns[index], look.columns[index]];
    if (one === undefined || other === undefined)
      return `it has ${look.columns.length} columns, not ${first.columns.length}`;
    if (one.name !== other.name) return `its column ${index + 1} is “${other.name}”, not “${one.name}”`;
    if (one.type !== other.type) return `its column “${one.name}” holds ${other.type}, not ${one.type}`;
  }
  return null;
}
