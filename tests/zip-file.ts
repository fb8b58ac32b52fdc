import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive made by `zipFile`, with lies if a test wants them. */
export interface ZippedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Bytes that the headers promise, instead of the true number. */
  readonly claims?: number;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** The checksum that the headers promise. */
  readonly checksum?: number;
}

/** A zip archive of these files, by the book but for what a test asks otherwise. */
export function zipFile(files: readonly ZippedFile[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const plain = Buffer.from(file.content);
    const packed = file.stored === true ? plain : deflateRawSync(plain);
    const name = Buffer.from(file.name);
    const common = commonFields(file, plain, packed, name);
    const local = Buffer.concat([bytes([0x04034b50, 4]), common, bytes([0, 2]), name, packed]);
    central.push(
      Buffer.concat([
        bytes([0x02014b50, 4], [20, 2]),
        common,
        bytes([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const count = files.length;
  const end = bytes(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  );
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** From the version needed to the length of the name. */
function commonFields(file: ZippedFile, plain: Buffer, packed: Buffer, name: Buffer): Buffer {
  return bytes(
    [20, 2],
    [0x0800 | (file.encrypted === true ? 1 : 0), 2],
    [file.stored === true ? 0 : 8, 2],
    [0, 2],
    [0x5821, 2],
    [file.checksum ?? crc32(plain), 4],
    [packed.length, 4],
    [file.claims ?? plain.length, 4],
    [name.length, 2],
  );
}

function bytes(...fields: readonly (readonly [value: number, size: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, size]) => {
      const field = Buffer.alloc(size);
      if (size === 2) field.writeUInt16LE(value);
      else field.writeUInt32LE(value >>> 0);
      return field;
    }),
  );
}
