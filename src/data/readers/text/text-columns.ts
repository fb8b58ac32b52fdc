import { Field, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct, Utf8, type Data } from "apache-arrow";

/** Rows of text gathered by column, until they are taken as Arrow. */
export class TextColumns {
  rows = 0;
  characters = 0;
  private columns: (string | null)[][];
  private readonly type: Struct;

  constructor(private readonly width: number) {
    this.columns = empty(width);
    this.type = new Struct(Array.from({ length: width }, (_, index) => new Field(`c${index}`, new Utf8(), true)));
  }

  /** Adds the fields at these places; a field that is not there is null. */
  add(fields: readonly (string | undefined)[], places: readonly number[]): void {
    for (let index = 0; index < places.length; index++) {
      const value = fields[places[index] ?? 0];
      this.columns[index]?.push(value ?? null);
      this.characters += value?.length ?? 0;
    }
    this.rows++;
  }

  /** All rows so far as one Arrow IPC stream of UTF-8 columns; then there are none. */
  take(): Uint8Array {
    const children = this.columns.map(utf8);
    const data = makeData({ type: this.type, length: this.rows, nullCount: 0, children });
    const writer = new RecordBatchStreamWriter();
    writer.write(new RecordBatch(new Schema(this.type.children), data));
    writer.finish();
    this.columns = empty(this.width);
    this.rows = 0;
    this.characters = 0;
    return writer.toUint8Array(true);
  }
}

const empty = (width: number): (string | null)[][] => Array.from({ length: width }, () => []);

const encoder = new TextEncoder();

function utf8(values: readonly (string | null)[]): Data {
  const text = values.join("");
  const data = encoder.encode(text);
  const ascii = data.length === text.length;
  const valueOffsets = new Int32Array(values.length + 1);
  const nullBitmap = new Uint8Array((values.length + 7) >> 3).fill(255);
  let nullCount = 0;
  let size = 0;
  values.forEach((value, index) => {
    if (value === null) {
      nullBitmap[index >> 3] = (nullBitmap[index >> 3] ?? 0) & ~(1 << (index & 7));
      nullCount++;
    } else size += ascii ? value.length : byteLength(value);
    valueOffsets[index + 1] = size;
  });
  return makeData({ type: new Utf8(), length: values.length, valueOffsets, data, nullBitmap, nullCount });
}

/** Bytes of the text as UTF-8; half a surrogate pair counts as the replacement character that it becomes. */
function byteLength(text: string): number {
  let size = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return size;
}
