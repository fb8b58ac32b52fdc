import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../../../src/analyses/analysis";
import { trendFigure } from "../../../../src/analyses/journeys/figures-trend";
import type { FunnelPlan, FunnelResult } from "../../../../src/analyses/journeys/funnel-result";
import { trendOf, trendStarts } from "../../../../src/analyses/journeys/funnel-trend";
import type { Log } from "../../../../src/behaviour/log";
import { measureFunnel } from "../../../../src/analyses/journeys/measure-funnel";
import { periodNumber, periodStart, type Period } from "../../../../src/analyses/journeys/queries-retention";
import { rate } from "../../../../src/behaviour/wilson";
import { golden } from "../../../golden/funnel-trend";
import { nodeEngine } from "../../../node-engine";
import { aLog } from "../../behaviour/a-log";
import { hasFile, RETAIL, textOf } from "../../behaviour/logs";

const DAY = 86_400_000;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe("periods", () => {
  test.each<Period>(["day", "week", "month"])("a %s begins at its start, and ends where the next begins", (period) => {
    for (const moment of [0, Date.UTC(2024, 1, 29, 23, 59), Date.UTC(1969, 11, 31), Date.UTC(2024, 0, 1)]) {
      const number = periodNumber(moment, period);
      expect(periodStart(number, period)).toBeLessThanOrEqual(moment);
      expect(periodStart(number + 1, period)).toBeGreaterThan(moment);
    }
  });

  test("without time there are none, and no trend of a single one", () => {
    expect(trendStarts({ first: NaN, last: NaN }, "day")).toHaveLength(0);
    const one = Float64Array.of(1);
    const counts = { begun: one, converted: one, open: one, times: one };
    expect(trendOf(counts, Float64Array.of(0), "day", null, DAY)).toBeNull();
  });

  test("a period is whole once its last customer was watched as long as the window, or as nine of ten took", () => {
    const three = Float64Array.of(9, 9, 9);
    const counts = { begun: three, converted: three, open: new Float64Array(3) };
    const starts = Float64Array.of(0, DAY, 2 * DAY);
    const whole = (window: number | null): readonly boolean[] =>
      trendOf({ ...counts, times: Float64Array.of(1, DAY) }, starts, "day", window, 3 * DAY)?.periods.map(
        (one) => one.whole,
      ) ?? [];
    expect(whole(0)).toEqual([true, true, true]);
    expect(whole(null)).toEqual([true, true, false]);
    expect(whole(1.5 * DAY)).toEqual([true, false, false]);
  });
});

describe.skipIf(!hasFile(RETAIL))("a shop's funnel by week (skipped without ../shared/data)", () => {
  let context: Context;
  let log: Log;
  beforeAll(async () => {
    ({ context, log } = await aLog(await nodeEngine(), textOf(RETAIL)));
  });

  const measured = (plan: Partial<FunnelPlan>): Promise<FunnelResult> => {
    const text = "catalog>add_to_cart>purchase";
    const usual = { text, count: "customer", order: "ordered", window: null } as const;
    return measureFunnel(context, log, { ...usual, ...plan }, null, { period: "week" });
  };

  test.each([
    ["all", null],
    ["within_3_days", 3 * DAY],
  ] as const)(
    "%s: weeks, intervals, time to convert and its curve are those of Python and scipy",
    async (key, window) => {
      const { trend, time } = await measured({ window });
      const weeks = trend?.periods.filter(({ converted }) => converted.of > 0) ?? [];
      expect(weeks.map(({ label, converted, open }) => [label, converted.of, converted.n, open])).toEqual(
        golden[key].weeks,
      );
      expect(weeks.map(({ converted }) => converted)).toEqual(golden[key].weeks.map(([, of, n]) => rate(n, of)));
      expect([time.q25, time.median, time.q75]).toEqual(golden[key].quartiles);
      for (const [moment, share] of golden[key].curve)
        expect(time.curve.share[time.curve.at.indexOf(moment)]).toBeCloseTo(share, 12);
    },
  );

  test.each<Partial<FunnelPlan>>([
    {},
    { count: "visit", order: "strict" },
    { count: "total", window: DAY },
    { order: "any", window: 30 * DAY },
    { text: "home?>catalog>purchase" },
  ])("those who begin, and those who convert, add up to the funnel's: %j", async (plan) => {
    const { trend, steps } = await measured(plan);
    const first = steps.find(({ step }) => !step.optional);
    expect(sum(trend?.periods.map(({ converted }) => converted.of) ?? [])).toBe(first?.n);
    expect(sum(trend?.periods.map(({ converted }) => converted.n) ?? [])).toBe(
      steps.findLast(({ step }) => !step.optional)?.n,
    );
  });

  test("the card tells which weeks may still rise", async () => {
    const result = await measured({});
    if (result.trend === null) throw new Error("There is a trend.");
    const { title, subtitle, table, chart } = trendFigure(result, result.trend);
    const drawn = chart?.data.filter((trace) => trace["fill"] === "toself").flatMap((trace) => trace["y"] as number[]);
    expect([Math.min(...(drawn ?? [])) >= 0, Math.max(...(drawn ?? [])) <= 1]).toEqual([true, true]);
    expect(`${title} ${subtitle}`).not.toMatch(/NaN|undefined/u);
    expect(subtitle).toContain("in which not everybody was watched");
    expect(new Set(table.values.at(-1))).toEqual(new Set(["long enough", "not long enough"]));
  });
});
