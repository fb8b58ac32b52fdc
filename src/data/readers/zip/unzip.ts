import type { OnShare, Unpacked } from "../../../workers/reader-contract";
import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { readXlsx } from "../xlsx/read-xlsx";
import { leftOutNote, strangerReason } from "./worth-reading";
import { zipEntries, type ZipEntry } from "./zip-archive";

/** Bytes of an unpacked file that are held before they become part of a Blob, which the browser may keep on disk. */
const HELD_BYTES = 8_000_000;

/**
 * The files of an archive that may be tables, under their own names; a workbook as its table. Throws a UserError for an archive that is damaged,
 * encrypted, too large when unpacked or holds nothing to read.
 */
export async function unzip(
  file: SourceFile,
  told: OnShare = () => undefined,
  signal?: AbortSignal,
): Promise<Unpacked> {
  const entries = await zipEntries(file, signal);
  refuseDocument(file, entries);
  if (isWorkbook(entries)) return readXlsx(file, entries, told);
  const left = entries.flatMap(({ name }) => {
    const reason = strangerReason(name);
    return reason === null ? [] : [{ name, reason }];
  });
  const wanted = entries.filter(({ name }) => strangerReason(name) === null);
  if (wanted.length === 0)
    throw new UserError(`“${file.name}” holds no file that can be read.`, "Choose a zip with data files inside.");
  const claimed = Math.max(
    1,
    wanted.reduce((sum, entry) => sum + entry.claimedBytes, 0),
  );
  let done = 0;
  const files: SourceFile[] = [];
  for (const entry of wanted) {
    const blob = await unpackedBlob(entry, (bytes) => told(Math.min(1, (done += bytes) / claimed)), signal);
    if (blob.size === 0) left.push({ name: entry.name, reason: "an empty file" });
    else files.push({ name: entry.name, blob });
  }
  if (files.length === 0)
    throw new UserError(`“${file.name}” holds only empty files.`, "Choose a zip with data files inside.");
  const note = leftOutNote(`“${file.name}”`, left);
  return {
    became: "files",
    files,
    findings: { rejected: 0, rejectSamples: [], rejects: [], notes: note === null ? [] : [note] },
  };
}

function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return (
    entries.some(({ name }) => /(?:^|\/)xl\/workbook\.xml$/iu.test(name)) &&
    has(entries, /^\/?\[content_types\]\.xml$/iu)
  );
}

function has(entries: readonly ZipEntry[], name: RegExp): boolean {
  return entries.some((entry) => name.test(entry.name));
}

/** Documents that are zip archives inside and hold no table that is read here. */
const DOCUMENTS: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\/workbook\.bin$/iu, "an Excel binary workbook (.xlsb)", "Save it as .xlsx or .csv and open that."],
  [/^word\/document\.xml$/iu, "a Word document", "Copy its table and paste it on the home page."],
  [/^ppt\/presentation\.xml$/iu, "a PowerPoint presentation", "Copy its table and paste it on the home page."],
  [/^Index\/.*\.iwa$/u, "an Apple Numbers, Pages or Keynote document", "Export it as .xlsx or .csv and open that."],
  [/^mimetype$/u, "an OpenDocument file", "Save it as .xlsx or .csv and open that."],
];

function refuseDocument(file: SourceFile, entries: readonly ZipEntry[]): void {
  const found = DOCUMENTS.find(([name]) => has(entries, name));
  if (found !== undefined) throw new UserError(`“${file.name}” is ${found[1]}, which is not read here.`, found[2]);
}

async function unpackedBlob(entry: ZipEntry, took: (bytes: number) => void, signal?: AbortSignal): Promise<Blob> {
  const blobs: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  await entry.read((bytes) => {
    signal?.throwIfAborted();
    held.push(bytes.slice());
    size += bytes.length;
    took(bytes.length);
    if (size < HELD_BYTES) return;
    blobs.push(new Blob(held));
    held = [];
    size = 0;
  });
  return new Blob([...blobs, ...held]);
}
