import { beforeAll, describe, expect, test } from "vitest";
import { journeys } from "../../../../src/analyses/journeys";
import type { JourneysResult } from "../../../../src/analyses/journeys/result";
import type { Engine } from "../../../../src/data/engine";
import { hasReference, journeysReference } from "../../../golden/journeys";
import { nodeEngine } from "../../../node-engine";
import { defaultsOf } from "../../segmentation/defaults";
import { shopCsv } from "../../behaviour/a-shop";
import { csvOf, FIVE, hasFile, logOf, RETAIL, SHOPPERS, textOf } from "../../behaviour/logs";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

type Chosen = Parameters<typeof journeys.run>[1];

async function ran(csv: string, chosen: Partial<Chosen> = {}): Promise<JourneysResult> {
  const { context } = await logOf(engine, csv);
  return journeys.run(context, { ...defaultsOf(journeys.settings), ...chosen });
}

/** Everything a person reads, as one text; tables whose columns differ in length fail. */
function readAll(result: JourneysResult): string {
  const figures = journeys.figures(result);
  for (const { table } of figures)
    for (const column of table.values) expect(column).toHaveLength(table.values[0]?.length ?? -1);
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  return [
    journeys.answer(result),
    ...journeys.cards(result).flatMap(({ label, value, note }) => [label, value, note ?? ""]),
    ...journeys.findings(result).map(({ text }) => text),
    ...figures.flatMap(({ title, subtitle, caution, explain }) => [title, subtitle, caution ?? "", explain.text]),
  ].join("\n");
}

