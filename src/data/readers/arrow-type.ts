import type { ArrowField } from "./arrow-schema";

/** DuckDB's type for an Arrow field, or null with the reason; a note says what changes on the way. */
export interface Arrival {
  readonly type: string | null;
  readonly note: string | null;
}

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
  FixedSizeBinary: 15,
  Duration: 18,
  LargeBinary: 19,
  LargeUtf8: 20,
  BinaryView: 23,
  Utf8View: 24,
} as const;

const as = (type: string, note: string | null = null): Arrival => ({ type, note });
const refused = (note: string): Arrival => ({ type: null, note });

/**
 * How a column arrives in the table. Timestamps of every unit become TIMESTAMP (microseconds) in UTC, bytes become text
 * with \xNN for what is not ASCII; nested columns and types that DuckDB does not take are refused.
 */
export function arrivalOf(field: ArrowField): Arrival {
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
        ? refused("16-bit floats cannot be read")
        : as(field.precision === 1 ? "FLOAT" : "DOUBLE");
    case TYPE.Bool:
      return as("BOOLEAN");
    case TYPE.Decimal:
      return decimalType(field);
    case TYPE.Date:
      return as("DATE");
    case TYPE.Time:
      return as("TIME");
    case TYPE.Timestamp:
      return as(
        "TIMESTAMP",
        field.timezone === null || field.timezone === "UTC"
          ? null
          : `its times are shown in UTC, not ${field.timezone}`,
      );
    case TYPE.Binary:
    case TYPE.LargeBinary:
    case TYPE.BinaryView:
    case TYPE.FixedSizeBinary:
      return as("VARCHAR", "it holds bytes, shown as text");
    case TYPE.Duration:
      return as("VARCHAR", "it holds durations, shown as text");
    default:
      return refused("nested columns cannot be read");
  }
}

function integerType(field: ArrowField): string {
  const size = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" }[field.bits] ?? "BIGINT";
  return field.signed ? size : `U${size}`;
}

function decimalType(field: ArrowField): Arrival {
  const [precision, scale, bits] = field.decimal;
  if (bits > 128 || precision > 38) return refused("decimals of more than 38 digits cannot be read");
  return as(`DECIMAL(${precision},${scale})`);
}
