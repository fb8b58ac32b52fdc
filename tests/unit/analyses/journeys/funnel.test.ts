import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../../../src/analyses/analysis";
import type { FunnelPlan, FunnelResult } from "../../../../src/analyses/journeys/funnel-result";
import type { Log } from "../../../../src/behaviour/log";
import { measureFunnel } from "../../../../src/analyses/journeys/measure-funnel";
import conditioned from "../../../golden/conditioned-funnels.json";
import { nodeEngine } from "../../../node-engine";
import { aLog } from "../../behaviour/a-log";
import { csvOf, ESHOP, FIVE, hasFile, RETAIL, textOf } from "../../behaviour/logs";

interface Ready {
  readonly context: Context;
  readonly log: Log;
}

async function measured(
  { context, log }: Ready,
  text: string,
  plan: Partial<FunnelPlan> = {},
  by = "",
): Promise<FunnelResult> {
  const column = log.columns.find(({ label }) => label === by) ?? null;
  return measureFunnel(context, log, { text, count: "customer", order: "ordered", window: null, ...plan }, column);
}

const counts = ({ steps }: FunnelResult): number[] => steps.map(({ n }) => n);

describe("five shoppers, by hand", () => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await aLog(await nodeEngine(), csvOf(FIVE));
  });

  test("home, cart, purchase: all, four fifths, two fifths", async () => {
    const result = await measured(ready, "home>cart>purchase");
    expect(counts(result)).toEqual([5, 4, 2]);
    expect(result.steps.map(({ overall }) => overall.share)).toEqual([1, 0.8, 0.4]);
    expect(result.time).toMatchObject({ n: 2, median: 180_000 });
    expect(result.steps[1]?.next).toEqual([{ label: "(the visit ends)", n: 2 }]);
    expect(result.steps[0]?.exits).toEqual([{ label: "search", n: 1 }]);
  });

  test("a name that no event has reaches nobody and is told", async () => {
    const result = await measured(ready, "home>checkout");
    expect(counts(result)).toEqual([5, 0]);
    expect(result.unknown).toEqual(["checkout"]);
  });

  test("a condition right after an event narrows it", async () => {
    expect(counts(await measured(ready, "home>cart[user_id!=u4]>purchase[user_id=u1]"))).toEqual([5, 3, 1]);
    const unknown = await measured(ready, "home>cart[colour=red]");
    expect(counts(unknown)).toEqual([5, 0]);
    expect(unknown.unknown).toEqual(["cart with colour = red"]);
  });

  test("a condition on a column is a step as an event is", async () => {
    expect(counts(await measured(ready, "[event=home]>[event~CAR]>[event!=home]"))).toEqual([5, 4, 2]);
  });
});

describe.skipIf(!hasFile(RETAIL))("a shop's events, against the reference (skipped without ../shared/data)", () => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await aLog(await nodeEngine(), textOf(RETAIL));
  }, 60_000);

  test("customers and visits from catalogue to purchase", async () => {
    const text = "catalog>add_to_cart>purchase";
    const users = await measured(ready, text);
    expect(counts(users)).toEqual([600, 511, 285]);
    expect(users.steps[2]?.overall.low).toBeCloseTo(0.435, 3);
    expect(users.steps[2]?.overall.high).toBeCloseTo(0.515, 3);
    const visits = await measured(ready, text, { count: "visit" }, "platform");
    expect(counts(visits)).toEqual([2837, 819, 213]);
    expect(visits.steps[0]?.ofAll.share).toBeCloseTo(0.7869625520110957, 12);
    expect(visits.steps[2]?.ofAll.share).toBeCloseTo(0.05908460471567268, 12);
    const reached = (label: string) => visits.breakdown?.groups.find((group) => group.label === label);
    expect(reached("mobile")).toMatchObject({ units: 1295, reached: [1019, 279, 61] });
    expect(reached("desktop")).toMatchObject({ units: 1890, reached: [1482, 437, 123] });
    expect(visits.breakdown?.tests.every(({ q, p }) => q >= p && p > 0.1)).toBe(true);
  });

  test.each(conditioned)("$funnel by $count, as pandas counts it", async ({ funnel, count, reached }) => {
    expect(counts(await measured(ready, funnel, { count: count as FunnelPlan["count"] }))).toEqual(reached);
  });

  test("the steps of the checkout", async () => {
    const text = "add_to_cart>cart>shipping_details>payment_details>purchase";
    expect(counts(await measured(ready, text))).toEqual([522, 439, 334, 225, 116]);
    expect(counts(await measured(ready, text, { count: "visit" }))).toEqual([1213, 679, 291, 121, 36]);
  });

  test("purchase after a cart, and its lift", async () => {
    const [carts = 0, bought = 0] = counts(await measured(ready, "add_to_cart>purchase", { count: "visit" }));
    const [ends = 0] = counts(await measured(ready, "purchase", { count: "visit" }));
    expect([carts, bought]).toEqual([1213, 364]);
    expect(bought / carts / (ends / ready.log.account.visits)).toBeCloseTo(2.301696163898195, 12);
  });
});

describe.skipIf(!hasFile(ESHOP))("an e-shop's clicks, against the reference (skipped without ../shared/data)", () => {
  test("funnels over the main category", async () => {
    const ready = await aLog(await nodeEngine(), textOf(ESHOP), { what: "page 1 (main category)" });
    expect(counts(await measured(ready, "1>2>3", { count: "visit" }))).toEqual([13_082, 3795, 1645]);
    expect(counts(await measured(ready, "4>1", { count: "visit" }))).toEqual([9192, 2044]);
  }, 60_000);
});
