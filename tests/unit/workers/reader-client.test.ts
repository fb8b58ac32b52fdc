import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { vectorFromArray, Int32, Table, tableToIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/data/engine";
import { inspect, load } from "../../../src/data/open-source";
import { StoppedError, UserError } from "../../../src/data/user-error";
import { startReader, type ReaderClient } from "../../../src/workers/reader-client";
import { nodeEngine } from "../../node-engine";
import { nodeWorker, workerSource } from "../../node-worker";

const wasm = readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm");
const UGLY = "../shared/data/ugly/parquet-testing";
const rows = new Table({
  n: vectorFromArray(
    Array.from({ length: 200_000 }, (_, row) => row),
    new Int32(),
  ),
});

let source: string;
let started = 0;
let latest: Worker;
let reader: ReaderClient;
let engine: Engine;

beforeAll(async () => {
  source = await workerSource("src/workers/reader.worker.ts");
  engine = await nodeEngine();
  reader = startReader((name) => (started++, (latest = nodeWorker(source, name))), wasm);
});
afterAll(() => reader.stop());

const file = async (): Promise<Blob> => new Blob([(await reader.write(tableToIPC(rows, "stream"))) as BlobPart]);

describe("the reader in its own thread", () => {
  it("writes, describes and reads back, batch after batch, by transfer", async () => {
    const blob = await file();
    expect(await reader.describe(blob)).toEqual({
      columns: [{ name: "n", fileName: "n", type: "INTEGER", note: null }],
      rows: 200_000,
    });
    const sizes: number[] = [];
    const read = await reader.read(blob, ["n"], async (ipc, count) => {
      sizes.push(count);
      expect(ipc.byteLength).toBeGreaterThan(4 * count);
      return true;
    });
    expect(read).toBe(200_000);
    expect(sizes.length).toBeGreaterThan(2);
    expect(started).toBe(1);
  });

  it("rests when nothing is under way, and wakes for the next call", async () => {
    const blob = await file();
    const before = started;
    const reading = reader.describe(blob);
    reader.rest();
    expect(await reading).toMatchObject({ rows: 200_000 });
    await reader.describe(blob);
    expect(started).toBe(before);
    reader.rest();
    await expect.poll(async () => (await reader.describe(blob)).rows).toBe(200_000);
    expect(started).toBe(before + 1);
  });

  it("keeps both sentences of a UserError", async () => {
    const error = await reader.describe(new Blob(["PAR1 nonsense PAR1"])).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).next).not.toBe("");
  });

  it("stops within a batch when the signal fires, and serves the next call", async () => {
    const blob = await file();
    const stop = new AbortController();
    let calls = 0;
    const read = reader.read(blob, ["n"], () => (calls++, stop.abort(), true), {
      batchSize: 1000,
      signal: stop.signal,
    });
    await expect(read).rejects.toMatchObject({ name: "AbortError" });
    expect((await reader.describe(blob)).rows).toBe(200_000);
    expect(calls).toBeLessThan(3);
    await expect(reader.read(blob, ["n"], () => true, { signal: stop.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  it("hands the receiver's own error back whole", async () => {
    const mine = new UserError("No memory.", "Close a tab.");
    await expect(reader.read(await file(), ["n"], () => Promise.reject(mine))).rejects.toBe(mine);
  });

  it("rejects what is under way when it is stopped, and starts again", async () => {
    const pending = reader.read(await file(), ["n"], () => new Promise<boolean>(() => undefined));
    setTimeout(() => reader.stop(), 20);
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
    const before = started;
    expect((await reader.describe(await file())).rows).toBe(200_000);
    expect(started).toBe(before + 1);
  });
});

describe("a reader's thread that ends without a word", () => {
  it("is replaced, and the call is done once more", async () => {
    const blob = await file();
    const answer = reader.describe(blob);
    latest.terminate();
    expect((await answer).rows).toBe(200_000);
    latest.terminate();
    expect((await reader.describe(blob)).rows).toBe(200_000);
  });

  it("is a sentence once rows were handed over: the receiver must begin anew", async () => {
    const read = reader.read(await file(), ["n"], () => (latest.terminate(), true), { batchSize: 1000 });
    await expect(read).rejects.toBeInstanceOf(StoppedError);
    expect((await reader.describe(await file())).rows).toBe(200_000);
  });
});

describe.skipIf(!existsSync(UGLY))("the Parquet project's own files (skipped where ../shared/data is absent)", () => {
  it("each become a table or a UserError, and the reader survives them all", async () => {
    const names = readdirSync(UGLY, { recursive: true, encoding: "utf8" }).filter((name) => /\.parquet/u.test(name));
    const outcomes: string[] = [];
    for (const name of names) outcomes.push(`${name}: ${await outcomeOf(join(UGLY, name))}`);
    expect(outcomes.filter((outcome) => outcome.includes(": bug"))).toEqual([]);
    expect(outcomes.filter((outcome) => / rows$/u.test(outcome)).length).toBeGreaterThan(60);
    expect((await reader.describe(await file())).rows).toBe(200_000);
  }, 300_000);
});

async function outcomeOf(path: string): Promise<string> {
  try {
    const opened = await inspect([{ name: path, blob: new Blob([readFileSync(path)]) }], { reader });
    const columns = opened.columns.map((column) => column.name);
    return `${(await load(opened, columns, "ugly", { engine, reader })).rows} rows`;
  } catch (error) {
    if (error instanceof UserError) return `refused: ${error.message}`;
    return `bug: ${String(error).slice(0, 300)}`;
  }
}
