import { Float64, Int64, makeData, TimestampMicrosecond, Uint64, Utf8, type Data } from "apache-arrow";

/** Types of column that a sample can have, by DuckDB's names. */
export type SampleType = "DOUBLE" | "BIGINT" | "UBIGINT" | "TIMESTAMP" | "VARCHAR";

const ARROW_TYPES = {
  DOUBLE: new Float64(),
  BIGINT: new Int64(),
  UBIGINT: new Uint64(),
  TIMESTAMP: new TimestampMicrosecond(),
  VARCHAR: new Utf8(),
} as const;

/** The Arrow type behind DuckDB's name. */
export function arrowType(type: SampleType): (typeof ARROW_TYPES)[SampleType] {
  return ARROW_TYPES[type];
}

/** Which values are there, as Arrow's bitmap. All are, until one is cleared. */
export class Validity {
  readonly bits: Uint8Array;
  missing = 0;

  constructor(rows: number) {
    this.bits = new Uint8Array((rows + 7) >> 3).fill(255);
  }

  /** Marks a value as missing; each row once. */
  clear(row: number): void {
    const byte = row >> 3;
    this.bits[byte] = (this.bits[byte] ?? 0) & ~(1 << (row & 7));
    this.missing++;
  }
}

/** A column of doubles. */
export function doubles(values: Float64Array, validity: Validity): Data {
  return makeData({ type: ARROW_TYPES.DOUBLE, length: values.length, data: values, ...nulls(validity) });
}

/** A column of 64-bit integers or times (microseconds since 1970 UTC), given as pairs of 32-bit words, low word first. */
export function integers(type: "BIGINT" | "UBIGINT" | "TIMESTAMP", words: Uint32Array, validity: Validity): Data {
  const common = { length: words.length / 2, ...nulls(validity) };
  if (type === "UBIGINT")
    return makeData({ type: ARROW_TYPES.UBIGINT, data: new BigUint64Array(words.buffer), ...common });
  const data = new BigInt64Array(words.buffer);
  if (type === "BIGINT") return makeData({ type: ARROW_TYPES.BIGINT, data, ...common });
  return makeData({ type: ARROW_TYPES.TIMESTAMP, data, ...common });
}

/** A column of ASCII text. */
export function ascii(values: readonly string[], validity: Validity): Data {
  const valueOffsets = new Int32Array(values.length + 1);
  let size = 0;
  values.forEach((value, i) => (valueOffsets[i + 1] = size += value.length));
  const data = new Uint8Array(size);
  let at = 0;
  for (const value of values) for (let i = 0; i < value.length; i++) data[at++] = value.charCodeAt(i);
  return makeData({ type: ARROW_TYPES.VARCHAR, length: values.length, valueOffsets, data, ...nulls(validity) });
}

/** Writes a whole number from 0 to 2^53 as the words of row `row`. */
export function putWhole(words: Uint32Array, row: number, value: number): void {
  words[2 * row] = value % 2 ** 32;
  words[2 * row + 1] = Math.floor(value / 2 ** 32);
}

function nulls(validity: Validity): { nullBitmap: Uint8Array; nullCount: number } {
  return { nullBitmap: validity.bits, nullCount: validity.missing };
}
