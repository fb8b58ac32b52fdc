import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../../../src/analyses/analysis";
import { journeys } from "../../../../src/analyses/journeys";
import { findCustomers } from "../../../../src/analyses/journeys/find-customers";
import { followCustomers } from "../../../../src/analyses/journeys/follow-customers";
import type { Log } from "../../../../src/behaviour/log";
import { measureFunnel } from "../../../../src/analyses/journeys/measure-funnel";
import { readRetention } from "../../../../src/analyses/journeys/retention";
import { readVisits } from "../../../../src/analyses/journeys/visits";
import { readWho, whoText, type Who } from "../../../../src/analyses/journeys/who";
import { texts, type Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { defaultsOf } from "../../segmentation/defaults";
import { aLog } from "../../behaviour/a-log";
import { shopCsv } from "../../behaviour/a-shop";

const CSV = shopCsv(11, false, 3000);
const FUNNEL = "product>cart>payment>purchase";
const PLAN = { order: "ordered", window: null } as const;

describe("who", () => {
  test.each<Who>([
    { by: "cohort", period: "week", start: "2024-01-01", after: null },
    { by: "cohort", period: "month", start: "2024-01-01", after: 12 },
    { by: "funnel", went: "lost", step: 2, funnel: "a>b|c>[x>=3]>d" },
  ])("is read as it was written: %j", (who) => {
    expect(readWho(whoText(who))).toEqual(who);
  });

  test.each([
    "",
    "cohort:year:2024-01-01",
    "cohort:week:2024-99-99",
    "lost:2:a>b",
    "on:0:a>b",
    "there:1:a>>b",
    "lost:1:a?>b",
  ])("refuses %j", (text) => expect(readWho(text)).toBeNull());
});

describe("customers who are followed", () => {
  let engine: Engine;
  let context: Context;
  let log: Log;
  beforeAll(async () => {
    engine = await nodeEngine();
    ({ context, log } = await aLog(engine, CSV));
  });

  const found = (who: Who): Promise<Int32Array> => findCustomers(context, log, who, PLAN);
  const at = (went: "there" | "on" | "lost", step: number): Promise<Int32Array> =>
    found({ by: "funnel", went, step, funnel: FUNNEL });

  test("at a step are as many as the funnel says; who was there went on or was lost", async () => {
    const { steps } = await measureFunnel(context, log, { text: FUNNEL, count: "customer", ...PLAN }, null);
    for (const [place, { n }] of steps.entries()) {
      const there = await at("there", place + 1);
      expect(there).toHaveLength(n);
      if (place === steps.length - 1) continue;
      const [on, lost] = [await at("on", place + 1), await at("lost", place + 1)];
      expect(on).toHaveLength(steps[place + 1]?.n ?? NaN);
      expect([...on, ...lost].toSorted((a, b) => a - b)).toEqual([...there]);
    }
  });

  test("of every cell of the cohort table are as many as it says", async () => {
    const { cohorts } = await readRetention(context, log, "week");
    for (const { label, active } of cohorts.slice(0, 4))
      for (const [after, n] of active.entries())
        expect(await found({ by: "cohort", period: "week", start: label, after })).toHaveLength(n);
  });

  test("are what a file of them alone would be, in every figure of visits, funnel and return", async () => {
    const lost = await at("lost", 2);
    const answer = await engine.query(
      sql`SELECT customer FROM customers WHERE list_contains(${`[${lost.join(",")}]`}::INTEGER[], customer_no)`,
    );
    const kept = new Set(texts(answer, "customer"));
    const seen = async (own: Context, ours: Log): Promise<unknown> => {
      const visits = { ...(await readVisits(own, ours, null, 30)), sql: "", top: [] };
      const retention = { ...(await readRetention(own, ours, "week")), sql: "" };
      const plan = { text: FUNNEL, count: "visit", ...PLAN } as const;
      const { steps, time, units } = await measureFunnel(own, ours, plan, null);
      // Of equally frequent events, which comes first is up to their numbers in the file.
      const facts = visits.facts.toSorted((a, b) => a.label.localeCompare(b.label));
      return [{ ...visits, facts }, retention, steps.map(({ n, next, exits }) => ({ n, next, exits })), time.n, units];
    };
    const followed = await seen(context, await followCustomers(context, log, "lost", lost));
    const [head = "", ...lines] = CSV.split("\n");
    const who = head.split(",").indexOf("user_id");
    const alone = [head, ...lines.filter((line) => kept.has(line.split(",")[who] ?? ""))].join("\n");
    const other = await aLog(await nodeEngine(), alone);
    expect(followed).toEqual(await seen(other.context, other.log));
  });

  test("nobody is told in a sentence", async () => {
    await expect(followCustomers(context, log, "none", new Int32Array(0))).rejects.toThrow(
      "No customer is among those",
    );
  });

  test("every figure of the page follows, and all come back", async () => {
    const columns = log.columns;
    const own: Context = { ...context, table: () => Promise.resolve({ columns, repeated: true }) };
    const run = (who: string) => journeys.run(own, { ...defaultsOf(journeys.settings), funnel: FUNNEL, who });
    const all = await run("");
    const [group] = all.follow.groups;
    const lost = group?.options.find(({ value }) => value.startsWith("lost:1")) ?? { value: "", label: "" };
    const some = await run(lost.value);
    expect(some.follow.chosen?.label).toBe(lost.label);
    expect(some.follow.groups).toEqual(all.follow.groups);
    expect(some.funnel.steps.map(({ n }) => n)).toEqual([some.follow.chosen?.customers.length, 0, 0, 0]);
    expect(journeys.follow?.(some).chosen?.customers).toHaveLength(some.log.account.customers);
    expect(journeys.answer(await run(""))).toBe(journeys.answer(all));
  });
});
