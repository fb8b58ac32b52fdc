import { describe, expect, it } from "vitest";
import { single } from "../../../src/data/engine";
import { sampleParquet } from "../../../src/data/export/sample-parquet";
import { memoryBudget, memoryNeeded, memoryUse } from "../../../src/data/memory-budget";
import { sql } from "../../../src/data/sql";
import { UserError } from "../../../src/data/user-error";
import { nodeEngine } from "../../node-engine";
import { memoryAddress } from "../session/memory-address";
import { partsInNode, sessionOver } from "../session/session-in-node";

describe("what the tab may use", () => {
  it("is a quarter of the device's memory and never over 1.5 GB", () => {
    expect([undefined, 8, 4, 2, 0.5].map(memoryBudget)).toEqual([1.5e9, 1.5e9, 1e9, 5e8, 1.25e8]);
  });

  it("is estimated by rows and the types of the columns", () => {
    const columns = ["BIGINT", "INTEGER", "BOOLEAN", "DECIMAL(10,2)", "DECIMAL(38,2)"];
    const needed = memoryNeeded(
      columns.map((type, index) => ({ name: `c${index}`, type })),
      1000,
    );
    expect(needed).toBeCloseTo(2 * 0.55 * 1000 * (8 + 4 + 1 + 8 + 16), 6);
  });
});

describe("a file too large for the tab", () => {
  it("is refused before it is read, with what would fit; the next file opens, and says what it takes", async () => {
    const parts = await partsInNode();
    const blob = await sampleParquet({ kind: "telecom", rows: 5001, seed: 3 }, () => true);
    const file = new File([blob ?? new Blob()], "sessions.parquet");

    const small = sessionOver({ ...parts, memoryBudget: 500_000 }, memoryAddress());
    await small.open([file]);
    expect(small.stage.value).toMatchObject({ name: "failed", details: null });
    const said = small.stage.value as unknown as { message: string; next: string };
    expect(said.message).toMatch(
      /^“sessions\.parquet” is too large: \d+ columns of 5,001 rows need about \d+ MB, and this tab may use 1 MB\.$/u,
    );
    expect(said.next).toMatch(/^About [\d,]+ rows of them would fit, or fewer columns/u);

    const enough = sessionOver(parts, memoryAddress());
    await enough.open([file]);
    expect(enough.memoryUse.value?.budget).toBe(1.5e9);
    expect(enough.memoryUse.value?.used).toBeGreaterThan(100_000);
  });
});

describe("a text too large for the tab", () => {
  const text = (rows: number, word: string): File => {
    const lines = Array.from(
      { length: rows },
      (_, n) => `c${n % 997},${n},${word}${n},${word}${n + 1},${word}${n + 2}`,
    );
    return new File([`customer_id,amount,one,two,three\n${lines.join("\n")}\n`], "notes.csv");
  };
  const opened = async (file: File, budget: number, limit?: string): Promise<{ message: string; next: string }> => {
    const parts = await partsInNode(limit);
    const session = sessionOver({ ...parts, memoryBudget: budget }, memoryAddress());
    await session.open([file]);
    expect(session.stage.value).toMatchObject({ name: "failed", details: null });
    return session.stage.value as unknown as { message: string; next: string };
  };

  it("is refused before it is read where its first records leave no doubt, with what would fit", async () => {
    const { message, next } = await opened(text(30_000, "w"), 500_000);
    expect(message).toMatch(/^“notes\.csv” is too large: 5 columns of about 3[0-4],000 rows need about 4 MB/u);
    expect(next).toMatch(/^About 4,[45]00 rows of them would fit, or fewer columns: leave columns out/u);
  });

  it("says what would fit where the tables outgrow the tab on the way", async () => {
    const file = text(110_000, "a rather long word as free text has them ");
    const { message, next } = await opened(file, 32e6, "32MB");
    expect(message).toBe("“notes.csv” is too large: its 5 columns took all the memory this tab may use, 32 MB.");
    expect(next).toMatch(
      /^About \d+,000 of its about 1[012]0,000 rows would fit, or fewer columns: leave columns out/u,
    );
    const rows = Number(/^About ([\d,]+)/u.exec(next)?.[1]?.replaceAll(",", ""));
    expect(rows).toBeGreaterThan(5000);
    expect(rows).toBeLessThanOrEqual(60_000);
  });

  it("says which part of it would fit where it is packed, so that nobody knows its rows", async () => {
    const packed = text(110_000, "a rather long word as free text has them ")
      .stream()
      .pipeThrough(new CompressionStream("gzip"));
    const file = new File([await new Response(packed).blob()], "notes.csv.gz");
    const { next } = await opened(file, 32e6, "32MB");
    expect(next).toMatch(/^About \d+% of its rows would fit, or fewer columns/u);
  });
});

describe("a query that needs more than there is", () => {
  it("is a sentence, and the engine lives", async () => {
    const engine = await nodeEngine("64MB");
    const huge = sql`CREATE TEMP TABLE huge AS SELECT range AS a, hash(range) AS b FROM range(20000000)`;
    await expect(engine.query(huge)).rejects.toBeInstanceOf(UserError);
    expect((await memoryUse(engine, 1)).used).toBeLessThan(64e6);
    await engine.query(sql`CREATE TEMP TABLE small AS SELECT range AS a FROM range(1000)`);
    expect(single(await engine.query(sql`SELECT CAST(sum(a) AS DOUBLE) AS n FROM small`), "n")).toBe(499_500);
  });
});
