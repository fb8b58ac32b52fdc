import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../src/data/user-error";
import { startReader, type ReaderClient } from "../../../src/workers/reader-client";
import { nodeWorker, workerSource } from "../../node-worker";
import { fileOf } from "../../opened-files";
import { zipFile } from "../../zip-file";

const wasm = readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm");
const long = fileOf("long.jsonl", Array.from({ length: 400_000 }, (_, row) => `{"a":${row},"b":"x${row}"}\n`).join(""));

let reader: ReaderClient;
beforeAll(async () => {
  const source = await workerSource("src/workers/reader.worker.ts");
  reader = startReader(() => nodeWorker(source), wasm);
});
afterAll(() => reader.stop());

describe("unpacking in the reader's thread", () => {
  it("brings the files of an archive, and a table as Parquet, telling how far it is", async () => {
    const archive = fileOf("a.zip", zipFile([{ name: "a.csv", content: "a,b\n1,2\n" }]));
    const inside = await reader.unpack(archive, "zip");
    expect(inside.became).toBe("files");
    expect(await inside.files[0]?.blob.text()).toBe("a,b\n1,2\n");
    const shares: number[] = [];
    const table = await reader.unpack(long, "json", (share) => shares.push(share));
    expect((await reader.describe(table.files[0]?.blob ?? new Blob())).rows).toBe(400_000);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share, index) => share <= 1 && share >= (shares[index - 1] ?? 0))).toBe(true);
  });

  it("keeps both sentences of a UserError", async () => {
    const error = await reader.unpack(fileOf("a.zip", "PK\u0003\u0004"), "zip").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).next).not.toBe("");
  });

  it("stops when it is told to, and serves the next call", async () => {
    const stop = new AbortController();
    const work = reader.unpack(long, "json", () => stop.abort(), stop.signal);
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
    expect((await reader.unpack(fileOf("b.json", '[{"a":1}]'), "json")).files).toHaveLength(1);
  });
});
