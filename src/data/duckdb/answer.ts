import { DataType, Precision, type Data, type Table, type Vector } from "apache-arrow";
import { breathe } from "../breathe";
import type { Answer, AnswerColumn } from "../engine";

/** Cells that are copied without giving the page's thread back in between: about ten milliseconds of work. */
const CELLS_AT_ONCE = 500_000;

/**
 * An Arrow table as plain columns. Numbers, booleans, dates and timestamps (as ms since 1970 UTC) become doubles with
 * NaN for null; text becomes strings. Throws on an integer beyond 2^53 and on DECIMAL, INTERVAL or nested types, whose
 * raw bytes would be silently wrong: the query must cast them. A large one is copied in pieces.
 */
export async function toAnswer(table: Table): Promise<Answer> {
  const names = table.schema.fields.map((field) => field.name);
  const columns: AnswerColumn[] = [];
  let cells = 0;
  for (const [index, label] of names.entries()) {
    columns.push(toColumn(label, table.getChildAt(index)));
    cells += table.numRows;
    if (cells < CELLS_AT_ONCE) continue;
    await breathe();
    cells = 0;
  }
  return { names, columns, rowCount: table.numRows };
}

function toColumn(label: string, vector: Vector | null): AnswerColumn {
  if (vector === null) throw new TypeError(`Column “${label}” is missing from the answer.`);
  const type = vector.type as DataType;
  if (isPlain(type)) return plainColumn(vector);
  if (DataType.isUtf8(type) || DataType.isDictionary(type)) return textColumn(vector);
  if (DataType.isNull(type)) return new Float64Array(vector.length).fill(NaN);
  if (DataType.isFloat(type) || DataType.isInt(type) || DataType.isBool(type)) return numberColumn(label, vector);
  if (DataType.isTimestamp(type) || DataType.isDate(type)) return numberColumn(label, vector);
  throw new TypeError(`Column “${label}” has type ${String(type)}; cast it to DOUBLE or VARCHAR in the query.`);
}

/** Numbers that stand in memory as they are. */
const isPlain = (type: DataType): boolean =>
  (DataType.isFloat(type) && type.precision !== Precision.HALF) || (DataType.isInt(type) && type.bitWidth <= 32);

/** Copied whole: asking for every row keeps the page busy ten times as long. */
function plainColumn(vector: Vector): Float64Array {
  const values = new Float64Array(vector.length);
  let start = 0;
  for (const part of vector.data as readonly Data[]) {
    values.set((part.values as Float64Array).subarray(0, part.length), start);
    if (part.nullCount > 0) emptyMissing(values, start, part);
    start += part.length;
  }
  return values;
}

/** Eight rows at a time, as most lack nothing: asking for each takes as long as the rest of the answer. */
function emptyMissing(values: Float64Array, start: number, { nullBitmap, offset, length }: Data): void {
  const valid = nullBitmap as Uint8Array;
  for (let row = 0; row < length; row++) {
    const bit = offset + row;
    const eight = valid[bit >> 3] as number;
    if (eight === 0xff && (bit & 7) === 0) row += 7;
    else if ((eight & (1 << (bit & 7))) === 0) values[start + row] = NaN;
  }
}

function textColumn(vector: Vector): readonly (string | null)[] {
  const values: (string | null)[] = new Array<string | null>(vector.length);
  for (let row = 0; row < vector.length; row++) values[row] = vector.get(row) as string | null;
  return values;
}

function numberColumn(label: string, vector: Vector): Float64Array {
  const values = new Float64Array(vector.length);
  for (let row = 0; row < vector.length; row++) values[row] = toNumber(label, vector.get(row));
  return values;
}

function toNumber(label: string, value: unknown): number {
  if (value === null) return NaN;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
      throw new RangeError(`“${label}” holds ${value}, beyond 2^53; cast it to VARCHAR or DOUBLE in the query.`);
    return Number(value);
  }
  if (value instanceof Date) return value.getTime();
  throw new TypeError(`“${label}” holds a value that is not a number.`);
}
