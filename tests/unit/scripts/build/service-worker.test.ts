import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildList, serviceWorker } from "../../../../scripts/build/service-worker.ts";
import { isOfBuild } from "../../../../src/workers/offline/build-list";

const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer;
const page = Buffer.from("<p>one</p>");
const packed = gzipSync(Buffer.from("engine"));

describe("buildList", () => {
  const list = buildList(
    new Map([
      ["index.html", page],
      ["engine/e.gz", packed],
    ]),
  );

  it("names another build as soon as a byte differs, and the same for the same", () => {
    const again = buildList(
      new Map([
        ["engine/e.gz", packed],
        ["index.html", page],
      ]),
    );
    const other = buildList(
      new Map([
        ["index.html", Buffer.from("<p>two</p>")],
        ["engine/e.gz", packed],
      ]),
    );
    expect(again).toEqual(list);
    expect(other.build).not.toBe(list.build);
  });

  it("knows its own files, also those a host unpacks on the way", async () => {
    expect(await isOfBuild(list, "index.html", bytesOf(page))).toBe(true);
    expect(await isOfBuild(list, "index.html", bytesOf(Buffer.from("<p>two</p>")))).toBe(false);
    expect(await isOfBuild(list, "engine/e.gz", bytesOf(packed))).toBe(true);
    expect(await isOfBuild(list, "engine/e.gz", bytesOf(Buffer.from("engine")))).toBe(true);
    expect(await isOfBuild(list, "toString", bytesOf(page))).toBe(false);
  });
});

describe("serviceWorker", () => {
  it("is one script that listens to no message and asks for nothing by itself", async () => {
    const script = await serviceWorker({ build: "b", files: {}, headers: { "X-Test": "1" } });
    expect(script).toContain("X-Test");
    expect(script).not.toMatch(/\b(?:import|export)\b/u);
    expect([...script.matchAll(/addEventListener\(\s*["'`](\w+)/gu)].map(([, name]) => name)).toEqual([
      "install",
      "activate",
      "fetch",
    ]);
    expect(script).not.toMatch(/postMessage|skipWaiting|importScripts|https?:/u);
  });
});
