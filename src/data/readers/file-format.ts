import type { SourceFile } from "../source";
import { UserError } from "../user-error";
import { foreignKind, isJson } from "./foreign-kind";
import { isGzip, unpackedFront } from "./gzip";

/** What a file holds by its content; a zip may be an archive or a workbook, which only its inside tells. */
export type FileFormat = "parquet" | "csv" | "json" | "arrow" | "zip";

const HEAD_BYTES = 4096;

/**
 * The format by the first bytes, whatever the name says. Throws a UserError for an empty file, for known others, and for
 * what is named Parquet and is none: read as text it would be nonsense.
 */
export async function formatOf(file: SourceFile): Promise<FileFormat> {
  const head = new Uint8Array(await file.blob.slice(0, HEAD_BYTES).arrayBuffer());
  if (head.length === 0) throw new UserError(`“${file.name}” is empty.`, "Choose a file with a header and data.");
  const outer = binaryFormat(head);
  if (outer !== null) return outer;
  const packed = isGzip(head);
  const inner = packed ? (await unpackedFront(file, HEAD_BYTES)).bytes : head;
  if (packed && inner.length === 0)
    throw new UserError(`“${file.name}” is empty.`, "Choose a file with a header and data.");
  if (packed) refusePacked(inner, file);
  const foreign = await foreignKind(inner, file.blob);
  if (foreign !== null) throw new UserError(`“${file.name}” is ${foreign.what}, which is not read here.`, foreign.next);
  if (isJson(inner)) return "json";
  if (/\.(?:parquet|pq)$/iu.test(file.name))
    throw new UserError(
      `“${file.name}” is named as a Parquet file and does not begin as one.`,
      "Get the file again; it may be damaged or cut. A text file opens under the name .csv or .tsv.",
    );
  if (/\.(?:zip|xlsx|xlsm|arrow|feather)$/iu.test(file.name))
    throw new UserError(
      `“${file.name}” does not begin as its name says.`,
      "Get the file again; it may be damaged or cut. A text file opens under the name .csv or .tsv.",
    );
  return "csv";
}

function refusePacked(inner: Uint8Array, file: SourceFile): void {
  const format = binaryFormat(inner);
  if (format === null && !isTar(inner)) return;
  const words = { parquet: "a Parquet file", arrow: "an Arrow file", zip: "a zip archive or a workbook" } as const;
  throw new UserError(
    `“${file.name}” is ${format === null ? "a tar archive" : words[format]} inside gzip.`,
    "Unpack it first and open what is inside.",
  );
}

function isTar(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(257, 262)) === "ustar";
}

/** By magic bytes; null for what may be text. An Arrow stream begins with the length of its schema. */
function binaryFormat(head: Uint8Array): "parquet" | "arrow" | "zip" | null {
  if (starts(head, "PAR1")) return "parquet";
  if (starts(head, "ARROW1")) return "arrow";
  if (starts(head, "PK\u0003\u0004") || starts(head, "PK\u0005\u0006")) return "zip";
  const length = head.length > 12 ? new DataView(head.buffer, head.byteOffset).getInt32(4, true) : 0;
  const stream = head[0] === 0xff && head[1] === 0xff && head[2] === 0xff && head[3] === 0xff;
  return stream && length > 0 && length < 1 << 26 ? "arrow" : null;
}

/** True where the bytes begin with these characters. */
export function starts(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}
