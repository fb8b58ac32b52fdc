import { beforeAll, expect, it } from "vitest";
import { numbers, type Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { binOf } from "../../../../src/data/sql/equal-bins";
import { nodeEngine } from "../../../node-engine";

let engine: Engine;

beforeAll(async () => {
  engine = await nodeEngine();
});

it("counts in the first bin what lies before it, in the last what lies beyond, and leaves out nothing", async () => {
  const answer = await engine.query(sql`
    SELECT place, ${binOf(sql`place`, 4)} AS bin,
      CAST(GREATEST(0, LEAST(3, FLOOR(place))) AS DOUBLE) AS clamped
    FROM (SELECT unnest(['-inf', '-1e300', '-0.001', '0', '0.999', '1', '2.5', '3', '3.999', '4', '1e300', 'inf', 'nan', NULL]::DOUBLE[]) AS place)`);
  const bins = [...numbers(answer, "bin")];
  expect(bins).toEqual([0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, Number.NaN]);
  expect(bins.slice(0, -1)).toEqual([...numbers(answer, "clamped")].slice(0, -1));
});
