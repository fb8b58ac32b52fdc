import { beforeAll, describe, expect, test } from "vitest";
import { shoppers } from "../../../../src/analyses/shoppers";
import type { BehaviourSegments } from "../../../../src/analyses/shoppers/behaviour-segments";
import type { ShoppersResult } from "../../../../src/analyses/shoppers/result";
import { numbers, texts, type Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { nodeEngine } from "../../../node-engine";
import { csvOf, FIVE } from "../../behaviour/logs";
import { ranShoppers, type Chosen } from "./ran-shoppers";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const ran = (csv: string, chosen: Partial<Chosen> = {}): Promise<ShoppersResult> => ranShoppers(engine, csv, chosen);

function segmentsOf({ segments }: ShoppersResult): BehaviourSegments {
  if (segments === null || "problem" in segments) throw new Error(segments?.problem ?? "No segments");
  return segments;
}

/** Three habits of 30 customers each: one look, many looks in one visit, and ten visits that end in a purchase. */
function habits(): { csv: string; habit: number[] } {
  const rows = ["user_id,timestamp,event"];
  const habit: number[] = [];
  for (let user = 0; user < 90; user++) {
    habit.push(user % 3);
    const id = `u${String(user).padStart(3, "0")}`;
    const visits = user % 3 === 2 ? 9 + (user % 2) : 1;
    for (let visit = 0; visit < visits; visit++) {
      const events = user % 3 === 0 ? ["view"] : user % 3 === 1 ? Array<string>(20 + (user % 5)).fill("view") : BUYING;
      events.forEach((event, at) => rows.push(`${id},2024-01-${day(visit)} 10:${day(at)}:00,${event}`));
    }
  }
  return { csv: rows.join("\n"), habit };
}

const BUYING = ["view", "cart", "purchase"];
const day = (place: number): string => String(place + 1).padStart(2, "0");

describe("segments that behaviour makes by itself", () => {
  test("find three planted habits, whatever the rules say", async () => {
    const { csv, habit } = habits();
    const result = await ran(csv, { segments: 3, kinds: "Everybody:events>=1" });
    const { made, names, indices, agreement, howMany } = segmentsOf(result);
    expect(adjustedRandIndex(made.labels, Int32Array.from(habit))).toBeGreaterThanOrEqual(0.9);
    expect(new Set(names.map(({ name }) => name)).size).toBe(3);
    expect(indices.silhouette).toBeGreaterThan(0.7);
    expect(agreement).toBe(0);
    expect(howMany?.stability.mean).toBeGreaterThan(0.9);
    expect(shoppers.findings(result).map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^By 9 features of behaviour alone, .* fall into 3 segments/u)]),
    );
  });

  test("stand beside the kind in a derived column, by their names", async () => {
    const result = await ran(habits().csv, { segments: 3 });
    const { indices, names } = segmentsOf(result);
    const answer = await engine.query(
      sql`SELECT shopper_segment, CAST(count(*) AS DOUBLE) AS n FROM derived_shoppers WHERE shopper_kind IS NOT NULL GROUP BY ALL`,
    );
    const found = Object.fromEntries(
      texts(answer, "shopper_segment").map((name, at) => [name ?? "", numbers(answer, "n")[at]]),
    );
    expect(found).toEqual(Object.fromEntries(names.map(({ name }, at) => [name, indices.clusters[at]?.size])));
  });

  test("are made by the chosen features only, with another number and seed", async () => {
    const { made, features } = segmentsOf(await ran(habits().csv, { segments: 2, by: ["visits"], seed: 7 }));
    expect(features.map(({ key }) => key)).toEqual(["visits"]);
    expect([made.k, made.seed, [...made.labels].filter((label) => label === 0).length]).toEqual([2, 7, 60]);
  });

  test("of visits: the segment of the latest one is the customer's", async () => {
    const result = await ran(habits().csv, { unit: "visit", segments: 3 });
    expect(segmentsOf(result).prepared.rows).toHaveLength(result.total);
    const answer = await engine.query(sql`SELECT latest_visit_segment FROM derived_shoppers`);
    expect(texts(answer, "latest_visit_segment")).toHaveLength(90);
  });

  test("a feature that half of them lack is left out, and what is filled in is counted", async () => {
    const result = await ran(habits().csv, { by: ["visits", "days_between", "stay"] });
    const { features, leftOut } = segmentsOf(result);
    expect(leftOut.map(({ key }) => key)).toEqual(["days_between"]);
    expect(features.map(({ key }) => key)).toEqual(["visits", "stay"]);
    const cautions = shoppers.findings(result).map(({ text }) => text);
    expect(cautions).toContain(
      "For the segments, what is not known was taken to be the mean of the others: Seconds at an event (median) 30 of 90 customers.",
    );
    expect(cautions).toContain("Known of less than half, so not used for the segments: Days between visits (median).");
  });
});

describe("what cannot be grouped is a sentence", () => {
  const same = [
    "user_id,timestamp,event",
    ...["a", "b", "c"].flatMap((id) => [1, 2].map((d) => `${id},2024-01-0${d} 10:00:00,view`)),
  ];
  test.each<[string, string, Partial<Chosen>, RegExp]>([
    ["all alike", same.join("\n"), {}, /^All behave alike in the chosen features/u],
    ["nothing known", same.join("\n"), { by: ["money"] }, /^None of the chosen features is known of half/u],
  ])("%s", async (_, csv, chosen, words) => {
    const result = await ran(csv, chosen);
    expect(result.segments).toEqual({ problem: expect.stringMatching(words) as string });
    expect(shoppers.findings(result).some(({ text }) => text.startsWith("There are no segments by behaviour."))).toBe(
      true,
    );
    expect(shoppers.figures(result).find(({ id }) => id === "shoppers-segments")?.subtitle).toMatch(words);
  });

  test("fewer customers than segments make fewer segments, and that is said", async () => {
    const result = await ran(csvOf(FIVE), { segments: 10 });
    const { made } = segmentsOf(result);
    expect(made.k).toBeLessThanOrEqual(5);
    expect(made.notes.length).toBeGreaterThan(0);
    expect(shoppers.findings(result).map(({ text }) => text)).toEqual(expect.arrayContaining([...made.notes]));
  });
});
