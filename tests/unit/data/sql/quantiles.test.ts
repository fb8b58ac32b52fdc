import { beforeAll, expect, it } from "vitest";
import { numbers, type Engine } from "../../../../src/data/engine";
import { name, sql } from "../../../../src/data/sql";
import { quantiles } from "../../../../src/data/sql/quantiles";
import { nodeEngine } from "../../../node-engine";

let engine: Engine;

beforeAll(async () => {
  engine = await nodeEngine();
});

it("lies between order statistics in proportion, per group, and is missing where nothing is given", async () => {
  const answer = await engine.query(sql`
    SELECT g, ${quantiles(name("odd name"), { low: 0.1, middle: 0.5, high: 0.9 })}
    FROM (VALUES ('a', 1), ('a', 2), ('a', 4), ('a', 8), ('a', NULL), ('b', NULL)) AS t(g, "odd name") GROUP BY g ORDER BY g`);
  // numpy.quantile([1, 2, 4, 8], [0.1, 0.5, 0.9])
  expect(numbers(answer, "low")[0]).toBeCloseTo(1.3, 12);
  expect(numbers(answer, "middle")[0]).toBe(3);
  expect(numbers(answer, "high")[0]).toBeCloseTo(6.8, 12);
  expect(numbers(answer, "middle")[1]).toBeNaN();
});

it("refuses an expression with a bound value", () => {
  expect(() => quantiles(sql`x * ${2}`, { median: 0.5 })).toThrow(RangeError);
});
