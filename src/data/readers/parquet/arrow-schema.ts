/** A top-level field of an Arrow schema: the numbers of the format's own `Type` union and of its unit enums. */
export interface ArrowField {
  readonly name: string;
  /** Value of the `Type` union of the Arrow format's Schema.fbs; a dictionary's is the type of its values. */
  readonly type: number;
  readonly bits: number;
  readonly signed: boolean;
  /** FloatingPoint precision: 0 half, 1 single, 2 double. */
  readonly precision: number;
  readonly decimal: readonly [precision: number, scale: number, bits: number];
  /** Of a time, timestamp or duration: 0 seconds, 1 milliseconds, 2 microseconds, 3 nanoseconds. */
  readonly unit: number;
  /** Time zone of a timestamp, null when it has none. */
  readonly timezone: string | null;
}

const TIME = 9;
const TIMESTAMP = 10;
const DURATION = 18;

/**
 * The fields of the schema message that opens an Arrow IPC stream. Read by hand from the FlatBuffers encoding because
 * apache-arrow 17 refuses whole schemas over one type it does not know (string views), and because it spares the worker
 * the package. Throws a RangeError on bytes that are no schema.
 */
export function arrowFields(ipc: Uint8Array): readonly ArrowField[] {
  return fieldTables(ipc).map(fieldOf);
}

/**
 * Takes the time zones out of the schema in place: the times stay what they are, in UTC, and keep all their digits where
 * the engine's own type for times with a zone would cut nanoseconds off.
 */
export function forgetTimezones(ipc: Uint8Array): void {
  for (const field of fieldTables(ipc)) if (field.byte(2) === TIMESTAMP) field.table(3)?.clearText(1);
}

function fieldTables(ipc: Uint8Array): readonly FlatTable[] {
  const view = new DataView(ipc.buffer, ipc.byteOffset, ipc.byteLength);
  const start = view.getUint32(0, true) === 0xffffffff ? 8 : 4;
  const message = new FlatTable(view, start + view.getUint32(start, true));
  const schema = message.table(2);
  if (schema === null) throw new RangeError("The Arrow stream does not begin with a schema.");
  return schema.tables(1);
}

function fieldOf(field: FlatTable): ArrowField {
  const type = field.byte(2);
  const detail = field.table(3);
  return {
    name: field.text(0) ?? "",
    type,
    bits: detail?.int(0) ?? 0,
    signed: (detail?.byte(1) ?? 0) !== 0,
    precision: detail?.short(0) ?? 0,
    decimal: [detail?.int(0) ?? 0, detail?.int(1) ?? 0, detail?.int(2, 128) ?? 128],
    unit: detail?.short(0, type === TIME || type === DURATION ? 1 : 0) ?? 0,
    timezone: type === TIMESTAMP ? (detail?.text(1) ?? null) : null,
  };
}

/** A FlatBuffers table: fields by their number, absent ones at their default. */
class FlatTable {
  constructor(
    private readonly view: DataView,
    private readonly at: number,
  ) {}

  private place(field: number): number | null {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const entry = 4 + 2 * field;
    if (entry >= this.view.getUint16(vtable, true)) return null;
    const offset = this.view.getUint16(vtable + entry, true);
    return offset === 0 ? null : this.at + offset;
  }

  private target(field: number): number | null {
    const place = this.place(field);
    return place === null ? null : place + this.view.getUint32(place, true);
  }

  byte(field: number): number {
    const place = this.place(field);
    return place === null ? 0 : this.view.getUint8(place);
  }

  short(field: number, absent = 0): number {
    const place = this.place(field);
    return place === null ? absent : this.view.getInt16(place, true);
  }

  int(field: number, absent = 0): number {
    const place = this.place(field);
    return place === null || place + 4 > this.view.byteLength ? absent : this.view.getInt32(place, true);
  }

  text(field: number): string | null {
    const target = this.target(field);
    if (target === null) return null;
    const length = this.view.getUint32(target, true);
    return new TextDecoder().decode(new Uint8Array(this.view.buffer, this.view.byteOffset + target + 4, length));
  }

  clearText(field: number): void {
    const target = this.target(field);
    if (target === null) return;
    this.view.setUint32(target, 0, true);
    // Readers insist on the NUL behind a text.
    this.view.setUint8(target + 4, 0);
  }

  table(field: number): FlatTable | null {
    const target = this.target(field);
    return target === null ? null : new FlatTable(this.view, target);
  }

  tables(field: number): readonly FlatTable[] {
    const target = this.target(field);
    if (target === null) return [];
    return Array.from({ length: this.view.getUint32(target, true) }, (_, index) => {
      const place = target + 4 + 4 * index;
      return new FlatTable(this.view, place + this.view.getUint32(place, true));
    });
  }
}
