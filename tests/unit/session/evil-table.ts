import {
  Bool,
  Field,
  Int64,
  RecordBatch,
  Schema,
  Table,
  tableToIPC,
  makeData,
  TimestampMicrosecond,
  Vector,
} from "apache-arrow";
import fc from "fast-check";
import { doubleVector, textVector } from "../../../src/data/arrow-vectors";

/** A made-up column: a name and its cells as text, all of one kind or of every kind mixed. */
export interface EvilColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly cells: readonly (string | null)[];
}

/** What sort of values a column has, and its type in Arrow. */
export type Kind = "text" | "whole" | "broken" | "time" | "yes" | "nothing";

/** Names that roles are guessed from. */
const KNOWN = [
  ...["MSISDN/Number", "Bearer Id", "Start", "End", "Dur. (ms)", "Handset Type", "Handset Manufacturer"],
  ...["Last Location Name", "Avg RTT DL (ms)", "Avg RTT UL (ms)", "Avg Bearer TP DL (kbps)", "Avg Bearer TP UL (kbps)"],
  ...["TCP DL Retrans. Vol (Bytes)", "TCP UL Retrans. Vol (Bytes)", "Youtube DL (Bytes)", "Youtube UL (Bytes)"],
  ...[
    "Netflix DL (Bytes)",
    "Netflix UL (Bytes)",
    "Total DL (Bytes)",
    "Total UL (Bytes)",
    "customer_id",
    "Age",
    "Gender",
  ],
];

/** Names that code trips over: of prototypes, of the house's own tables and columns, of SQL, of HTML, of other scripts. */
const TRAPS = [
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "", " ", "rowid", "row_no", "ROW_NO", "set_aside"],
  ...["customer_no", "customer", "sessions", "started", "raw", "clean", "r", "c", "d", "given", "v", "n", "select"],
  ...[
    'a"b',
    "a'b",
    "a;b",
    "<b>x</b>",
    "<img src=x onerror=alert(1)>",
    "שלום\u202E",
    "a\u0000b",
    "😀",
    "é".normalize("NFD"),
  ],
  ...["x".repeat(300), "a\nb", "app_0", "duration_s", "\\N", "%s", "{{x}}", "$1", "c0", "=1+1", "null", "undefined"],
];

const CELLS: Readonly<Record<Kind, fc.Arbitrary<string>>> = {
  text: fc.oneof(
    fc.constantFrom(
      "Samsung",
      "",
      " ",
      "\\N",
      "undefined",
      "__proto__",
      "constructor",
      "<b>",
      "x".repeat(5000),
      "a\u0000b",
    ),
    fc.constantFrom("=1+1", "שלום\u202E", "😀", '"', "'", "a,b", "a;b", "\t", "a\nb", "NULL", "-", "33601001722"),
    fc.string({ maxLength: 12 }),
  ),
  whole: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map(String),
    fc.integer().map(String),
    fc.constantFrom("0", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808", "33601001722"),
  ),
  broken: fc.oneof(
    fc.double().map(String),
    fc.double({ min: 0, max: 1e9, noNaN: true }).map(String),
    fc.constantFrom("NaN", "Infinity", "-Infinity", "1e400", "-0", "5e-324", "1e308", "1,5", "1.234,5", "0x10", "1e5"),
  ),
  time: fc.constantFrom(
    ...["2019-04-04 12:01:18", "2019-04-25", "4/4/2019 12:01", "13/04/2019 12:01", "infinity", "1554379278"],
    ...["0044-03-15 (BC) 12:00:00", "9999-12-31 23:59:59.999999", "2019-03-31 02:30:00", "0001-01-01", "not a time"],
  ),
  yes: fc.constantFrom("true", "false", "yes", "no", "1"),
  nothing: fc.constantFrom("", "\\N", "null"),
};

const kinds = Object.keys(CELLS) as Kind[];

/** A column of a random kind, each cell of it random too. */
export const evilColumn = (name: string, rows: number): fc.Arbitrary<EvilColumn> =>
  fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      name: fc.constant(name),
      kind: fc.constant(kind),
      cells: fc.array(fc.option(CELLS[kind], { freq: 8 }), { minLength: rows, maxLength: rows }),
    }),
  );

/** Tables of up to 40 rows in which most columns have a name that means something and values that do not fit it. */
export const evilTable: fc.Arbitrary<readonly EvilColumn[]> = fc.integer({ min: 0, max: 40 }).chain((rows) =>
  fc
    .tuple(
      fc.option(evilColumn("MSISDN/Number", rows), { freq: 4 }),
      fc.array(
        fc
          .oneof(fc.constantFrom(...KNOWN), fc.constantFrom(...KNOWN), fc.constantFrom(...TRAPS))
          .chain((name) => evilColumn(name, rows)),
        { minLength: 1, maxLength: 14 },
      ),
    )
    .map(([customer, others]) => (customer === null ? others : [customer, ...others])),
);

/** As a text file: every field quoted, so that the trouble is in the values. */
export function asCsv(columns: readonly EvilColumn[]): File {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = columns[0]?.cells.length ?? 0;
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map(({ cells }) => quoted(cells[row] ?? "")).join(","),
  );
  return new File([[columns.map(({ name }) => quoted(name)).join(","), ...lines, ""].join("\n")], "evil.csv");
}

/** As Arrow, typed by kind; the first of columns that share a name, which Arrow's JavaScript mixes up. */
export function asArrow(all: readonly EvilColumn[]): Uint8Array {
  const columns = all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
  const vectors = columns.map(toVector);
  const fields = columns.map(({ name }, index) => new Field(name, vectors[index]?.type ?? new Int64(), true));
  const plain = new Table(Object.fromEntries(vectors.map((vector, index) => [`c${index}`, vector])));
  return tableToIPC(new Table(plain.batches.map((batch) => new RecordBatch(new Schema(fields), batch.data))), "stream");
}

function toVector({ kind, cells }: EvilColumn): Vector {
  switch (kind) {
    case "whole":
      return integers(new Int64(), cells, BigInt);
    case "broken":
      return doubleVector(Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell.replace(",", ".")))));
    case "time":
      return integers(new TimestampMicrosecond(), cells, (cell) => BigInt(Date.parse(`${cell}Z`) || 0) * 1000n);
    case "yes":
      return new Vector([
        makeData({
          type: new Bool(),
          length: cells.length,
          data: bits(cells.map((cell) => cell === "true")),
          nullBitmap: bits(cells.map((cell) => cell !== null)),
          nullCount: cells.filter((cell) => cell === null).length,
        }),
      ]);
    case "text":
    case "nothing":
      return textVector(cells);
  }
}

function integers(
  type: Int64 | TimestampMicrosecond,
  cells: readonly (string | null)[],
  read: (cell: string) => bigint,
): Vector {
  const data = BigInt64Array.from(cells, (cell) => (cell === null ? 0n : read(cell)));
  const nullBitmap = bits(cells.map((cell) => cell !== null));
  const shape = { length: cells.length, data, nullBitmap, nullCount: cells.filter((cell) => cell === null).length };
  return type instanceof Int64
    ? new Vector([makeData({ type, ...shape })])
    : new Vector([makeData({ type, ...shape })]);
}

function bits(flags: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  flags.forEach((flag, index) => (bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (Number(flag) << (index & 7))));
  return bytes;
}
