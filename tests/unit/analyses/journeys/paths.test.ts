import { beforeAll, describe, expect, test } from "vitest";
import { cameBefore } from "../../../../src/analyses/journeys/came-before";
import { compareGroups } from "../../../../src/analyses/journeys/compare-groups";
import { flowsOf, groupFlows, type Flow } from "../../../../src/analyses/journeys/flows";
import { eventNumber } from "../../../../src/behaviour/log";
import { shownEvents } from "../../../../src/analyses/journeys/shown-events";
import { stepMatrix } from "../../../../src/analyses/journeys/step-matrix";
import { transitions, transitionShares, type Transitions } from "../../../../src/analyses/journeys/transitions";
import { waysToCount } from "../../../../src/analyses/journeys/ways-to-count";
import { nodeEngine } from "../../../node-engine";
import { aLog } from "../../behaviour/a-log";
import { csvOf, ESHOP, FIVE, hasFile, RETAIL, textOf } from "../../behaviour/logs";

type Ready = Awaited<ReturnType<typeof aLog>>;

const number = ({ log }: Ready, label: string): number => eventNumber(log.names, label) ?? NaN;
const row = (matrix: Transitions, values: readonly (readonly number[])[], from: string): Record<string, number> =>
  Object.fromEntries(matrix.to.map((to, at) => [to, values[matrix.from.indexOf(from)]?.[at] ?? NaN]));

describe("five shoppers, by hand", () => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await aLog(await nodeEngine(), csvOf(FIVE));
  });

  test("three of five are at the cart in step 3, and every step sums to 1", async () => {
    const { labels, shares } = await stepMatrix(
      ready.context,
      ready.log,
      shownEvents(ready.log, 10),
      { at: "start" },
      5,
    );
    expect(shares[labels.indexOf("cart")]).toEqual([0, 0, 0.6, 0.2, 0]);
    expect(shares.at(-1)).toEqual([0, 0, 0, 0.4, 1]);
    for (let step = 0; step < 5; step++)
      expect(shares.reduce((sum, line) => sum + (line[step] ?? 0), 0)).toBeCloseTo(1, 12);
  });

  test("a row of the matrix sums to how often its event happened, rare events too", async () => {
    const matrix = await transitions(ready.context, ready.log, shownEvents(ready.log, 2));
    expect(matrix.from).toEqual(["home", "cart", "other events", "(the visit begins)"]);
    expect(matrix.counts.map((line) => line.reduce((sum, n) => sum + n, 0))).toEqual([5, 4, 9, 5]);
  });

  test("before an end, as after a start", async () => {
    const to = { at: "to" as const, event: number(ready, "purchase") };
    const { labels, shares, visits } = await stepMatrix(ready.context, ready.log, shownEvents(ready.log, 10), to, 3);
    expect(visits).toBe(2);
    expect(shares[labels.indexOf("cart")]).toEqual([0, 1, 0]);
  });

  test("flows keep every visit when small ones are made one", async () => {
    const { flows } = await flowsOf(ready.context, ready.log, shownEvents(ready.log, 10), { at: "start" }, 4);
    const sum = (place: number, all: readonly Flow[] = flows): number =>
      all.filter((one) => one.place === place).reduce((n, one) => n + one.n, 0);
    expect(flows.filter(({ place }) => place === 0)).toEqual([
      { place: 0, from: "home", to: "catalog", n: 3 },
      { place: 0, from: "home", to: "search", n: 2 },
    ]);
    const grouped = groupFlows(flows, 0.5);
    expect(grouped.filter(({ place }) => place === 0).map(({ to, n }) => [to, n])).toEqual([
      ["catalog", 3],
      ["other events", 2],
    ]);
    for (const place of [0, 1, 2]) expect(sum(place, grouped)).toBe(sum(place));
  });

  test("a path's and a funnel's number of one step differ, and it is said why", async () => {
    const set = (label: string) => ({ label, numbers: [number(ready, label)] });
    const { ways } = await waysToCount(ready.context, ready.log, set("home"), set("cart"));
    expect(ways.map(({ n, of }) => [n, of])).toEqual([
      [0, 5],
      [0, 5],
      [4, 5],
      [4, 5],
    ]);
    expect(ways[2]?.why).toBe("Other events may lie between: 4 visits more came to “cart” by a detour.");
  });
});

describe.skipIf(!hasFile(RETAIL))("a shop's events, against the reference (skipped without ../shared/data)", () => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await aLog(await nodeEngine(), textOf(RETAIL));
  }, 60_000);

  test("where visits go from the cart", async () => {
    const matrix = await transitions(ready.context, ready.log, shownEvents(ready.log, 50));
    expect(row(matrix, matrix.counts, "cart")).toMatchObject({
      ...{ product_view: 162, shipping_details: 165, payment_details: 118, purchase: 72, "(the visit ends)": 124 },
    });
    const shares = row(matrix, transitionShares(matrix), "cart");
    expect(shares.shipping_details).toBeCloseTo(0.137043, 6);
    expect(shares["(the visit ends)"]).toBeCloseTo(0.10299, 6);
  });

  test("who is at home step by step", async () => {
    const { labels, shares } = await stepMatrix(
      ready.context,
      ready.log,
      shownEvents(ready.log, 50),
      { at: "start" },
      5,
    );
    const home = shares[labels.indexOf("home")] ?? [];
    [0.318447, 0.135922, 0.065465, 0.040222, 0.034119].forEach((share, step) =>
      expect(home[step]).toBeCloseTo(share, 6),
    );
  });

  test("what lifts a purchase", async () => {
    const { events, ending } = await cameBefore(ready.context, ready.log, number(ready, "purchase"));
    expect(ending).toBe(470);
    expect(events.find(({ label }) => label === "add_to_cart")).toMatchObject({
      before: 364,
      visits: 1213,
      lift: expect.closeTo(2.301696163898195, 12) as number,
    });
  });

  test("two platforms, cell by cell", async () => {
    const column = ready.log.columns.find(({ label }) => label === "platform");
    if (column === undefined) throw new Error("no platform");
    const shown = shownEvents(ready.log, 50);
    const compared = await compareGroups(ready.context, ready.log, shown, { column, values: ["desktop", "mobile"] });
    expect(compared?.cells).toHaveLength(359);
    expect(compared?.cells.every(({ p, q }) => q >= p)).toBe(true);
  });
});

describe.skipIf(!hasFile(ESHOP))("an e-shop's clicks, against the reference (skipped without ../shared/data)", () => {
  test("moves between categories, entries and exits", async () => {
    const ready = await aLog(await nodeEngine(), textOf(ESHOP), { what: "page 1 (main category)" });
    const matrix = await transitions(ready.context, ready.log, shownEvents(ready.log, 10));
    expect(row(matrix, matrix.counts, "1")).toEqual({ 1: 34_598, 2: 3153, 3: 3206, 4: 2114, "(the visit ends)": 6671 });
    expect(row(matrix, matrix.counts, "3")).toEqual({ 1: 2252, 2: 1723, 3: 26_326, 4: 2734, "(the visit ends)": 5542 });
    expect(row(matrix, matrix.counts, "(the visit begins)")).toMatchObject({ 1: 9247, 2: 6472, 3: 4445, 4: 3862 });
  }, 60_000);
});
