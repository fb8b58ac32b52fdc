import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../../../src/analyses/analysis";
import type { Log } from "../../../../src/behaviour/log";
import { readRetention, type Retention } from "../../../../src/analyses/journeys/retention";
import { readVisits, type Visits } from "../../../../src/analyses/journeys/visits";
import { hasReference, journeysReference } from "../../../golden/journeys";
import { nodeEngine } from "../../../node-engine";
import { aLog } from "../../behaviour/a-log";
import { hasFile, INVOICES, textOf } from "../../behaviour/logs";

describe.skipIf(!hasFile(INVOICES) || !hasReference)("invoices, against pandas (skipped without ../shared)", () => {
  const reference = hasReference ? journeysReference().online_retail : null;
  let ready: { context: Context; log: Log };
  let visits: Visits;
  let retention: Retention;
  beforeAll(async () => {
    ready = await aLog(await nodeEngine(), textOf(INVOICES), { what: "StockCode" });
    const country = ready.log.columns.find(({ label }) => label === "Country") ?? null;
    visits = await readVisits(ready.context, ready.log, country, 30);
    retention = await readRetention(ready.context, ready.log, "month");
  }, 120_000);

  test("monthly cohorts", () => {
    const found = Object.fromEntries(
      retention.cohorts.map(({ label, active }) => [
        label,
        [...active, ...new Array<number>(13 - active.length).fill(0)],
      ]),
    );
    expect(found).toEqual(reference?.cohorts_monthly_active_customers);
  });

  test("a rolling cohort never grows, and is at least the exact one", () => {
    for (const { active, rolling, size } of retention.cohorts) {
      expect(rolling[0]).toBe(size);
      active.forEach((n, place) => expect(rolling[place]).toBeGreaterThanOrEqual(n));
      rolling.forEach((n, place) => expect(n).toBeLessThanOrEqual(rolling[place - 1] ?? Infinity));
    }
  });

  test("days between purchases", () => {
    const { n, median, mean, p90 } = reference?.days_between_purchase_days ?? {};
    expect(visits.between).toMatchObject({ n, median, p90, mean: expect.closeTo(mean ?? NaN, 9) as number });
    expect(visits.between?.onceOnly).toBe(reference?.customers_with_one_purchase_day);
  });

  test("top products and customers, months, countries, weekdays", () => {
    const products = visits.facts.toSorted((a, b) => b.amount - a.amount).slice(0, 10);
    expect(products.map(({ label, amount }) => [label, Math.round(100 * amount) / 100])).toEqual(
      reference?.top10_products_by_revenue,
    );
    expect(visits.top.map(({ label, amount }) => [`${label}.0`, Math.round(100 * amount) / 100])).toEqual(
      reference?.top10_customers_by_revenue,
    );
    const months = Object.entries(reference?.revenue_by_month ?? {});
    expect(visits.months.map(({ label, amount }) => [label, Math.round(100 * amount) / 100])).toEqual(months);
    const countries = visits.property?.groups.toSorted((a, b) => b.amount - a.amount).slice(0, 5);
    expect(countries?.map(({ label, amount }) => [label, Math.round(100 * amount) / 100])).toEqual(
      reference?.revenue_by_country_top5,
    );
    const weekdays: Record<string, number> = {};
    for (const { weekday, visits: n } of visits.clock) weekdays[weekday - 1] = (weekdays[weekday - 1] ?? 0) + n;
    expect(weekdays).toEqual(reference?.invoices_by_weekday_mon0);
  });

  test("everybody of a period is new, returning or resurrected", () => {
    const ends = Math.max(...retention.cohorts.map(({ active }) => active.length));
    for (const [place, { fresh, returning, resurrected }] of retention.lifecycle.entries()) {
      const active = retention.cohorts.reduce(
        (sum, cohort) => sum + (cohort.active[place - (ends - cohort.active.length)] ?? 0),
        0,
      );
      expect(fresh + returning + resurrected).toBe(active);
    }
  });
});
