import { describe, expect, it } from "vitest";
import { LastingEngine, type EngineLife } from "../../../../src/data/duckdb/lasting-engine";
import { single, type Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { StoppedError, UserError } from "../../../../src/data/user-error";
import { nodeEngine } from "../../../node-engine";

const POISON = sql`SELECT len(range(500000000)) AS n`;

interface Ending extends EngineLife {
  end(why: string): void;
}

/** Lives of the real engine, remembered so that a test can end one. */
function lives(make: () => Promise<Engine>): { engine: LastingEngine; lived: Ending[] } {
  const lived: Ending[] = [];
  const engine = new LastingEngine(async () => {
    const { promise: death, resolve: end } = Promise.withResolvers<string>();
    const life = { engine: await make(), death, end };
    lived.push(life);
    return life;
  });
  return { engine, lived };
}

const one = async (engine: Engine): Promise<number> => single(await engine.query(sql`SELECT 1.0::DOUBLE AS n`), "n");

describe("an engine that can be started anew", () => {
  it("answers again, hardened again, after every death, and tells of each before those who wait", async () => {
    const { engine, lived } = lives(() => nodeEngine());
    const heard: string[] = [];
    engine.onDeath(() => heard.push("death"));
    await expect(one(engine)).rejects.toBeInstanceOf(StoppedError);
    await Promise.all([engine.revive(), engine.revive()]);
    expect(lived).toHaveLength(1);
    await engine.query(POISON).catch(() => heard.push("asked"));
    expect(heard).toEqual(["death", "asked"]);
    await expect(one(engine)).rejects.toBeInstanceOf(StoppedError);
    await engine.revive();
    expect(await one(engine)).toBe(1);
    await expect(engine.query(sql`SET memory_limit='4GB'`)).rejects.toThrow("locked");
    expect(lived).toHaveLength(2);
  });

  it("refuses what ended it twice, until that is forgiven or succeeds", async () => {
    const { engine, lived } = lives(() => nodeEngine());
    for (let round = 0; round < 2; round++) {
      await engine.revive();
      await expect(engine.query(POISON)).rejects.toBeInstanceOf(StoppedError);
    }
    await engine.revive();
    const refused = engine.query(POISON);
    await expect(refused).rejects.toThrow("not tried again");
    await expect(refused).rejects.not.toBeInstanceOf(StoppedError);
    await expect(refused).rejects.toBeInstanceOf(UserError);
    expect(await one(engine)).toBe(1);
    expect(lived).toHaveLength(3);
    engine.forgive();
    await expect(engine.query(POISON)).rejects.toBeInstanceOf(StoppedError);
  });

  it("is out of memory in a sentence, and lives", async () => {
    const { engine, lived } = lives(() => nodeEngine("200MB"));
    await engine.revive();
    const huge = sql`CREATE TABLE huge AS SELECT range AS a, hash(range) AS b, hash(range + 1) AS c, hash(range + 2) AS d FROM range(20000000)`;
    const error: unknown = await engine.query(huge).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).not.toBeInstanceOf(StoppedError);
    expect((error as UserError).message).toContain("memory");
    expect(await one(engine)).toBe(1);
    expect(lived).toHaveLength(1);
  });

  it("loses nobody who waits when it ends without a word, and ends a step that hangs when nobody wants it", async () => {
    const ended: string[] = [];
    const never = (): Promise<never> => new Promise(() => undefined);
    const hung: Engine = {
      query: never,
      queryArrow: never,
      insertArrow: never,
      fill: never,
      registerFile: never,
      dropFile: never,
    };
    const { engine, lived } = lives(() => Promise.resolve(hung));
    await engine.revive();
    const waiting = [one(engine), engine.queryArrow(POISON), engine.insertArrow(new Uint8Array(), "t", true)];
    lived[0]?.end("killed");
    for (const call of waiting) await expect(call).rejects.toBeInstanceOf(StoppedError);
    await engine.revive();
    const stop = new AbortController();
    const wanted = engine.query(POISON, stop.signal).catch((error: unknown) => ended.push((error as Error).name));
    stop.abort();
    await wanted;
    expect(ended).toEqual(["AbortError"]);
    void lived[1]?.death.then((why) => ended.push(why));
    await engine.stopWork(50);
    await expect.poll(() => ended).toEqual(["AbortError", "it is replaced"]);
    await engine.revive();
    expect(lived).toHaveLength(3);
    await engine.stopWork(50);
    expect(lived).toHaveLength(3);
  });
});
