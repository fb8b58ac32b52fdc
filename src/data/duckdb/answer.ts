import { DataType, type Table, type Vector } from "apache-arrow";
import type { Answer, AnswerColumn } from "../engine";

/**
 * An Arrow table as plain columns. Numbers, booleans, dates and timestamps (as ms since 1970 UTC) become doubles with
 * NaN for null; text becomes strings. Throws on an integer beyond 2^53 and on DECIMAL, INTERVAL or nested types, whose
 * raw bytes would be silently wrong: the query must cast them.
 */
export function toAnswer(table: Table): Answer {
  const names = table.schema.fields.map((field) => field.name);
  const columns = names.map((label, index) => toColumn(label, table.getChildAt(index)));
  return { names, columns, rowCount: table.numRows };
}

function toColumn(label: string, vector: Vector | null): AnswerColumn {
  if (vector === null) throw new TypeError(`Column “${label}” is missing from the answer.`);
  const type = vector.type as DataType;
  if (DataType.isFloat(type) && vector.nullCount === 0) return Float64Array.from(vector.toArray() as Float64Array);
  if (DataType.isUtf8(type) || DataType.isDictionary(type)) return textColumn(vector);
  if (DataType.isNull(type)) return new Float64Array(vector.length).fill(NaN);
  if (DataType.isFloat(type) || DataType.isInt(type) || DataType.isBool(type)) return numberColumn(label, vector);
  if (DataType.isTimestamp(type) || DataType.isDate(type)) return numberColumn(label, vector);
  throw new TypeError(`Column “${label}” has type ${String(type)}; cast it to DOUBLE or VARCHAR in the query.`);
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
