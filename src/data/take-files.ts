import type { ParquetReader } from "../workers/reader-contract";
import type { ReadableFile } from "./open-source";
import { formatOf } from "./readers/file-format";
import { leftOutNote, strangerReason } from "./readers/zip/worth-reading";
import type { Findings, SourceFile, SourceFormat } from "./source";
import { UserError } from "./user-error";

/** Told while archives are unpacked and formats turned into others: which file, and the share of all that is done. */
export interface TakeOptions {
  readonly signal?: AbortSignal;
  readonly onUnpack?: (fileName: string, share: number) => void;
}

/** A given file, or one of an archive, in a form that is read: text, or Parquet in one or more parts. */
export interface TakenFile {
  readonly name: string;
  readonly format: SourceFormat;
  readonly parts: readonly SourceFile[];
  readonly findings: Findings;
  /** What the parts were made from, where they can be made again with other columns. */
  readonly from: SourceFile | null;
}

/** All files, ready to be described, and what was left out or refused on the way. */
export interface Taken {
  /** What was given, without what was left out of a folder. */
  readonly given: readonly SourceFile[];
  readonly files: readonly TakenFile[];
  readonly notes: readonly string[];
}

const NONE: Findings = { rejected: 0, rejectSamples: [], rejects: [], notes: [] };

/** The name and bytes of a file; one of a folder has its path as its name. */
export function sourceFile(file: ReadableFile): SourceFile {
  return "blob" in file ? file : { name: file.webkitRelativePath || file.name, blob: file };
}

/**
 * Archives become the files inside, and formats that are not read become Parquet. Of a folder, what is no table by its
 * name is left out and said. Throws a UserError for a file that cannot be read.
 */
export async function takeFiles(
  given: readonly SourceFile[],
  reader: ParquetReader,
  options: TakeOptions = {},
): Promise<Taken> {
  const { wanted, note } = withoutStrangers(given);
  const files: TakenFile[] = [];
  const notes: string[] = note === null ? [] : [note];
  for (const [index, file] of wanted.entries()) {
    const told = (share: number): void => options.onUnpack?.(file.name, (index + share) / wanted.length);
    const taken = await takeFile(file, reader, told, options.signal);
    files.push(...taken.files);
    notes.push(...taken.notes);
  }
  return { given: wanted, files, notes };
}

/** The same file again with these columns, those first. */
export async function takeAgain(
  file: TakenFile,
  columns: readonly string[],
  reader: ParquetReader,
  signal?: AbortSignal,
): Promise<TakenFile> {
  if (file.from === null) return file;
  const unpacked = await reader.unpack(file.from, "json", undefined, signal, columns);
  return { ...file, parts: unpacked.files, findings: unpacked.findings };
}

async function takeFile(
  file: SourceFile,
  reader: ParquetReader,
  told: (share: number) => void,
  signal?: AbortSignal,
  archive: string | null = null,
): Promise<Omit<Taken, "given">> {
  const format = await formatOf(file);
  if (format === "parquet" || format === "csv")
    return { files: [{ name: file.name, format, parts: [file], findings: NONE, from: null }], notes: [] };
  const { became, files, findings } = await reader.unpack(file, format, told, signal);
  if (became !== "files") {
    const from = became === "json" ? file : null;
    return { files: [{ name: file.name, format: became, parts: files, findings, from }], notes: [] };
  }
  if (archive !== null)
    throw new UserError(
      `“${archive}” holds another archive, “${file.name}”, and archives inside archives are not unpacked.`,
      "Unpack it yourself and open what is inside.",
    );
  const inside: TakenFile[] = [];
  for (const one of [...files].sort(byName))
    inside.push(...(await takeFile(one, reader, told, signal, file.name)).files);
  return { files: inside, notes: findings.notes };
}

/** Order of names. */
export function byName(a: SourceFile, b: SourceFile): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** Only in a folder may files be left out: a file that was chosen by itself is meant. */
function withoutStrangers(given: readonly SourceFile[]): { wanted: readonly SourceFile[]; note: string | null } {
  const reasonFor = ({ name, blob }: SourceFile): string | null =>
    !name.includes("/") ? null : blob.size === 0 ? "an empty file" : strangerReason(name);
  const left = given.flatMap((file) => {
    const reason = reasonFor(file);
    return reason === null ? [] : [{ name: file.name, reason }];
  });
  const wanted = given.filter((file) => reasonFor(file) === null);
  if (wanted.length === 0 && left.length > 0)
    throw new UserError(
      "The folder holds no file that can be read.",
      "Choose one with Parquet, CSV, TSV, JSON, Arrow, Excel or zip files.",
    );
  return { wanted, note: leftOutNote("The folder", left) };
}
