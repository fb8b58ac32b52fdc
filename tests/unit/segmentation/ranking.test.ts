import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/data/engine";
import { name, sql } from "../../../src/data/sql";
import { rankingQuery } from "../../../src/segmentation/queries";
import { ranking, tieNote, type Ranking } from "../../../src/segmentation/ranking";
import { nodeEngine } from "../../node-engine";
import { putCustomers } from "./desk";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

async function ranked(values: readonly number[], places: number): Promise<Ranking> {
  await putCustomers(
    engine,
    values.map((_, index) => `c${String(index).padStart(3, "0")}`),
    { sessions: Float64Array.from(values) },
  );
  const statement = rankingQuery(name("sessions"), sql`customers`, places);
  return ranking(await engine.query(statement), places, statement);
}

describe("rankingQuery", () => {
  it("gives equal values one place and lists everybody tied at the last one", async () => {
    const list = await ranked([5, 9, 7, 7, 5, 5, 1], 4);
    expect(list.customers).toEqual(["c001", "c002", "c003", "c000", "c004", "c005"]);
    expect(list.ranks).toEqual([1, 2, 2, 4, 4, 4]);
    expect(tieNote(list)).toBe("3 customers share place 4, so the list has 6 customers.");
  });

  it("cuts a long tie and says so", async () => {
    const list = await ranked([9, ...new Array<number>(500).fill(1)], 10);
    expect(list.customers).toHaveLength(25);
    expect(list.qualified).toBe(501);
    expect(tieNote(list)).toBe("500 customers share place 2; 24 of them are shown.");
  });

  it("never ranks a missing value and says nothing without ties", async () => {
    const list = await ranked([NaN, 3, 2, NaN, 1], 10);
    expect(list.values).toEqual([3, 2, 1]);
    expect(tieNote(list)).toBeUndefined();
    expect((await ranked([NaN, NaN], 10)).customers).toEqual([]);
  });
});
