import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprint } from "../../../src/data/fingerprint";

const file = (name: string, ...parts: BlobPart[]) => ({ name, blob: new Blob(parts) });

describe("fingerprint", () => {
  it("is the first 16 hex digits of the SHA-256 of the chunks' SHA-256s", async () => {
    const sha = (data: string | Uint8Array): Buffer => createHash("sha256").update(data).digest();
    expect(await fingerprint([file("x.csv", "hello")])).toBe(sha(sha("5\nhello")).toString("hex").slice(0, 16));
    const five = new Uint8Array(5 * 1024 * 1024).fill(7);
    const content = Buffer.concat([Buffer.from(`${five.length}\n`), five]);
    const chunks = Buffer.concat([sha(content.subarray(0, 4 * 1024 * 1024)), sha(content.subarray(4 * 1024 * 1024))]);
    expect(await fingerprint([file("x.csv", five)])).toBe(sha(chunks).toString("hex").slice(0, 16));
  });

  it("does not depend on the name of one file nor on the order of several", async () => {
    expect(await fingerprint([file("x", "a")])).toBe(await fingerprint([file("y", "a")]));
    const [a, b] = [file("a", "1"), file("b", "2")];
    expect(await fingerprint([a, b])).toBe(await fingerprint([b, a]));
  });

  it("tells apart what concatenation would not", async () => {
    const one = await fingerprint([file("a", "ab"), file("b", "c")]);
    expect(await fingerprint([file("a", "a"), file("b", "bc")])).not.toBe(one);
  });

  it("samples a large file: the edges and the size count, and so does every sampled place", async () => {
    const large = new Uint8Array(70 * 1024 * 1024);
    const of = (bytes: Uint8Array<ArrayBuffer>) => fingerprint([{ name: "x", blob: new Blob([bytes]) }]);
    const plain = await of(large);
    expect(await of(new Uint8Array(large.length + 1))).not.toBe(plain);
    for (const at of [0, large.length - 1, Math.floor(((large.length - 65_536) / 65) * 30) + 5]) {
      large[at] = 1;
      expect(await of(large)).not.toBe(plain);
      large[at] = 0;
    }
    expect(await of(large)).toBe(plain);
  });
});