const NONSENSE = /NaN|undefined|Infinity|\[object|null/u;

describe("the page", () => {
  test("of a shop with a broken week says how far, how often, and what changed", async () => {
    const text = readAll(await ran(shopCsv(1, true)));
    expect(text).not.toMatch(NONSENSE);
    expect(text).toContain("2,000 customers made 5,993 visits with 22,196 events");
    expect(text).toContain(
      "In the week of 2024-02-19 (platform mobile), 16 % went from “payment” to “purchase”, against 74.4 % otherwise (13 of 81)",
    );
    expect(text).toContain("1,981 rows stood in another order than their times; they were sorted by time.");
  });

  test("of a shop in which nothing changed says so", async () => {
    expect(readAll(await ran(shopCsv(2, false, 2000)))).toContain("Nothing found");
  });

  test("says every part at once: parts appear in their order", async () => {
    const sections = [...new Set(journeys.figures(await ran(shopCsv(3, false, 1000))).map(({ section }) => section))];
    expect(sections).toEqual(["Visits", "Funnel", "Paths", "Return", "What changed"]);
  });

  test.each<Partial<Chosen>>([
    { count: "visit", sequence: "strict" },
    { count: "total", window: 2, windowUnit: "hours" },
    { sequence: "any", funnel: "!error>cart>product?>purchase" },
    { funnel: "[platform=mobile]>cart|payment>purchase", by: "country" },
    { anchor: "to", anchorEvent: "purchase", steps: 3 },
    { anchor: "from", anchorEvent: "cart", least: 0.5, groups: ["mobile", "desktop"] },
    { visits: "day", period: "day" },
    { visits: "customer", period: "week", end: "error" },
    { visits: "given", rules: [] },
    { when: "-", what: "country" },
    { what: "-" },
    { funnel: "nothing>like it" },
  ])("stands with other settings: %j", async (chosen) => {
    expect(readAll(await ran(shopCsv(4, false, 400), chosen))).not.toMatch(NONSENSE);
  });

  test("refuses a funnel that is none, in a sentence", async () => {
    await expect(ran(csvOf(FIVE), { funnel: "a>>b" })).rejects.toThrow("“a>>b” is no funnel.");
  });

  test("its settings accept what they should", () => {
    const { funnel } = journeys.settings;
    expect(["", "a>b", "!x>a|b?>[c<=3]"].every((text) => funnel.accepts(text))).toBe(true);
    expect([">", "a>>b", "[c"].some((text) => funnel.accepts(text))).toBe(false);
  });
});

describe("a bad log", () => {
  test("unordered and missing times, copies, clocks never set and a machine are counted, and none is lost", async () => {
    const lines = ["user_id,event,timestamp"];
    for (let at = 0; at < 300; at++)
      lines.push(`robot,view,2024-01-01 10:00:${String(Math.floor(at / 5)).padStart(2, "0")}`);
    lines.push("a,view,2024-01-02 10:05:00", "a,cart,2024-01-02 10:01:00", "a,cart,2024-01-02 10:01:00");
    lines.push("b,view,", "b,cart,1970-01-01 00:00:07", "b,buy,2024-01-02 09:00:00");
    const { log } = await ran(lines.join("\n"));
    const { account } = log;
    const rows = (rule: string): number => account.flagged.find((one) => one.rule === rule)?.leftOut ?? NaN;
    expect(account).toMatchObject({ rowsRead: 306, bots: { customers: 1, rows: 300 }, duplicates: 1, unordered: 1 });
    expect([rows("untimed"), rows("clock")]).toEqual([1, 1]);
    expect(account.events).toBe(306 - 300 - 2);
    const all = await ran(lines.join("\n"), { rules: [] });
    expect(all.log.account.events).toBe(306);
    const none = await ran(lines.join("\n"), { rules: ["duplicates", "untimed", "clock", "bots"] });
    expect(none.log.account.events).toBe(3);
  });

  test("of one event per customer stands, and says that there are no paths", async () => {
    const single = FIVE.map(([user, event]) => [user, event] as const);
    const text = readAll(await ran(csvOf(single)));
    expect(text).toContain("Every visit has a single event");
    expect(text).not.toMatch(NONSENSE);
  });

  test("without a column of times keeps the file's order and says so", async () => {
    const text = readAll(await ran("user_id,event\na,x\na,y\nb,x\nb,z\na,z\nb,x"));
    expect(text).toContain("No column says when");
    expect(text).not.toMatch(NONSENSE);
  });

  test("with more kinds of events than have a number counts the rest together", async () => {
    const lines = Array.from({ length: 12_000 }, (_, at) => `u${at % 50},screen ${at},2024-01-01 10:00:00,${at % 2}`);
    const { log } = await ran(["user_id,screen,timestamp,kind", ...lines].join("\n"), { what: "screen", rules: [] });
    expect(log.account).toMatchObject({ events: 12_000, other: 2000 });
    expect(log.names.labels).toContain("other events");
  });

  test("in which no row counts is refused with what to do", async () => {
    await expect(ran("user_id,event,timestamp\na,x,\nb,y,")).rejects.toThrow("None of the 2 rows counts");
  });

  test("of a single row that does not count is refused in good English", async () => {
    await expect(ran("user_id,event,timestamp\na,x,")).rejects.toThrow(
      "The only row does not count as an event with these rules.",
    );
  });
});

describe.skipIf(!hasFile(RETAIL) || !hasFile(SHOPPERS) || !hasReference)(
  "real logs (skipped without ../shared)",
  () => {
    test("a shop's events: what broke is found, what only grew is not", async () => {
      const result = await ran(textOf(RETAIL));
      expect(readAll(result)).not.toMatch(NONSENSE);
      const found = result.changes?.found ?? [];
      expect(found[0]).toMatchObject({ property: null, to: "payment_error", period: "2024-05-27", n: 36, own: 217 });
      const everywhere = found.filter(({ property }) => property === null);
      expect(new Set(everywhere.map(({ to }) => to))).toEqual(new Set(["payment_error", "support_chat"]));
      expect(everywhere.every(({ period }) => period >= "2024-05-20" && period <= "2024-06-03")).toBe(true);
    });

    test("sessions with an outcome: the share that bought, by kind of visitor and month", async () => {
      const bought = async (by: string) => {
        const { funnel } = await ran(textOf(SHOPPERS), { funnel: "[Revenue=yes]", count: "visit", by });
        const groups = funnel.breakdown?.groups ?? [];
        return Object.fromEntries(groups.map(({ label, units, reached }) => [label, [units, reached[0]]]));
      };
      const reference = journeysReference().shoppers_intention;
      expect(await bought("VisitorType")).toEqual(reference.by_visitor);
      expect(await bought("Month")).toEqual(reference.by_month);
    });
  },
);
