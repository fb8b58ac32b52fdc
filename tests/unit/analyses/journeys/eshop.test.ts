import { describe, expect, test } from "vitest";
import { readVisits } from "../../../../src/analyses/journeys/visits";
import { hasReference, journeysReference } from "../../../golden/journeys";
import { nodeEngine } from "../../../node-engine";
import { aLog } from "../../behaviour/a-log";
import { ESHOP, hasFile, textOf } from "../../behaviour/logs";

describe.skipIf(!hasFile(ESHOP) || !hasReference)("an e-shop's clicks (skipped without ../shared)", () => {
  const model = "page 2 (clothing model)";

  test("visits, models and countries as in pandas", async () => {
    const { context, log } = await aLog(await nodeEngine(), textOf(ESHOP), { what: model });
    const country = log.columns.find(({ label }) => label === "country") ?? null;
    const { events, facts, property } = await readVisits(context, log, country, 30);
    const reference = journeysReference().eshop;
    expect(events).toMatchObject({
      n: 24_026,
      q25: 2,
      median: 4,
      q75: 8,
      most: 195,
      once: reference.one_click_sessions,
    });
    expect(events.mean).toBeCloseTo(6.8872887704986265, 12);
    expect(facts.slice(0, 3).map(({ label, n }) => [label, n])).toEqual([
      ["B4", 3579],
      ["A2", 3013],
      ["A11", 2789],
    ]);
    const exits = facts.toSorted((a, b) => b.exits - a.exits).slice(0, 10);
    expect(exits.map(({ label, exits: n }) => [label, n])).toEqual(reference.top10_exit_models);
    const countries = property?.groups.slice(0, 5).map(({ label, visits }) => [Number(label), visits]);
    expect(countries).toEqual(reference.sessions_by_country_top5);
  });

  test("without the codes that are no country: 161,523 clicks in 23,096 visits of 42 countries", async () => {
    const [head = "", ...lines] = textOf(ESHOP).split("\n");
    const kept = lines.filter((line) => !["43", "44", "45", "46", "47"].includes(line.split(",")[4] ?? ""));
    const { context, log } = await aLog(await nodeEngine(), [head, ...kept].join("\n"), { what: model });
    const country = log.columns.find(({ label }) => label === "country") ?? null;
    const { property } = await readVisits(context, log, country, 30);
    expect(log.account).toMatchObject({ events: 161_523, visits: 23_096 });
    expect(property?.groups).toHaveLength(42);
  });
});
