import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numbers, texts, type Engine, type Filling } from "../../../src/data/engine";
import { inspect, load } from "../../../src/data/open-source";
import { REJECTED, rejectedRows } from "../../../src/data/rejected-rows";
import { startReader, type ReaderClient } from "../../../src/workers/reader-client";
import { nodeEngine } from "../../node-engine";
import { nodeWorker, workerSource } from "../../node-worker";

const wasm = readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm");
let reader: ReaderClient;
let engine: Engine;

beforeAll(async () => {
  const source = await workerSource("src/workers/reader.worker.ts");
  engine = await nodeEngine();
  reader = startReader((name) => nodeWorker(source, name), wasm);
});
afterAll(() => reader.stop());

const body = Array.from({ length: 40_000 }, (_, row) => `${row},"name, ${row}",${row * 2}\n`).join("");

/** Node streams a blob part by part, a browser a disk's file by itself in pieces. */
const sliced = (bytes: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, part) =>
    bytes.subarray(part * 65_536, (part + 1) * 65_536),
  );

const opened = async (content: string | Uint8Array, signal?: AbortSignal) => {
  const source = await inspect([{ name: "x.csv", blob: new Blob([content as BlobPart]) }], { reader });
  const columns = source.columns.map((column) => column.name);
  return load(source, columns, "text", {
    engine,
    reader,
    rejects: REJECTED,
    ...(signal === undefined ? {} : { signal }),
  });
};

/** The engine, but that batches go through `insert`. */
function filledBy(insert: (filling: Filling, ipc: Uint8Array) => Promise<void>): Engine {
  return {
    ...engine,
    fill: async (table) => {
      const filling = await engine.fill(table);
      return { insert: (ipc) => insert(filling, ipc), end: () => filling.end() };
    },
  };
}

describe("delimited text in the reader's thread", () => {
  it("becomes rows and rejects, and is counted", async () => {
    const report = await opened(`id,name,score\n${body}only,two\n`);
    expect([report.rows, report.rejected, report.text?.[0]?.unaccounted]).toEqual([40_000, 1, 0]);
    const refused = await engine.query(rejectedRows());
    expect([texts(refused, "file")[0], numbers(refused, "line")[0], texts(refused, "text")[0]]).toEqual([
      "x.csv",
      40_002,
      "only,two",
    ]);
    const clean = await opened(`id,name,score\n${body.repeat(3)}`);
    expect([clean.rows, clean.rejected, clean.text?.[0]?.unaccounted]).toEqual([120_000, 0, 0]);
  });

  it.each([
    ["counted beside the engine", (text: string) => [text]],
    ["read with care", (text: string) => [text, "only,two\n"]],
    ["unpacked", (text: string) => sliced(gzipSync(text, { level: 0 }))],
  ] as const)("tells how far it is within a file that is %s", async (_, content) => {
    const blob = new Blob(content(`id,name,score\n${body.repeat(12)}`) as BlobPart[]);
    const source = await inspect([{ name: "x.csv", blob }], { reader });
    const told: number[] = [];
    // In a thread of its own, as in the browser, the engine leaves this one free to hear.
    const query: Engine["query"] = async (...statement) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return engine.query(...statement);
    };
    const apart: Engine = { ...engine, query };
    await load(source, ["id"], "text", { engine: apart, reader, onProgress: ({ bytes }) => told.push(bytes) });
    const within = told.filter((bytes) => bytes > 0 && bytes < blob.size);
    expect(within.length).toBeGreaterThan(1);
    expect(within.at(-1)).toBeGreaterThan(blob.size / 2);
    expect([told[0], told.at(-1)]).toEqual([0, blob.size]);
  });

  it("passes on what the receiver throws, whole, and stops when asked", async () => {
    const source = await inspect([{ name: "x.csv", blob: new Blob([`id,name,score\n${body}1,2\n`]) }], { reader });
    const names = source.columns.map((column) => column.name);
    const full = filledBy(() => Promise.reject(new RangeError("No room.")));
    await expect(load(source, names, "text", { engine: full, reader })).rejects.toThrow(new RangeError("No room."));
    const stop = new AbortController();
    const slow = filledBy((filling, ipc) => {
      stop.abort();
      return filling.insert(ipc);
    });
    const stopped = load(source, names, "text", { engine: slow, reader, signal: stop.signal });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    await expect(opened("a,b\n1,2\n")).resolves.toMatchObject({ rows: 1 });
  });
});
