/** Types of the compact protocol. */
export const THRIFT = {
  true: 1,
  false: 2,
  byte: 3,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
} as const;

/** The header of a field: its number in the struct, its type, and where its value begins. */
export interface ThriftField {
  readonly id: number;
  readonly type: number;
  readonly at: number;
}

/** Reads Thrift's compact protocol front to back. Throws a RangeError at the end of the bytes. */
export class ThriftReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new RangeError("The footer ends in the middle.");
    return value;
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = this.byte();
      value += (next & 127) * factor;
      if (next < 128) return value;
    }
  }

  integer(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    const end = this.varint() + this.at;
    if (end > this.bytes.length) throw new RangeError("The footer ends in the middle.");
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, end));
    this.at = end;
    return text;
  }

  /** Calls back for each field of a struct; what the callback leaves unread is passed over. */
  struct(onField: (field: ThriftField) => void): void {
    let id = 0;
    for (let header = this.byte(); header !== 0; header = this.byte()) {
      id = header < 16 ? this.integer() : id + (header >> 4);
      const field = { id, type: header & 15, at: this.at };
      onField(field);
      if (this.at === field.at) this.skip(field.type);
    }
  }

  /** The number of elements of a list or set and their type. */
  list(): { readonly size: number; readonly type: number } {
    const header = this.byte();
    const size = header >> 4;
    return { size: size === 15 ? this.varint() : size, type: header & 15 };
  }

  private skip(type: number): void {
    if (type === THRIFT.true || type === THRIFT.false) return;
    if (type === THRIFT.byte) this.at += 1;
    else if (type === THRIFT.double) this.at += 8;
    else if (type === THRIFT.binary) this.skipBytes(this.varint());
    else if (type === THRIFT.struct) this.struct(() => undefined);
    else if (type === THRIFT.list || type === THRIFT.set) this.skipList();
    else if (type === THRIFT.map) this.skipMap();
    else this.varint();
  }

  private skipBytes(count: number): void {
    this.at += count;
  }

  private skipList(): void {
    const { size, type } = this.list();
    for (let index = 0; index < size; index++) this.skipElement(type);
  }

  private skipMap(): void {
    const size = this.varint();
    const types = size === 0 ? 0 : this.byte();
    for (let index = 0; index < size; index++) {
      this.skipElement(types >> 4);
      this.skipElement(types & 15);
    }
  }

  /** In a list a truth value has a byte of its own. */
  private skipElement(type: number): void {
    if (type === THRIFT.true || type === THRIFT.false) this.byte();
    else this.skip(type);
  }
}
