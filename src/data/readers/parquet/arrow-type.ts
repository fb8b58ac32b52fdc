import type { ArrowField } from "./arrow-schema";
import type { SecondDigits } from "./moment-text";

/**
 * What the reader's thread makes of a column before the engine sees it: nested values JSON text, 16-bit floats floats,
 * wide decimals their digits as text, durations a decimal of seconds, bytes text, 96-bit timestamps microseconds.
 */
export type Rewrite = "json" | "float" | "digits" | "text" | "uuid" | "int96" | { readonly seconds: SecondDigits };

/** DuckDB's type for an Arrow field, or null with the reason; a note says what changes on the way. */
export interface Arrival {
  readonly type: string | null;
  readonly note: string | null;
  readonly rewrite?: Rewrite;
}

/** What only Parquet's own schema tells of a column. */
export type Special = "uuid" | "int96" | null;

/** Numbers of the `Type` union in the Arrow format's Schema.fbs. */
const TYPE = {
  Null: 1,
  Int: 2,
  FloatingPoint: 3,
  Binary: 4,
  Utf8: 5,
  Bool: 6,
  Decimal: 7,
  Date: 8,
  Time: 9,
  Timestamp: 10,
  Interval: 11,
  Union: 14,
  FixedSizeBinary: 15,
  Duration: 18,
  LargeBinary: 19,
  LargeUtf8: 20,
  RunEndEncoded: 22,
  BinaryView: 23,
  Utf8View: 24,
} as const;

/** Digits behind the point of a second, by unit. */
const DIGITS = [0, 3, 6, 9] as const;
const TIMESTAMPS = ["TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP", "TIMESTAMP_NS"] as const;

const as = (type: string, note: string | null = null): Arrival => ({ type, note });
const refused = (note: string): Arrival => ({ type: null, note });

/**
 * How a column arrives in the table. Timestamps keep their unit and are in UTC; bytes become the text they spell, with
 * \\xNN where they spell none; nested values become JSON text; types that cannot be told apart are refused.
 */
export function arrivalOf(field: ArrowField, special: Special = null): Arrival {
  if (special === "uuid") return { ...as("VARCHAR"), rewrite: "uuid" };
  if (special === "int96") return { ...as("TIMESTAMP", "its times are read to the microsecond"), rewrite: "int96" };
  switch (field.type) {
    case TYPE.Null:
    case TYPE.Utf8:
    case TYPE.LargeUtf8:
    case TYPE.Utf8View:
      return as("VARCHAR");
    case TYPE.Int:
      return as(integerType(field));
    case TYPE.FloatingPoint:
      return field.precision === 0
        ? { ...as("FLOAT"), rewrite: "float" }
        : as(field.precision === 1 ? "FLOAT" : "DOUBLE");
    case TYPE.Bool:
      return as("BOOLEAN");
    case TYPE.Decimal:
      return decimalType(field);
    case TYPE.Date:
      return as("DATE");
    case TYPE.Time:
      // The engine takes Arrow's times of day in microseconds at most, but reads nanoseconds from text.
      return field.unit === 3 ? { ...as("TIME_NS"), rewrite: "text" } : as("TIME");
    case TYPE.Timestamp:
      return as(TIMESTAMPS[field.unit] ?? "TIMESTAMP", zoneNote(field.timezone));
    case TYPE.Binary:
    case TYPE.LargeBinary:
    case TYPE.FixedSizeBinary:
      return { ...as("VARCHAR", "it holds bytes, shown as text"), rewrite: "text" };
    case TYPE.BinaryView:
      return as("VARCHAR", "it holds bytes, shown as text");
    case TYPE.Duration:
      return durationType(DIGITS[field.unit] ?? 0);
    case TYPE.Interval:
    case TYPE.Union:
    case TYPE.RunEndEncoded:
      return refused("columns of its type cannot be read");
    default:
      return { ...as("VARCHAR", "it holds lists or groups of values, shown as JSON text"), rewrite: "json" };
  }
}

function durationType(seconds: SecondDigits): Arrival {
  return { ...as(`DECIMAL(19,${seconds})`, "it holds durations, shown in seconds"), rewrite: { seconds } };
}

function zoneNote(timezone: string | null): string | null {
  return timezone === null || timezone === "UTC" ? null : `its times are shown in UTC, not ${timezone}`;
}

function integerType(field: ArrowField): string {
  const size = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" }[field.bits] ?? "BIGINT";
  return field.signed ? size : `U${size}`;
}

function decimalType(field: ArrowField): Arrival {
  const [precision, scale, bits] = field.decimal;
  if (bits > 128 || precision > 38)
    return { ...as("VARCHAR", "its numbers have more than 38 digits and are kept as text"), rewrite: "digits" };
  return as(`DECIMAL(${precision},${scale})`);
}
