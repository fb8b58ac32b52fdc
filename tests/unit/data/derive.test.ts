import { beforeAll, expect, test } from "vitest";
import { derive } from "../../../src/data/derive";
import { numbers, texts, type Engine } from "../../../src/data/engine";
import { sql } from "../../../src/data/sql";
import { nodeEngine } from "../../node-engine";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

test("scores come back exactly, by customer_no, with NaN as NULL and zero as zero", async () => {
  await derive(engine, "engagement", Int32Array.of(2, 0, 1), {
    engagement_cluster: Int32Array.of(1, -1, 0),
    engagement_score: Float64Array.of(0.1 + 0.2, NaN, 0),
  });
  const answer = await engine.query(
    sql`SELECT *, engagement_score IS NULL AS missing FROM derived_engagement ORDER BY customer_no`,
  );
  expect(answer.names.slice(0, 3)).toEqual(["customer_no", "engagement_cluster", "engagement_score"]);
  expect(Array.from(numbers(answer, "engagement_cluster"))).toEqual([-1, 0, 1]);
  expect(Array.from(numbers(answer, "engagement_score"))).toEqual([NaN, 0, 0.1 + 0.2]);
  expect(Array.from(numbers(answer, "missing"))).toEqual([1, 0, 0]);
});

test("replaces the table of the last run, whatever its columns were", async () => {
  await derive(engine, "twice", Int32Array.of(0), { a: Float64Array.of(1) });
  await derive(engine, "twice", Int32Array.of(0, 1), { b: Float64Array.of(2, 3) });
  const answer = await engine.query(sql`SELECT * FROM derived_twice ORDER BY customer_no`);
  expect([answer.names, Array.from(numbers(answer, "b"))]).toEqual([
    ["customer_no", "b"],
    [2, 3],
  ]);
});

test("more than one batch of nulls stays in place", async () => {
  const rows = 5000;
  const values = Float64Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? NaN : row));
  await derive(
    engine,
    "many",
    Int32Array.from({ length: rows }, (_, row) => row),
    { v: values },
  );
  const answer = await engine.query(sql`SELECT v FROM derived_many ORDER BY customer_no`);
  expect(Array.from(numbers(answer, "v"))).toEqual(Array.from(values));
});

test("refuses a column of another length: scores never slip by a row", async () => {
  await expect(derive(engine, "slipped", Int32Array.of(0, 1), { a: Float64Array.of(1) })).rejects.toThrow(
    "1 values for 2 customers",
  );
});

test("words come back as words, and a place without one as NULL", async () => {
  const codes = Int32Array.of(1, 0, -1, 1);
  await derive(engine, "worded", Int32Array.of(0, 1, 2, 3), { kind: { codes, labels: ["Loyal", "Ünï “kind”"] } });
  const answer = await engine.query(sql`SELECT * FROM derived_worded ORDER BY customer_no`);
  expect(texts(answer, "kind")).toEqual(["Ünï “kind”", "Loyal", null, "Ünï “kind”"]);
  const short = { kind: { codes, labels: ["a", "b"] } };
  await expect(derive(engine, "worded", Int32Array.of(0), short)).rejects.toThrow("4 values for 1 customers");
});

test("one array may be given for two columns", async () => {
  const same = Float64Array.of(1, NaN, 3);
  await derive(engine, "shared", Int32Array.of(0, 1, 2), { a: same, b: same });
  const answer = await engine.query(sql`SELECT * FROM derived_shared ORDER BY customer_no`);
  expect([...numbers(answer, "a")]).toEqual([1, NaN, 3]);
  expect([...numbers(answer, "b")]).toEqual([1, NaN, 3]);
});
