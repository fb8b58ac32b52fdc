import { schemaInFooter } from "./arrow-footer";
import { FlatBuffer } from "./flat-buffer";

/** One message of an Arrow stream: its head as FlatBuffers bytes, without the length before it, and its body. */
export interface ArrowMessage {
  /** Number of the `MessageHeader` union: 1 a schema, 2 a dictionary, 3 a batch of rows. */
  readonly kind: number;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const SCHEMA = 1;
const LARGEST_HEAD = 64_000_000;
const LARGEST_BODY = 1_000_000_000;

/**
 * The messages of an Arrow file or stream, one after another; a file is a stream behind eight bytes and before a footer.
 * Throws a RangeError where one is damaged or cut short.
 */
export async function* arrowMessages(blob: Blob): AsyncGenerator<ArrowMessage, void, undefined> {
  const start = await bytesAt(blob, 0, 8);
  const isFile = isMagic(start.subarray(0, 6));
  // Else a file that lost its end between two batches would be a shorter table.
  if (isFile && !isMagic(await bytesAt(blob, blob.size - 6, 6))) throw new RangeError("it is cut short");
  let at = isFile ? 8 : 0;
  let schema = !isFile;
  while (at < blob.size) {
    const prefix = new DataView((await bytesAt(blob, at, 8)).buffer);
    const continued = prefix.byteLength >= 4 && prefix.getUint32(0, true) === 0xffffffff;
    if (prefix.byteLength < (continued ? 8 : 4)) throw new RangeError("it is cut short");
    const length = prefix.getInt32(continued ? 4 : 0, true);
    at += continued ? 8 : 4;
    if (length === 0) break;
    if (length < 0 || length > LARGEST_HEAD) throw new RangeError("a message has an impossible length");
    const head = await bytesAt(blob, at, length);
    at += length;
    const message = new FlatBuffer(head).root();
    const bodyLength = message.long(3);
    if (bodyLength < 0 || bodyLength > LARGEST_BODY) throw new RangeError("a batch is larger than 1 GB or damaged");
    const body = await bytesAt(blob, at, bodyLength);
    if (head.length < length || body.length < bodyLength) throw new RangeError("it is cut short");
    at += bodyLength;
    const kind = message.byte(1);
    // A file need not begin with its schema, since its footer has it.
    if (!schema && kind !== SCHEMA) yield schemaMessage(await schemaInFooter(blob));
    schema = true;
    yield { kind, head, body };
  }
  if (!schema) yield schemaMessage(await schemaInFooter(blob));
}

function isMagic(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes) === "ARROW1";
}

function schemaMessage(head: Uint8Array<ArrayBuffer>): ArrowMessage {
  return { kind: SCHEMA, head, body: new Uint8Array() };
}

/** The message as a stream holds it. */
export function framed({ head, body }: Pick<ArrowMessage, "head" | "body">): readonly Uint8Array<ArrayBuffer>[] {
  const padding = (8 - (head.length % 8)) % 8;
  const prefix = new DataView(new ArrayBuffer(8));
  prefix.setUint32(0, 0xffffffff, true);
  prefix.setInt32(4, head.length + padding, true);
  return [new Uint8Array(prefix.buffer), head, new Uint8Array(padding), body];
}

async function bytesAt(blob: Blob, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.slice(from, from + length).arrayBuffer());
}
