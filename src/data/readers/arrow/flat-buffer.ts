/** FlatBuffers bytes that can be read and changed in place. */
export class FlatBuffer {
  readonly view: DataView<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  root(): FlatPlace {
    return new FlatPlace(this.view, this.view.getUint32(0, true));
  }
}

/** A table of such bytes; fields by number, absent ones are 0 or null. */
export class FlatPlace {
  constructor(
    private readonly view: DataView<ArrayBuffer>,
    readonly at: number,
  ) {}

  byte(field: number): number {
    const place = this.place(field);
    return place === null ? 0 : this.view.getUint8(place);
  }

  long(field: number): number {
    const place = this.place(field);
    return place === null ? 0 : Number(this.view.getBigInt64(place, true));
  }

  /** Changes a number that is there. */
  setLong(field: number, value: number): void {
    const place = this.place(field);
    if (place !== null) this.view.setBigInt64(place, BigInt(value), true);
  }

  table(field: number): FlatPlace | null {
    const target = this.target(field);
    return target === null ? null : new FlatPlace(this.view, target);
  }

  /** The tables of a vector, in its order. Throws a RangeError for a damaged one. */
  tables(field: number): readonly FlatPlace[] {
    const { at, count } = this.structs(field);
    // Damaged, it may promise more than memory holds.
    if (at + 4 * count > this.view.byteLength) throw new RangeError("a list is longer than its message");
    return Array.from({ length: count }, (_, index) => {
      const place = at + 4 * index;
      return new FlatPlace(this.view, place + this.view.getUint32(place, true));
    });
  }

  /** Where the first struct of a vector stands, and how many there are. */
  structs(field: number): { readonly at: number; readonly count: number } {
    const target = this.target(field);
    return target === null ? { at: 0, count: 0 } : { at: target + 4, count: this.view.getUint32(target, true) };
  }

  /** From now on the field is absent. */
  remove(field: number): void {
    const vtable = this.at - this.view.getInt32(this.at, true);
    if (4 + 2 * field < this.view.getUint16(vtable, true)) this.view.setUint16(vtable + 4 + 2 * field, 0, true);
  }

  private place(field: number): number | null {
    const vtable = this.at - this.view.getInt32(this.at, true);
    if (4 + 2 * field >= this.view.getUint16(vtable, true)) return null;
    const offset = this.view.getUint16(vtable + 4 + 2 * field, true);
    return offset === 0 ? null : this.at + offset;
  }

  private target(field: number): number | null {
    const place = this.place(field);
    return place === null ? null : place + this.view.getUint32(place, true);
  }
}
