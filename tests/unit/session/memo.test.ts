import { describe, expect, it } from "vitest";
import type { Answer, Engine } from "../../../src/data/engine";
import { sql } from "../../../src/data/sql";
import { rememberedCompute, rememberedQueries } from "../../../src/session/memo";
import type { Compute, PcaInput } from "../../../src/workers/contract";

const signal = new AbortController().signal;

function countingEngine(): { engine: Engine; asked: string[] } {
  const asked: string[] = [];
  const answer: Answer = { names: [], columns: [], rowCount: 0 };
  const engine = {
    query: (statement: { text: string }) => {
      asked.push(statement.text);
      return statement.text.includes("broken") ? Promise.reject(new Error("broken")) : Promise.resolve({ ...answer });
    },
  } as unknown as Engine;
  return { engine, asked };
}

describe("rememberedQueries", () => {
  it("asks once for the same statement on the same data", async () => {
    const { engine, asked } = countingEngine();
    const memo = rememberedQueries(engine);
    const first = await memo.query("v1", sql`SELECT ${1}`, signal);
    expect(await memo.query("v1", sql`SELECT ${1}`, signal)).toBe(first);
    await memo.query("v1", sql`SELECT ${2}`, signal);
    await memo.query("v2", sql`SELECT ${1}`, signal);
    expect(asked).toHaveLength(3);
  });

  it("asks a derived table again once it was written again, and only then", async () => {
    const { engine, asked } = countingEngine();
    const memo = rememberedQueries(engine);
    const derived = sql`SELECT * FROM derived_engagement`;
    const plain = sql`SELECT * FROM customers`;
    for (const statement of [derived, plain, derived, plain]) await memo.query("v1", statement, signal);
    memo.derived("engagement", { score: Float64Array.of(1, NaN) });
    for (const statement of [derived, plain]) await memo.query("v1", statement, signal);
    expect(asked).toEqual([derived.text, plain.text, derived.text]);

    memo.derived("satisfaction", { score: Float64Array.of(3) });
    await memo.query("v1", derived, signal);
    expect(asked, "another table").toHaveLength(3);

    // With the same values, as after an engine had to be started anew, it is the same table.
    memo.derived("engagement", { score: Float64Array.of(1, NaN) });
    await memo.query("v1", derived, signal);
    expect(asked).toHaveLength(3);
    for (const changed of [
      { score: Float64Array.of(1, 2) },
      { score: Int32Array.of(1, 2) },
      { rank: Int32Array.of(1, 2) },
    ]) {
      memo.derived("engagement", changed);
      await memo.query("v1", derived, signal);
    }
    expect(asked).toHaveLength(6);
  });

  it("keeps fewer answers where they are large", async () => {
    let asked = 0;
    const answer: Answer = { names: ["x"], columns: [new Float64Array(4_000_000)], rowCount: 4_000_000 };
    const query = (): Promise<Answer> => {
      asked += 1;
      return Promise.resolve(answer);
    };
    const memo = rememberedQueries({ query } as unknown as Engine);
    for (let value = 1; value <= 6; value++) await memo.query("v1", sql`SELECT ${value}`, signal);
    await memo.query("v1", sql`SELECT ${6}`, signal);
    await memo.query("v1", sql`SELECT ${4}`, signal);
    expect(asked).toBe(6);
    await memo.query("v1", sql`SELECT ${1}`, signal);
    expect(asked).toBe(7);
  });

  it("does not keep one answer that would drive out the rest", async () => {
    let asked = 0;
    const answers = [8_000_000, 1].map((n) => ({ names: ["x"], columns: [new Float64Array(n)], rowCount: n }));
    const query = (): Promise<Answer> => Promise.resolve(answers[asked++ === 1 ? 0 : 1] as Answer);
    const memo = rememberedQueries({ query } as unknown as Engine);
    for (const value of [1, 2, 1]) await memo.query("v1", sql`SELECT ${value}`, signal);
    expect(asked, "the small one is still there").toBe(2);
    await memo.query("v1", sql`SELECT ${2}`, signal);
    expect(asked).toBe(3);
  });

  it("forgets a failure", async () => {
    const { engine, asked } = countingEngine();
    const memo = rememberedQueries(engine);
    await expect(memo.query("v1", sql`broken`, signal)).rejects.toThrow("broken");
    await expect(memo.query("v1", sql`broken`, signal)).rejects.toThrow("broken");
    expect(asked).toHaveLength(2);
  });
});

describe("rememberedCompute", () => {
  it("computes once for the same columns and parameters, and again for other columns of equal values", async () => {
    let calls = 0;
    const compute = rememberedCompute((() => Promise.resolve({ call: ++calls })) as unknown as Compute);
    const input = (column: Float64Array): PcaInput => ({
      features: { columns: [column] },
      scaling: "zscore",
      components: 1,
    });
    const column = Float64Array.of(1, 2, 3);
    await compute("pca", input(column));
    await compute("pca", input(column));
    expect(calls).toBe(1);
    await compute("pca", { ...input(column), components: 2 });
    await compute("pca", input(Float64Array.of(1, 2, 3)));
    expect(calls).toBe(3);
  });

  it("does not end who joined a computation when the one who began it is stopped", async () => {
    const begun: PromiseWithResolvers<string>[] = [];
    const compute = rememberedCompute(((_job: string, _input: unknown, options: { signal: AbortSignal }) => {
      const one = Promise.withResolvers<string>();
      options.signal.addEventListener("abort", () => one.reject(new DOMException("Stopped.", "AbortError")));
      begun.push(one);
      return one.promise;
    }) as unknown as Compute);
    const input: PcaInput = { features: { columns: [Float64Array.of(1)] }, scaling: "zscore", components: 1 };
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const answers = [first, second, third].map(({ signal: stop }) => compute("pca", input, { signal: stop }));
    expect(begun).toHaveLength(1);
    third.abort();
    first.abort();
    await expect(answers[0]).rejects.toThrow("Stopped.");
    await expect(answers[2]).rejects.toThrow("Stopped.");
    expect(begun).toHaveLength(2);
    begun[1]?.resolve("done");
    expect(await answers[1]).toBe("done");
  });
});
