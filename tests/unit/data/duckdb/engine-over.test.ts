import { tableFromArrays } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { engineOver, type Connection } from "../../../../src/data/duckdb/engine-over";
import { isPoisoned } from "../../../../src/data/duckdb/poisoned";
import { sql } from "../../../../src/data/sql";

const BESIDE = {
  connect: () => Promise.reject(new Error("There is one connection.")),
  register: () => undefined,
  drop: () => undefined,
};

/** A connection whose work is `ask` and whose clean-up is `close`. */
function connection(ask: () => ReturnType<typeof tableFromArrays>, close: () => void): Connection {
  return {
    query: (text) => {
      if (text.startsWith("DROP")) close();
      return tableFromArrays({ done: Int32Array.of(1) });
    },
    prepare: () => ({ query: ask, close }),
    insertArrowFromIPCStream: () => undefined,
    close: () => undefined,
    useUnsafe: () => {
      ask();
      throw new Error("the work was to fail");
    },
  };
}

function poisoned(): never {
  throw new WebAssembly.RuntimeError("memory access out of bounds");
}

function unclosed(): never {
  throw new Error("No prepared statement found with ID: 7");
}

describe("an engine over a connection", () => {
  it("tells why the work failed, though the clean-up fails after it", async () => {
    const engine = engineOver(connection(poisoned, unclosed), BESIDE);
    const asked = engine.query(sql`SELECT ${1}`);
    await expect(asked).rejects.toThrow(/memory access/u);
    await expect(asked).rejects.toSatisfy(isPoisoned);
    await expect(engine.queryArrow(sql`SELECT 1`)).rejects.toSatisfy(isPoisoned);
  });

  it("tells that the clean-up failed when only it did", async () => {
    const fine = (): ReturnType<typeof tableFromArrays> => tableFromArrays({ n: Int32Array.of(5) });
    await expect(engineOver(connection(fine, unclosed), BESIDE).query(sql`SELECT ${1}`)).rejects.toThrow(
      /No prepared/u,
    );
    let closed = 0;
    const answer = await engineOver(
      connection(fine, () => closed++),
      BESIDE,
    ).query(sql`SELECT ${1}`);
    expect(answer.rowCount).toBe(1);
    expect(closed).toBe(1);
  });
});
