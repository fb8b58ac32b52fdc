import { decompress } from "fzstd";
import type { ArrowMessage } from "./arrow-messages";
import { FlatBuffer, type FlatPlace } from "./flat-buffer";
import { unpackLz4 } from "./lz4-frame";
import type { UnpackLimit } from "../unpack-limit";

/** Numbers of fields in the Arrow format's Message.fbs. */
const MESSAGE = { header: 2, bodyLength: 3 } as const;
const BATCH = { buffers: 2, compression: 3 } as const;
const DICTIONARY = 2;

/**
 * The same message with its buffers unpacked (LZ4 or Zstandard), because the Parquet writer knows only plain ones. Its
 * head is changed in place. Throws a RangeError for damaged buffers, a UserError where the limit is passed.
 */
export function unpackedMessage(message: ArrowMessage, limit: UnpackLimit): ArrowMessage {
  if (message.kind !== 2 && message.kind !== 3) return message;
  const root = new FlatBuffer(message.head).root();
  const header = root.table(MESSAGE.header);
  const batch = message.kind === DICTIONARY ? (header?.table(1) ?? null) : header;
  const compression = batch?.table(BATCH.compression) ?? null;
  if (batch === null || compression === null) return message;
  const body = plainBody(message, batch, compression.byte(0) === 1 ? decompressed : unpackLz4, limit);
  batch.remove(BATCH.compression);
  root.setLong(MESSAGE.bodyLength, body.length);
  return { ...message, body };
}

type Unpack = (packed: Uint8Array<ArrayBuffer>, size: number) => Uint8Array;

function decompressed(packed: Uint8Array, size: number): Uint8Array {
  const plain = decompress(packed, new Uint8Array(size));
  if (plain.length !== size) throw new RangeError("a Zstandard buffer is shorter than promised");
  return plain;
}

/** Each buffer begins with its plain length, or -1 where it was left plain. */
function plainBody(
  message: ArrowMessage,
  batch: FlatPlace,
  unpack: Unpack,
  limit: UnpackLimit,
): Uint8Array<ArrayBuffer> {
  const { at, count } = batch.structs(BATCH.buffers);
  const heads = new DataView(message.head.buffer, message.head.byteOffset, message.head.byteLength);
  const bodies = new DataView(message.body.buffer, message.body.byteOffset, message.body.byteLength);
  const buffers: { at: number; bytes: Uint8Array }[] = [];
  let size = 0;
  for (let index = 0; index < count; index++) {
    const place = at + 16 * index;
    const [offset, length] = [Number(heads.getBigInt64(place, true)), Number(heads.getBigInt64(place + 8, true))];
    if (offset < 0 || length < 0 || offset + length > message.body.length)
      throw new RangeError("a buffer is out of place");
    const bytes =
      length < 8
        ? new Uint8Array()
        : plainBuffer(
            message.body.subarray(offset + 8, offset + length),
            Number(bodies.getBigInt64(offset, true)),
            unpack,
            limit,
          );
    heads.setBigInt64(place, BigInt(size), true);
    heads.setBigInt64(place + 8, BigInt(bytes.length), true);
    buffers.push({ at: size, bytes });
    size += Math.ceil(bytes.length / 8) * 8;
  }
  const body = new Uint8Array(size);
  for (const buffer of buffers) body.set(buffer.bytes, buffer.at);
  return body;
}

function plainBuffer(packed: Uint8Array<ArrayBuffer>, size: number, unpack: Unpack, limit: UnpackLimit): Uint8Array {
  if (size === -1) return packed;
  if (size < 0) throw new RangeError("a buffer has an impossible length");
  // The length is only promised, but it is what would be taken from memory.
  limit.add(packed.length, size);
  return unpack(packed, size);
}
