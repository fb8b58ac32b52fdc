import { beforeAll, describe, expect, it } from "vitest";
import { slicedAnswer } from "../../../../src/data/duckdb/sliced";
import type { Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";

let engine: Engine;

beforeAll(async () => {
  engine = await nodeEngine();
  await engine.query(sql`CREATE TABLE people AS
    SELECT CAST(range AS INTEGER) AS no, CASE WHEN range % 3 > 0 THEN range / 7 END AS value, 'p' || range AS label FROM range(20)`);
});

const WHOLE = sql`SELECT no, value, label FROM people WHERE ${1} = 1 ORDER BY no`;

describe("a long answer in slices", () => {
  it.each([1, 3, 5, 10, 20, 21, 250])("is the answer of the whole statement with %d rows at once", async (rows) => {
    let asked = 0;
    const answer = await slicedAnswer(
      WHOLE,
      "no",
      (slice) => {
        asked += 1;
        return engine.query(slice);
      },
      rows,
    );
    expect(answer).toEqual(await engine.query(WHOLE));
    expect(asked).toBe(Math.floor(20 / rows) + 1);
  });

  it("has the rows after a gap where it is told how far the numbers go", async () => {
    const gaps = sql`SELECT no, value FROM people WHERE no % 10 > 6 ORDER BY no`;
    const asked = (statement: typeof gaps) => slicedAnswer(statement, "no", (slice) => engine.query(slice), 5);
    expect(await asked({ ...gaps, slicedTo: 20 })).toEqual(await engine.query(gaps));
    expect((await asked(gaps)).rowCount).toBe(0);
  });

  it("is empty where the table is", async () => {
    const none = { ...sql`SELECT no, value FROM people WHERE false ORDER BY no`, slicedBy: "no" };
    expect(await engine.query(none)).toEqual(await engine.query(sql`SELECT no, value FROM people WHERE false`));
  });
});
