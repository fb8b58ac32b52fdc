import { DataType, type Data, type Vector } from "apache-arrow";
import { bytesText } from "./bytes-text";
import { dateText, decimalText, timestampText, timeText, type SecondDigits } from "./moment-text";

/** Writes the value of a row. */
type Writer = (row: number) => string;

/**
 * Writes the values of Arrow data as JSON, every digit kept: whole numbers and decimals of any size as numbers, NaN and
 * infinities, times and bytes as strings, maps as objects. Read from the buffers, because Arrow's own row objects round
 * times and trip over names like “__proto__”. Throws a RangeError for a type that Parquet does not hold.
 */
export function jsonWriter(data: Data): Writer {
  const write = valueWriter(data);
  return (row) => (data.getValid(row) ? write(row) : "null");
}

function valueWriter(data: Data): Writer {
  const { type } = data;
  if (DataType.isNull(type)) return () => "null";
  if (DataType.isBool(type)) return (row) => String(((data.values[row >> 3] as number) & (1 << (row & 7))) !== 0);
  if (DataType.isInt(type)) return (row) => String(data.values[row]);
  if (DataType.isFloat(type)) return floatWriter(data, type.precision === 0);
  if (DataType.isList(type)) return listWriter(data);
  if (DataType.isFixedSizeList(type)) return fixedListWriter(data, type.listSize);
  if (DataType.isStruct(type)) return structWriter(data);
  if (DataType.isMap(type)) return mapWriter(data);
  if (DataType.isDictionary(type)) return dictionaryWriter(data);
  if (DataType.isDecimal(type)) return (row) => decimalText(wideInteger(data, row), type.scale);
  const text = textWriter(data);
  return (row) => JSON.stringify(text(row));
}

/** Writes values that are text, bytes or moments, without quotes. */
export function textWriter(data: Data): Writer {
  const { type } = data;
  const values = data.values as Int32Array | BigInt64Array;
  if (DataType.isUtf8(type) || DataType.isBinary(type) || DataType.isLargeUtf8(type) || DataType.isLargeBinary(type)) {
    const bytes = data.values as Uint8Array;
    return (row) => bytesText(bytes.subarray(...ends(data, row)));
  }
  if (DataType.isFixedSizeBinary(type)) {
    const bytes = data.values as Uint8Array;
    return (row) => bytesText(bytes.subarray(row * type.byteWidth, (row + 1) * type.byteWidth));
  }
  if (DataType.isDate(type))
    return type.unit === 0
      ? (row) => dateText(Number(values[row]))
      : (row) => timestampText(BigInt(values[row] ?? 0), 3);
  if (DataType.isTimestamp(type)) return (row) => timestampText(BigInt(values[row] ?? 0), secondDigits(type.unit));
  if (DataType.isTime(type)) return (row) => timeText(BigInt(values[row] ?? 0), secondDigits(type.unit));
  if (DataType.isDuration(type)) return (row) => decimalText(BigInt(values[row] ?? 0), secondDigits(type.unit));
  throw new RangeError(`Values of type ${String(type)} cannot be read.`);
}

/** Arrow's unit of time as digits behind the point of a second. */
function secondDigits(unit: number): SecondDigits {
  return ([0, 3, 6, 9] as const)[unit] ?? 0;
}

/** Where a value of variable length begins and ends. */
function ends(data: Data, row: number): [from: number, to: number] {
  const offsets = data.valueOffsets as Int32Array | BigInt64Array;
  return [Number(offsets[row]), Number(offsets[row + 1])];
}

function floatWriter(data: Data, half: boolean): Writer {
  const values = data.values as ArrayLike<number>;
  return (row) => {
    const value = half ? halfFloat(values[row] ?? 0) : (values[row] ?? NaN);
    if (!Number.isFinite(value)) return `"${value}"`;
    return Object.is(value, -0) ? "-0" : String(value);
  };
}

/** A 16-bit float from its bits: a sign, five of the exponent, ten of the fraction. */
export function halfFloat(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** A decimal's unscaled value: 128 or 256 bits, two's complement, lowest 32 first. */
export function wideInteger(data: Data, row: number): bigint {
  const words = data.values as Uint32Array;
  const width = words.length / data.length;
  let value = 0n;
  for (let word = width - 1; word >= 0; word--) value = (value << 32n) | BigInt(words[row * width + word] ?? 0);
  return BigInt.asIntN(32 * width, value);
}

function listWriter(data: Data): Writer {
  const item = jsonWriter(childOf(data, 0));
  return (row) => {
    const [from, to] = ends(data, row);
    return `[${Array.from({ length: to - from }, (_, index) => item(from + index)).join(", ")}]`;
  };
}

function fixedListWriter(data: Data, size: number): Writer {
  const item = jsonWriter(childOf(data, 0));
  return (row) => `[${Array.from({ length: size }, (_, index) => item(row * size + index)).join(", ")}]`;
}

function structWriter(data: Data): Writer {
  const members = (data.type as DataType & { children: { name: string }[] }).children.map(
    ({ name }, index) => [JSON.stringify(name), jsonWriter(childOf(data, index))] as const,
  );
  return (row) => `{${members.map(([name, member]) => `${name}: ${member(row)}`).join(", ")}}`;
}

function mapWriter(data: Data): Writer {
  const entries = childOf(data, 0);
  const key = jsonWriter(childOf(entries, 0));
  const value = jsonWriter(childOf(entries, 1));
  const quoted = (text: string): string => (text.startsWith('"') ? text : JSON.stringify(text));
  return (row) => {
    const [from, to] = ends(data, row);
    const pairs = Array.from({ length: to - from }, (_, at) => `${quoted(key(from + at))}: ${value(from + at)}`);
    return `{${pairs.join(", ")}}`;
  };
}

function dictionaryWriter(data: Data): Writer {
  const chunks = (data.dictionary as Vector).data.map((chunk) => ({ length: chunk.length, write: jsonWriter(chunk) }));
  return (row) => {
    let index = Number(data.values[row]);
    for (const { length, write } of chunks) {
      if (index < length) return write(index);
      index -= length;
    }
    throw new RangeError("A value is not in its dictionary.");
  };
}

function childOf(data: Data, index: number): Data {
  const child = data.children[index];
  if (child === undefined) throw new RangeError(`Values of type ${String(data.type)} have no part ${index}.`);
  return child;
}
