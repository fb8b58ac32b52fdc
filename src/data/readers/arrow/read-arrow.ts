import { Compression, Table, WriterPropertiesBuilder, writeParquet } from "parquet-wasm/esm";
import type { OnShare, Unpacked } from "../../../workers/reader-contract";
import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { arrowMessages, framed, type ArrowMessage } from "./arrow-messages";
import { unpackedMessage } from "./arrow-unpacked";
import { boolPlaces, type BoolPlace } from "./bool-places";
import { FlatBuffer } from "./flat-buffer";
import { UnpackLimit } from "../unpack-limit";
import { wholeBools } from "./whole-bools";

/** Bytes of batches that become one Parquet file. */
const PART_BYTES = 1 << 26;

const [SCHEMA, DICTIONARY, BATCH] = [1, 2, 3];

/**
 * An Arrow file or stream (Feather is one) as Parquet, types kept, batch after batch. `parquet-wasm` must have been
 * started. Throws a UserError for one that is damaged or holds a type that Parquet has no word for.
 */
export async function readArrow(
  file: SourceFile,
  told: OnShare = () => undefined,
  signal?: AbortSignal,
): Promise<Unpacked> {
  const parts = new ArrowParts();
  const limit = new UnpackLimit({ fileName: file.name });
  let bytes = 0;
  try {
    for await (const message of arrowMessages(file.blob)) {
      signal?.throwIfAborted();
      bytes += message.head.length + message.body.length;
      told(Math.min(1, bytes / file.blob.size));
      parts.add(unpackedMessage(message, limit));
    }
    const files = parts.finish().map((blob) => ({ name: file.name, blob }));
    return { became: "arrow", files, findings: { rejected: 0, rejectSamples: [], rejects: [], notes: [] } };
  } catch (error) {
    throw explained(error, file);
  }
}

/** Collects batches and writes them as Parquet files of a bounded size. */
class ArrowParts {
  private schema: ArrowMessage | null = null;
  private bools: readonly BoolPlace[] = [];
  private readonly dictionaries = new Map<number, ArrowMessage[]>();
  private batches: ArrowMessage[] = [];
  private size = 0;
  private readonly parts: Blob[] = [];

  add(message: ArrowMessage): void {
    if (message.kind === SCHEMA) {
      this.schema = message;
      this.bools = boolPlaces(message.head);
    } else if (message.kind === DICTIONARY) this.learn(message);
    else if (message.kind === BATCH) {
      wholeBools(message, this.bools);
      this.batches.push(message);
      this.size += message.body.length;
      if (this.size > PART_BYTES) this.write();
    }
  }

  finish(): readonly Blob[] {
    if (this.batches.length > 0 || this.parts.length === 0) this.write();
    return this.parts;
  }

  /** A dictionary adds to the one before or takes its place; what was collected goes by the one before. */
  private learn(message: ArrowMessage): void {
    if (this.batches.length > 0) this.write();
    const header = new FlatBuffer(message.head).root().table(2);
    const id = header?.long(0) ?? 0;
    const adds = header?.byte(2) === 1;
    this.dictionaries.set(id, adds ? [...(this.dictionaries.get(id) ?? []), message] : [message]);
  }

  private write(): void {
    if (this.schema === null) throw new RangeError("it does not begin with a schema");
    const messages = [this.schema, ...[...this.dictionaries.values()].flat(), ...this.batches];
    const stream = joinedBytes([...messages.flatMap(framed), new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0])]);
    const properties = new WriterPropertiesBuilder()
      .setCompression(Compression.SNAPPY)
      .setMaxRowGroupSize(1 << 17)
      .build();
    const written = writeParquet(Table.fromIPCStream(stream), properties) as Uint8Array<ArrayBuffer>;
    this.parts.push(new Blob([written], { type: "application/vnd.apache.parquet" }));
    this.batches = [];
    this.size = 0;
  }
}

function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function explained(error: unknown, file: SourceFile): unknown {
  if (error instanceof UserError || (error instanceof DOMException && error.name === "AbortError")) return error;
  if (error instanceof DOMException && error.name === "NotReadableError")
    return new UserError(`“${file.name}” changed or disappeared while it was read.`, "Choose it again.");
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 120);
  const strange = /NYI|not (?:yet )?(?:implemented|supported)|unsupported/iu.test(said);
  return strange
    ? new UserError(
        `“${file.name}” holds a column of a type that is not read here (${said}).`,
        "Write it without that column, or as Parquet or CSV.",
      )
    : new UserError(
        `“${file.name}” is a damaged or incomplete Arrow file (${said}).`,
        "Write it again, or save it as Parquet or CSV.",
      );
}
