/** One message of an Arrow stream: its head as FlatBuffers bytes, without the length before it, and its body. */
export interface ArrowMessage {
  /** Number of the `MessageHeader` union: 1 a schema, 2 a dictionary, 3 a batch of rows. */
  readonly kind: number;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const LARGEST_HEAD = 64_000_000;
const LARGEST_BODY = 1_000_000_000;

/**
 * The messages of an Arrow file or stream, one after another; a file is a stream behind eight bytes and before a footer.
 * Throws a RangeError where one is damaged or cut short.
 */
export async function* arrowMessages(blob: Blob): AsyncGenerator<ArrowMessage, void, undefined> {
  const start = await bytesAt(blob, 0, 8);
  let at = new TextDecoder().decode(start.subarray(0, 6)) === "ARROW1" ? 8 : 0;
  while (at < blob.size) {
    const prefix = new DataView((await bytesAt(blob, at, 8)).buffer);
    const continued = prefix.byteLength >= 4 && prefix.getUint32(0, true) === 0xffffffff;
    if (prefix.byteLength < (continued ? 8 : 4)) throw new RangeError("it is cut short");
    const length = prefix.getInt32(continued ? 4 : 0, true);
    at += continued ? 8 : 4;
    if (length === 0) return;
    if (length < 0 || length > LARGEST_HEAD) throw new RangeError("a message has an impossible length");
    const head = await bytesAt(blob, at, length);
    at += length;
    const message = new FlatBuffer(head).root();
    const bodyLength = message.long(3);
    if (bodyLength < 0 || bodyLength > LARGEST_BODY) throw new RangeError("a batch is larger than 1 GB or damaged");
    const body = await bytesAt(blob, at, bodyLength);
    if (head.length < length || body.length < bodyLength) throw new RangeError("it is cut short");
    at += bodyLength;
    yield { kind: message.byte(1), head, body };
  }
}

/** The message as a stream holds it. */
export function framed({ head, body }: Pick<ArrowMessage, "head" | "body">): readonly Uint8Array<ArrayBuffer>[] {
  const padding = (8 - (head.length % 8)) % 8;
  const prefix = new DataView(new ArrayBuffer(8));
  prefix.setUint32(0, 0xffffffff, true);
  prefix.setInt32(4, head.length + padding, true);
  return [new Uint8Array(prefix.buffer), head, new Uint8Array(padding), body];
}

async function bytesAt(blob: Blob, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.slice(from, from + length).arrayBuffer());
}

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
    private readonly at: number,
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
