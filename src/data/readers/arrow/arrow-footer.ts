import { FlatBuffer } from "./flat-buffer";

const TAIL = 10;

/**
 * The schema message of an Arrow file whose schema stands in its footer only: a message table, written by hand, whose
 * header is the schema table in the copied footer. Throws a RangeError where the footer is not whole.
 */
export async function schemaInFooter(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const tail = new DataView(await blob.slice(-TAIL).arrayBuffer());
  const length = tail.byteLength === TAIL ? tail.getInt32(0, true) : 0;
  const ending = new TextDecoder().decode(new Uint8Array(tail.buffer, 4 * Number(tail.byteLength === TAIL)));
  if (ending !== "ARROW1" || length <= 0 || length > blob.size - TAIL) throw new RangeError("its footer is missing");
  const footer = new Uint8Array(await blob.slice(-TAIL - length, -TAIL).arrayBuffer());
  const schema = new FlatBuffer(footer).root().table(1);
  if (schema === null) throw new RangeError("its footer has no schema");
  return messageAround(footer, schema.at);
}

/** Places in the message: the vtable, the table, its field for the header, and the footer, aligned as it was. */
const [VTABLE, TABLE, HEADER, CONTENT] = [4, 16, 24, 32];

function messageAround(footer: Uint8Array<ArrayBuffer>, schemaAt: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CONTENT + footer.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, TABLE, true);
  // Sizes of vtable and table, then where in the table stand version, kind of header, header; no body.
  [12, 12, 4, 6, HEADER - TABLE, 0].forEach((value, index) => view.setUint16(VTABLE + 2 * index, value, true));
  view.setInt32(TABLE, TABLE - VTABLE, true);
  view.setInt16(TABLE + 4, 4, true);
  view.setUint8(TABLE + 6, 1);
  view.setUint32(HEADER, CONTENT + schemaAt - HEADER, true);
  bytes.set(footer, CONTENT);
  return bytes;
}
