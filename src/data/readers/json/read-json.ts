import type { OnShare, Unpacked } from "../../../workers/reader-contract";
import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { documentTable } from "./json-document";
import { FaultOnLine, lines, listElements, newlines, onLine, type Piece } from "./json-pieces";
import { JsonRejects } from "./json-rejects";
import { JsonRows } from "./json-rows";
import { JsonFault, OtherKind, skipSpace, skipValue } from "./json-scan";
import { TextParts } from "../text-parts";
import { textStream } from "./text-stream";

/** How a JSON file is laid out. */
type Layout = "lines" | "list" | "document";

/** A document is taken in whole; engines hold no longer text. */
const LONGEST_DOCUMENT = 500_000_000;

interface Reading {
  readonly file: SourceFile;
  readonly layout: Layout;
  readonly told: OnShare;
  readonly signal: AbortSignal | undefined;
}

/**
 * A JSON file as Parquet with text columns: lists of objects, of lists or of values; lines of JSON, where a broken line is
 * a reject; objects that wrap such a list, hold columns as lists, or stand alone. Numbers keep every digit. Throws a
 * UserError with the line for what is not JSON.
 */
export async function readJson(
  file: SourceFile,
  told: OnShare = () => undefined,
  signal?: AbortSignal,
  columns: readonly string[] = [],
): Promise<Unpacked> {
  const layout = layoutOf(await textHead(file));
  const reading: Reading = { file, layout, told, signal };
  try {
    const first = new TextParts(columns);
    const result = await pass(reading, first);
    // A column that turned up late makes its parts unlike the first; now that all are known, the second reading is alike.
    return first.late ? await pass(reading, new TextParts(first.columns)) : result;
  } catch (error) {
    if (!(error instanceof FaultOnLine)) throw error;
    throw new UserError(
      `“${file.name}” is not valid JSON: on line ${error.line.toLocaleString("en")}, ${error.message}.`,
      "Correct it there, or write the file again and open that.",
    );
  }
}

async function textHead(file: SourceFile): Promise<string> {
  let head = "";
  for await (const chunk of textStream(file, () => undefined)) {
    head += chunk;
    if (head.length > 1 << 20) break;
  }
  return head;
}

/** Lines looked at to know whether each is a value of its own. */
const LOOKED_AT = 10;

/**
 * Lines where the first is complete and another follows, or where at least two of the first ones are complete, since the
 * first may be the broken one; else by the first character.
 */
function layoutOf(head: string): Layout {
  const text = head.slice(skipSpace(head, 0));
  const bracket = text.slice(0, 1);
  const first = text.split("\n", LOOKED_AT).filter((line) => line.trim() !== "");
  const whole = first.map((line) => line.startsWith(bracket) && isValue(line));
  const isList = bracket === "[";
  const follows = first.length > 1 && (!isList || first[1]?.startsWith("[") === true);
  if ((whole[0] === true && follows) || whole.filter(Boolean).length > 1) return "lines";
  return isList ? "list" : "document";
}

function isValue(text: string): boolean {
  try {
    return skipSpace(text, skipValue(text, 0)) === text.length;
  } catch {
    return false;
  }
}

async function pass(reading: Reading, parts: TextParts): Promise<Unpacked> {
  const { file, layout, told, signal } = reading;
  const chunks = textStream(file, (bytes) => {
    signal?.throwIfAborted();
    told(bytes / Math.max(1, file.blob.size));
  });
  if (layout === "document") return fromDocument(file, await wholeText(chunks, file), parts);
  const rows = new JsonRows(parts);
  const rejects = new JsonRejects(file.name);
  const pieces = layout === "lines" ? lines(chunks) : listElements(chunks);
  for await (const piece of pieces) addPiece(rows, piece, rejects, layout === "lines");
  return unpacked(file, parts, rows, rejects, []);
}

function addPiece(rows: JsonRows, piece: Piece, rejects: JsonRejects, lenient: boolean): void {
  try {
    rows.add(piece.text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (!lenient && !(error instanceof OtherKind)) throw onLine(error, piece);
    rejects.add(piece, error.message);
  }
}

async function wholeText(chunks: AsyncIterable<string>, file: SourceFile): Promise<string> {
  let text = "";
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > LONGEST_DOCUMENT)
      throw new UserError(
        `“${file.name}” is one JSON object of more than 500 MB, which does not fit into this browser at once.`,
        "Write its records as one list, or one per line, and open that.",
      );
  }
  return text;
}

function fromDocument(file: SourceFile, text: string, parts: TextParts): Unpacked {
  try {
    const { records, header, notes } = documentTable(text);
    const rows = new JsonRows(parts, header);
    const rejects = new JsonRejects(file.name);
    for (const record of records) addPiece(rows, { text: record, line: 0 }, rejects, true);
    return unpacked(file, parts, rows, rejects, notes);
  } catch (error) {
    if (error instanceof JsonFault) throw new FaultOnLine(1 + newlines(text.slice(0, error.at)), error.message);
    throw error;
  }
}

function unpacked(
  file: SourceFile,
  parts: TextParts,
  rows: JsonRows,
  rejects: JsonRejects,
  notes: readonly string[],
): Unpacked {
  if (parts.columns.length === 0) {
    const why = rejects.samples[0]?.reason;
    throw new UserError(
      `“${file.name}” holds no record that can be read${why === undefined ? "" : ` (the first: ${why})`}.`,
      "Choose a file with a list of records, or one record per line.",
    );
  }
  const files = parts.finish().map((blob) => ({ name: file.name, blob }));
  return {
    became: "json",
    files,
    findings: {
      rejected: rejects.count,
      rejectSamples: rejects.samples,
      rejects: rejects.all(),
      notes: [...notes, ...rows.notes()],
    },
  };
}
