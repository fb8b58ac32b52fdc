import { Dictionary, Float64, Int32, makeData, Utf8, Vector } from "apache-arrow";

/**
 * Doubles as an Arrow vector over the same memory; NaN becomes null. Made by hand, because Arrow's builders leave the
 * buffers of trailing nulls off, which other readers refuse.
 */
export function doubleVector(values: Float64Array): Vector<Float64> {
  // Asked first, because most columns are whole and this much is quick.
  const { nullBitmap, nullCount } = values.includes(NaN) ? validity(values, Number.isNaN) : WHOLE;
  return new Vector([makeData({ type: new Float64(), data: values, length: values.length, nullCount, nullBitmap })]);
}

/** Without nulls the format asks for no bitmap. */
const WHOLE = { nullBitmap: null, nullCount: 0 };

/** Texts as an Arrow vector. */
export function textVector(values: readonly (string | null)[]): Vector<Utf8> {
  const encoded = values.map((value) => new TextEncoder().encode(value ?? ""));
  const valueOffsets = new Int32Array(values.length + 1);
  encoded.forEach((bytes, row) => (valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + bytes.length));
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
  encoded.forEach((bytes, row) => data.set(bytes, valueOffsets[row]));
  const { nullBitmap, nullCount } = validity(values, (value) => value === null);
  const buffers = { valueOffsets, data, nullBitmap };
  return new Vector([makeData({ type: new Utf8(), length: values.length, nullCount, ...buffers })]);
}

/** Words by their places among `labels`, each word held once; a place where there is none is null. */
export function labelVector(codes: Int32Array, labels: readonly string[]): Vector<Dictionary<Utf8, Int32>> {
  const { nullBitmap, nullCount } = validity(codes, (code) => labels[code] === undefined);
  const type = new Dictionary(new Utf8(), new Int32());
  const data = codes.map((code) => (labels[code] === undefined ? 0 : code));
  return new Vector([
    makeData({ type, dictionary: textVector(labels), data, length: codes.length, nullCount, nullBitmap }),
  ]);
}

function validity<T>(
  values: ArrayLike<T>,
  isNull: (value: T) => boolean,
): { readonly nullBitmap: Uint8Array; readonly nullCount: number } {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (let row = 0; row < values.length; row++) {
    if (isNull(values[row] as T)) nullCount += 1;
    else nullBitmap[row >> 3] = (nullBitmap[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return { nullBitmap, nullCount };
}
