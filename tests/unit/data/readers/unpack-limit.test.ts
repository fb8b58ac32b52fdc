import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkGzip, gunzip, unpackedFront } from "../../../../src/data/readers/gzip";
import { UnpackLimit } from "../../../../src/data/readers/unpack-limit";
import { UserError } from "../../../../src/data/user-error";

const named = { fileName: "a.zip" };
const packed = (bytes: Buffer): Blob => new Blob([new Uint8Array(gzipSync(bytes))]);

describe("what may be unpacked", () => {
  it("is limited in bytes, over all entries of an archive", () => {
    const limit = new UnpackLimit({ ...named, bytes: 100, ratio: 1000 });
    limit.add(50, 60);
    limit.add(50, 40);
    expect(() => limit.add(50, 1)).toThrow("“a.zip” unpacks to more than 0.0001 MB, so it was stopped.");
  });

  it("is limited in ratio, but not where little comes out", () => {
    const limit = new UnpackLimit({ ...named, floor: 1000 });
    limit.add(1, 1000);
    expect(() => limit.add(0, 1)).toThrow("“a.zip” unpacks to more than 200 times its size");
    new UnpackLimit({ ...named, floor: 1000 }).add(10, 2000);
  });

  it("is limited in entries", () => {
    const limit = new UnpackLimit({ ...named, entries: 2 });
    limit.addEntry();
    limit.addEntry();
    expect(() => limit.addEntry()).toThrow("“a.zip” holds more than 2 files");
  });
});

describe("a gzip bomb", () => {
  const bomb = packed(Buffer.alloc(80_000_000));

  it("is stopped by what comes out, whatever the trailer says of its size", async () => {
    const lying = new Blob([bomb.slice(0, bomb.size - 4), new Uint8Array([4, 0, 0, 0])]);
    for (const blob of [bomb, lying])
      await expect(checkGzip({ name: "junk.csv.gz", blob })).rejects.toThrow(
        "“junk.csv.gz” unpacks to more than 200 times its size, so it was stopped.",
      );
  });

  it("is stopped soon after the limit, not at its end", async () => {
    let out = 0;
    const limit = new UnpackLimit({ ...named, bytes: 1_000_000 });
    const sink = new WritableStream<Uint8Array>({ write: (chunk) => void (out += chunk.length) });
    await expect(gunzip(bomb, limit).pipeTo(sink)).rejects.toThrow(UserError);
    expect(out).toBeLessThanOrEqual(1_000_000);
  });

  it("shows its beginning all the same", async () => {
    expect((await unpackedFront({ name: "x", blob: bomb }, 4096)).bytes.length).toBeGreaterThanOrEqual(4096);
  });

  it("is no small file that packs well", async () => {
    await checkGzip({ name: "x", blob: packed(Buffer.alloc(50_000_000)) });
  });
});
