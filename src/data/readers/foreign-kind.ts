import { encodingOf } from "./text/text-encoding";

/** A kind of file that is no table here: what it is, and what to do instead. */
export interface ForeignKind {
  readonly what: string;
  readonly next: string;
}

const READ = "Open Parquet, CSV, TSV, JSON, Arrow or Excel (.xlsx) files, also packed as .zip.";
const PICTURE = "Choose the file with the data behind it.";

/** By the bytes at the front, which are written as hexadecimal digits or as text. */
const KINDS: readonly (readonly [start: string | RegExp, what: string, next: string])[] = [
  ["PARE", "an encrypted Parquet file", "Write it without encryption and open that."],
  ["FEA1", "a Feather file of the old kind", "Write it as Feather version 2, Parquet or CSV."],
  ["%PDF", "a PDF", "Choose the file with the table itself, or copy the table and paste it on the home page."],
  [/^89504e47/u, "a picture", PICTURE],
  [/^ffd8ff/u, "a picture", PICTURE],
  ["GIF8", "a picture", PICTURE],
  [/^52494646.{8}57454250/u, "a picture", PICTURE],
  ["ORC", "an ORC file", "Write it as Parquet or CSV."],
  ["Obj\u0001", "an Avro file", "Write it as Parquet or CSV."],
  ["SQLite format 3", "an SQLite database", "Export the table as CSV and open that."],
  [/^89484446/u, "an HDF5 file", "Write it as Parquet or CSV."],
  [/^28b52ffd/u, "packed with Zstandard", "Unpack it, or pack it as .gz or .zip."],
  [/^425a68/u, "packed with bzip2", "Unpack it, or pack it as .gz or .zip."],
  [/^fd377a585a00/u, "packed with xz", "Unpack it, or pack it as .gz or .zip."],
  [/^377abcaf271c/u, "a 7-Zip archive", "Unpack it, or pack it as .zip."],
  ["Rar!", "a RAR archive", "Unpack it, or pack it as .zip."],
  ["{\\rtf", "a rich text document", "Copy its table and paste it on the home page."],
];

/** What a file is that is not read; null where it may be a table. `head` is unpacked, `blob` the file as given. */
export async function foreignKind(head: Uint8Array, blob: Blob): Promise<ForeignKind | null> {
  const hex = [...head.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const front = String.fromCharCode(...head.subarray(0, 16));
  const found = KINDS.find(([start]) => (typeof start === "string" ? front.startsWith(start) : start.test(hex)));
  if (found !== undefined) return { what: found[1], next: found[2] };
  if (hex.startsWith("d0cf11e0")) return oldOffice(blob);
  const text = headText(head).trimStart();
  if (/^<(?:!doctype html|html|head|body|table|meta|!--)/iu.test(text))
    return { what: "a web page", next: "Get the file itself, or copy the table and paste it on the home page." };
  if (/^<\?xml|^<[a-z][\w:-]*[\s>]/iu.test(text)) return { what: "an XML file", next: READ };
  return null;
}

/** True where the text begins as JSON does. A bracketed word such as “[id];name” is none. */
export function isJson(head: Uint8Array): boolean {
  return /^(?:\{\s*(?:["'}]|[\w$]+\s*:|$)|\[\s*(?:["{[\]]|-?\d|true\b|false\b|null\b|$))/u.test(
    headText(head).trimStart(),
  );
}

function headText(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head)).decode(head).replace(/^\uFEFF/u, "");
}

const SEARCHED = 32_000_000;

/** The same container holds old Excel workbooks and encrypted new ones; the latter name a part of theirs so. */
async function oldOffice(blob: Blob): Promise<ForeignKind> {
  const text = new TextDecoder("utf-16le").decode(await blob.slice(0, SEARCHED).arrayBuffer());
  if (text.includes("EncryptedPackage"))
    return { what: "an encrypted workbook", next: "Open it in Excel, remove its password, save it and open that." };
  if (text.includes("WordDocument")) return { what: "an old Word document", next: READ };
  return {
    what: "an old Excel workbook (.xls)",
    next: "Open it in a spreadsheet program, save it as .xlsx and open that.",
  };
}
