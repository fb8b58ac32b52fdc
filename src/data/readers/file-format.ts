import type { Source, SourceFile } from "../source";
import { UserError } from "../user-error";
import { isGzip, unpackedFront } from "./gzip";

const READ = "Clientele reads Parquet, CSV and TSV files, and the latter two as .gz.";

/**
 * The format by the first bytes, whatever the name says. Throws a UserError for an empty file, for known others, and for
 * what is named Parquet and is none: read as text it would be nonsense.
 */
export async function formatOf(file: SourceFile): Promise<Source["format"]> {
  const head = new Uint8Array(await file.blob.slice(0, 4096).arrayBuffer());
  if (head.length === 0) throw new UserError(`“${file.name}” is empty.`, "Choose a file with a header and data.");
  if (starts(head, "PAR1")) return "parquet";
  if (starts(head, "PARE"))
    throw new UserError(
      `“${file.name}” is an encrypted Parquet file, and Clientele has no key.`,
      "Write it without encryption and open it again.",
    );
  const inner = isGzip(head) ? (await unpackedFront(file, 4096)).bytes : head;
  if (inner !== head && starts(inner, "PAR1"))
    throw new UserError(`“${file.name}” is a Parquet file inside gzip.`, "Unpack it first and open the Parquet file.");
  if (/\.(?:parquet|pq)$/iu.test(file.name))
    throw new UserError(
      `“${file.name}” is named as a Parquet file and does not begin as one.`,
      "Get the file again; it may be damaged or cut. A text file opens under the name .csv or .tsv.",
    );
  const other = foreign(inner);
  if (other !== null) throw new UserError(`“${file.name}” is ${other}, which is not read here.`, READ);
  return "csv";
}

function foreign(head: Uint8Array): string | null {
  if (starts(head, "PK\u0003\u0004")) return "a zip archive or an Excel workbook";
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0) return "an old Excel workbook";
  if (starts(head, "%PDF")) return "a PDF";
  if (starts(head, "ARROW1")) return "an Arrow file";
  if (starts(head, "ORC")) return "an ORC file";
  if (starts(head, "SQLite format 3")) return "an SQLite database";
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return "packed with zstd";
  const text = new TextDecoder().decode(head).trimStart();
  if (/^[[{]\s*(?:["{}\]]|$)/u.test(text)) return "JSON";
  if (/^<(?:!doctype|html|\?xml)/iu.test(text)) return "a web page or XML";
  return null;
}

function starts(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}
