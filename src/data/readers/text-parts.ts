import {
  makeData,
  RecordBatch,
  Schema,
  Field,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  Utf8,
  type Data,
} from "apache-arrow";
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from "parquet-wasm/esm";

/** Characters kept in memory before a part is written. */
const PART_CHARACTERS = 1 << 25;
const PART_CELLS = 1 << 22;

type Column = (string | null)[];

/**
 * Collects rows of text under columns that may turn up late, and writes them as Parquet files of a bounded size, all
 * columns VARCHAR. `parquet-wasm` must have been started.
 *
 * Parts have one schema: a column that turns up after the first part was written cannot be in it. It is remembered, and
 * `late` says that everything must be read again with all names of `columns` known from the start.
 */
export class TextParts {
  private readonly places = new Map<string, number>();
  private values: Column[] = [];
  private height = 0;
  private characters = 0;
  private readonly parts: Blob[] = [];
  private fixed = 0;
  rows = 0;

  constructor(columns: readonly string[] = []) {
    for (const column of columns) this.place(column);
  }

  /** The names, in the order of their first value. */
  get columns(): readonly string[] {
    return [...this.places.keys()];
  }

  /** True when a column turned up after a part was written. */
  get late(): boolean {
    return this.parts.length > 0 && this.places.size > this.fixed;
  }

  /** Where values of that column belong; a new column is empty in the rows before. */
  place(column: string): number {
    const known = this.places.get(column);
    if (known !== undefined) return known;
    this.places.set(column, this.places.size);
    this.values.push([]);
    return this.places.size - 1;
  }

  /** Sets a value of the row that is being collected; true when it already had one. */
  put(place: number, value: string | null): boolean {
    const column = this.values[place];
    if (column === undefined) throw new RangeError(`There is no column ${place}.`);
    const again = column.length > this.height;
    while (column.length < this.height) column.push(null);
    column[this.height] = value;
    this.characters += value?.length ?? 0;
    return again;
  }

  /** The row is complete; what was not set is null. */
  endRow(): void {
    this.rows += 1;
    this.height += 1;
    if (this.characters > PART_CHARACTERS || this.height * this.places.size > PART_CELLS) this.write();
  }

  /** Takes back what was put since the last row ended. */
  dropRow(): void {
    for (const column of this.values) column.length = Math.min(column.length, this.height);
  }

  /** All parts; at least one, though it may have no rows. */
  finish(): readonly Blob[] {
    if (this.height > 0 || this.parts.length === 0) this.write();
    return this.parts;
  }

  private write(): void {
    const fields = this.columns.map((column) => new Field(column, new Utf8(), true));
    if (this.parts.length === 0) this.fixed = fields.length;
    if (!this.late) this.parts.push(parquetOf(fields, this.values, this.height));
    this.values = fields.map(() => []);
    this.height = 0;
    this.characters = 0;
  }
}

function parquetOf(fields: Field[], columns: readonly Column[], height: number): Blob {
  const schema = new Schema(fields);
  const children = columns.map((column) => textData(column, height));
  const struct = makeData({ type: new Struct(fields), length: height, nullCount: 0, children });
  const ipc = tableToIPC(new ArrowTable([new RecordBatch(schema, struct)]), "stream");
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.SNAPPY)
    .setMaxRowGroupSize(1 << 17)
    .build();
  const written = writeParquet(Table.fromIPCStream(ipc), properties) as Uint8Array<ArrayBuffer>;
  return new Blob([written], { type: "application/vnd.apache.parquet" });
}

const encoder = new TextEncoder();

function textData(values: Column, height: number): Data<Utf8> {
  const valueOffsets = new Int32Array(height + 1);
  const nullBitmap = new Uint8Array((height + 7) >> 3);
  let data = new Uint8Array(Math.max(1024, 16 * height));
  let [at, nullCount] = [0, 0];
  for (let row = 0; row < height; row++) {
    const value = values[row] ?? null;
    if (value === null) nullCount += 1;
    else {
      if (at + 3 * value.length > data.length) data = grown(data, at + 3 * value.length);
      at += encoder.encodeInto(value, data.subarray(at)).written;
      nullBitmap[row >> 3] = (nullBitmap[row >> 3] ?? 0) | (1 << (row & 7));
    }
    valueOffsets[row + 1] = at;
  }
  return makeData({
    type: new Utf8(),
    length: height,
    nullCount,
    nullBitmap,
    valueOffsets,
    data: data.subarray(0, at),
  });
}

function grown(data: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, 2 * data.length));
  larger.set(data);
  return larger;
}
