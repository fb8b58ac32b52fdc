import { THRIFT, ThriftReader } from "./thrift";

/** What Parquet's own schema says of a column that holds plain values. */
export interface FooterColumn {
  /** True for the old 96-bit timestamps. */
  readonly int96: boolean;
  readonly uuid: boolean;
  /** Where in the footer the column's physical type stands. */
  readonly typeAt: number;
}

/** The end of a Parquet file, from its footer on. */
export interface Footer {
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By position among the file's columns; null for one that holds lists or groups. */
  readonly columns: readonly (FooterColumn | null)[];
  readonly arrowHint: boolean;
}

const TAIL_BYTES = 8;
const HINT = "ARROW:schema";
const INT96 = 3;
const FIXED = 7;
const UUID = 14;

/**
 * The footer of a Parquet file, read by hand for what the Parquet reader does not tell: which timestamps are 96-bit ones,
 * whose range is greater than the reader's, and which bytes are UUIDs. Null where it cannot be read; the reader then says why.
 */
export async function parquetFooter(file: Blob): Promise<Footer | null> {
  const tail = new DataView(await file.slice(-TAIL_BYTES).arrayBuffer());
  const start = file.size - TAIL_BYTES - tail.getUint32(0, true);
  if (start < 0) return null;
  const bytes = new Uint8Array(await file.slice(start, -TAIL_BYTES).arrayBuffer());
  try {
    return { start, bytes, columns: topColumns(bytes), arrowHint: hintAt(bytes) >= 0 };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The same file as the reader should see it. Without the schema that Arrow's writers keep in the footer it chooses the
 * plainest type for each column. Timestamps of 96 bits are called what they are, 12 bytes, because the reader would wrap
 * those outside 1677 to 2262 around. No value is touched.
 */
export function plainerFile(file: Blob, footer: Footer, change: { hint: boolean; int96: boolean }): Blob {
  const bytes = footer.bytes.slice();
  const hint = hintAt(bytes);
  if (change.hint && hint >= 0) bytes[hint] = "a".charCodeAt(0);
  const places = change.int96 ? footer.columns.flatMap((column) => (column?.int96 ? [column.typeAt] : [])) : [];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let from = 0;
  for (const at of places) {
    parts.push(bytes.slice(from, at), fixedOf12(bytes, at));
    from = at + 1;
  }
  parts.push(bytes.slice(from));
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const tail = new DataView(new ArrayBuffer(4));
  tail.setUint32(0, size, true);
  return new Blob([file.slice(0, footer.start), ...parts, tail.buffer, file.slice(-4)]);
}

/** The physical type's byte with the length that fixed bytes need behind it; the next field counts on from there. */
function fixedOf12(bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const next = at + 1;
  bytes[next] = (bytes[next] ?? 0) - 16;
  return Uint8Array.of(FIXED << 1, 0x15, 12 << 1);
}

function hintAt(footer: Uint8Array): number {
  const first = HINT.charCodeAt(0);
  for (let at = footer.indexOf(first); at >= 0; at = footer.indexOf(first, at + 1))
    if ([...HINT].every((letter, offset) => footer[at + offset] === letter.charCodeAt(0))) return at;
  return -1;
}

interface Element {
  readonly children: number;
  readonly column: FooterColumn;
}

function topColumns(footer: Uint8Array): readonly (FooterColumn | null)[] {
  const elements: Element[] = [];
  const reader = new ThriftReader(footer);
  reader.struct(({ id, type }) => {
    if (id !== 2 || type !== THRIFT.list) return;
    const { size } = reader.list();
    for (let index = 0; index < size; index++) elements.push(schemaElement(reader, footer));
  });
  const columns: (FooterColumn | null)[] = [];
  for (let at = 1; at < elements.length; at = after(elements, at)) {
    const element = elements[at];
    columns.push(element === undefined || element.children > 0 ? null : element.column);
  }
  return columns;
}

/** The place behind an element and all that it holds. */
function after(elements: readonly Element[], at: number): number {
  let open = 1;
  let next = at;
  while (open > 0 && next < elements.length) open += (elements[next++]?.children ?? 0) - 1;
  return next;
}

function schemaElement(reader: ThriftReader, footer: Uint8Array): Element {
  let [physical, typeAt, children, uuid, repeated, sized] = [-1, -1, 0, false, false, false];
  reader.struct(({ id, at }) => {
    if (id === 1) [physical, typeAt] = [reader.integer(), at];
    else if (id === 2) sized = true;
    else if (id === 3) repeated = reader.integer() === 2;
    else if (id === 5) children = reader.integer();
    else if (id === 10) reader.struct((logical) => (uuid ||= logical.id === UUID));
  });
  // The length of a fixed type can only be put in where none stands and the next field's number is told as a step.
  const int96 = physical === INT96 && !repeated && !sized && (footer[typeAt + 1] ?? 0) >= 32;
  return { children, column: { int96, uuid: uuid && physical === FIXED && !repeated, typeAt } };
}
