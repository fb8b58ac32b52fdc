import {
  Decimal,
  Field,
  Float32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  TimestampMicrosecond,
  Utf8,
  type Data,
} from "apache-arrow";
import { halfFloat, jsonWriter, textWriter, wideInteger } from "./arrow-json";
import type { Rewrite } from "./arrow-type";
import { decimalText } from "./moment-text";

/** True when Arrow's JavaScript knows every type of the schema, so that batches of it can be rewritten. */
export function canRewrite(schemaIpc: Uint8Array): boolean {
  try {
    tableFromIPC(schemaIpc);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes("Unrecognized type")) return false;
    throw error;
  }
}

/**
 * The same Arrow stream with some columns, by position, as the engine can take them; null leaves a column as it is. The
 * columns get names of their own: Arrow's JavaScript mixes up columns that share one.
 */
export function rewriteColumns(ipc: Uint8Array, rewrites: readonly (Rewrite | null)[]): Uint8Array {
  const batches = tableFromIPC(ipc).batches.map((batch) => {
    const children = batch.data.children.map((data, index) => rewritten(data, rewrites[index] ?? null));
    const fields = batch.schema.fields.map((field, index) => {
      const type = children[index]?.type ?? field.type;
      return new Field(`c${index}`, type, true, type === field.type ? field.metadata : undefined);
    });
    const struct = makeData({ type: new Struct(fields), length: batch.numRows, nullCount: 0, children });
    return new RecordBatch(new Schema(fields), struct);
  });
  return tableToIPC(new Table(batches), "stream");
}

function rewritten(data: Data, rewrite: Rewrite | null): Data {
  if (typeof rewrite === "object" && rewrite !== null)
    return makeData({ ...shared(data), type: new Decimal(rewrite.seconds, 19), data: widened(data) });
  switch (rewrite) {
    case "json":
      return utf8Data(data, jsonWriter(data));
    case "text":
      return utf8Data(data, textWriter(data));
    case "digits":
      return utf8Data(data, (row) => decimalText(wideInteger(data, row), (data.type as Decimal).scale));
    case "float":
      return makeData({
        ...shared(data),
        type: new Float32(),
        data: Float32Array.from(data.values as Uint16Array, halfFloat),
      });
    case "uuid":
      return utf8Data(data, (row) => uuidText((data.values as Uint8Array).subarray(16 * row, 16 * row + 16)));
    case "int96":
      return makeData({ ...shared(data), type: new TimestampMicrosecond(), data: fromInt96(data) });
    case null:
      return data;
  }
}

type Shared = Pick<Data, "length" | "nullCount" | "nullBitmap">;

function shared({ length, nullCount, nullBitmap }: Shared): Shared {
  return { length, nullCount, nullBitmap };
}

/** 64-bit integers as the 128 bits of a decimal. */
function widened(data: Data): Uint32Array {
  const values = data.values as BigInt64Array;
  const wide = new BigInt64Array(2 * data.length);
  for (let row = 0; row < data.length; row++) {
    wide[2 * row] = values[row] ?? 0n;
    wide[2 * row + 1] = (values[row] ?? 0n) < 0n ? -1n : 0n;
  }
  return new Uint32Array(wide.buffer);
}

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Lies outside every calendar; what the door does with such values, it says. */
const BEYOND = -(2n ** 63n);

/** Each value is the nanoseconds of the day in 64 bits and the Julian day in 32; 1970-01-01 is day 2,440,588. */
function fromInt96(data: Data): BigInt64Array {
  const { buffer, byteOffset, byteLength } = data.values as Uint8Array;
  const view = new DataView(buffer, byteOffset, byteLength);
  return BigInt64Array.from({ length: data.length }, (_, row) => {
    if (!data.getValid(row)) return 0n;
    const days = BigInt(view.getUint32(12 * row + 8, true)) - 2_440_588n;
    const count = days * 86_400_000_000n + view.getBigInt64(12 * row, true) / 1000n;
    return BigInt.asIntN(64, count) === count ? count : BEYOND;
  });
}

/** One text per valid row, in one buffer that grows. */
function utf8Data(data: Data, write: (row: number) => string): Data<Utf8> {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(data.length + 1);
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  for (let row = 0; row < data.length; row++) {
    if (data.getValid(row)) {
      const text = write(row);
      if (bytes.length - end < 3 * text.length) bytes = grown(bytes, end + 3 * text.length);
      end += encoder.encodeInto(text, bytes.subarray(end)).written;
    }
    offsets[row + 1] = end;
  }
  return makeData({ ...shared(data), type: new Utf8(), valueOffsets: offsets, data: bytes.subarray(0, end) });
}

function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * bytes.length, least));
  larger.set(bytes);
  return larger;
}
