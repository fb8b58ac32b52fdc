import { tableFromArrays, tableToIPC } from "apache-arrow";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engineOver, type Connection } from "../../../src/data/duckdb/engine-over";
import { LastingEngine } from "../../../src/data/duckdb/lasting-engine";
import { numbers, single, type Engine } from "../../../src/data/engine";
import { fillTable } from "../../../src/data/fill-table";
import { sql } from "../../../src/data/sql";
import { StoppedError } from "../../../src/data/user-error";
import { nodeEngine } from "../../node-engine";

const batch = (...values: number[]): Uint8Array =>
  tableToIPC(tableFromArrays({ n: Float64Array.from(values) }), "stream");

let engine: Engine;

beforeAll(async () => {
  engine = await nodeEngine();
});

beforeEach(async () => {
  await engine.query(sql`CREATE OR REPLACE TABLE filled (n DOUBLE)`);
});

const rows = async (): Promise<readonly number[]> => [
  ...numbers(await engine.query(sql`SELECT n FROM filled ORDER BY rowid`), "n"),
];

describe("filling a table", () => {
  it("keeps every batch, in order, and leaves what others write meanwhile alone", async () => {
    const value = await fillTable(engine, "filled", async (insert) => {
      await insert(batch(3, 1));
      await engine.query(sql`CREATE OR REPLACE TABLE beside AS SELECT 7 AS n`);
      await insert(batch(2));
      return "done";
    });
    expect(value).toBe("done");
    expect(await rows()).toEqual([3, 1, 2]);
    expect(single(await engine.query(sql`SELECT CAST(n AS DOUBLE) AS n FROM beside`), "n")).toBe(7);
  });

  it("passes the work's failure on, and the table can be dropped and filled again", async () => {
    const failing = fillTable(engine, "filled", async (insert) => {
      await insert(batch(1));
      throw new RangeError("The file ends here.");
    });
    await expect(failing).rejects.toThrow(new RangeError("The file ends here."));
    await engine.query(sql`CREATE OR REPLACE TABLE filled (n DOUBLE)`);
    await fillTable(engine, "filled", (insert) => insert(batch(4)));
    expect(await rows()).toEqual([4]);
  });

  it("says why a batch was refused, with the table's name, and takes nothing after it", async () => {
    const other = tableToIPC(tableFromArrays({ a: Float64Array.of(1), b: Float64Array.of(2) }), "stream");
    await expect(fillTable(engine, "filled", (insert) => insert(other))).rejects.toThrow(/INSERT INTO "filled"/u);
    expect(await rows()).toEqual([]);
  });

  it("commits between batches once there are many", async () => {
    const said: string[] = [];
    const connection = {
      query: (text: string) => void said.push(text),
      insertArrowFromIPCStream: () => void said.push("insert"),
      close: () => void said.push("close"),
    } as unknown as Connection;
    const beside = { connect: () => connection, register: () => undefined, drop: () => undefined };
    const large = new Uint8Array(70e6);
    await fillTable(engineOver(connection, beside), "filled", async (insert) => {
      for (let count = 0; count < 3; count++) await insert(large);
    });
    const begin = "BEGIN TRANSACTION";
    expect(said).toEqual([begin, "insert", "insert", "COMMIT", begin, "insert", "COMMIT", "close"]);
  });

  it("goes on in no other engine than the one that began", async () => {
    const lives: { end: (why: string) => void }[] = [];
    const lasting = new LastingEngine(async () => {
      const { promise: death, resolve: end } = Promise.withResolvers<string>();
      const life = { engine: await nodeEngine(), death, end };
      lives.push(life);
      return life;
    });
    await lasting.revive();
    await lasting.query(sql`CREATE TABLE filled (n DOUBLE)`);
    const filling = await lasting.fill("filled");
    await filling.insert(batch(1));
    lives[0]?.end("killed");
    await new Promise((resolve) => setTimeout(resolve));
    await lasting.revive();
    await expect(filling.insert(batch(2))).rejects.toBeInstanceOf(StoppedError);
    await expect(filling.end()).rejects.toBeInstanceOf(StoppedError);
  });
});
