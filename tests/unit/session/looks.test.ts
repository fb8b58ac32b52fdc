import { beforeAll, describe, expect, it } from "vitest";
import type { Look } from "../../../src/charts/figure";
import { fromHash } from "../../../src/view/from-hash";
import type { PageContent } from "../../../src/session/session";
import type { WorkbenchSession } from "../../../src/session/workbench-session";
import { shopCsv } from "../behaviour/a-shop";
import { ended, journeysOver } from "./journeys-in-node";
import { memoryAddress } from "./memory-address";

/** A figure's table as rows by heading. */
function rowsOf({ figures }: PageContent, id: string): readonly Record<string, string | number | null>[] {
  const table = figures.find((figure) => figure.id === id)?.table;
  if (table === undefined) return [];
  const length = table.values[0]?.length ?? 0;
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(table.columns.map(({ label }, at) => [label, table.values[at]?.[row] ?? null])),
  );
}

describe("looks from what changed, through the whole workbench", () => {
  const address = memoryAddress();
  let session: WorkbenchSession;
  let before: PageContent;
  let looks: readonly Look[];

  const lookOf = (text: RegExp): Look => {
    const finding = before.findings.find((one) => text.test(one.text));
    if (finding?.look === undefined) throw new Error(`No finding says ${String(text)}.`);
    return finding.look;
  };

  beforeAll(async () => {
    session = await journeysOver(address);
    await session.open([new File([shopCsv(1, true, 3000)], "shop.csv")]);
    session.go("journeys");
    before = await ended(session);
    looks =
      before.figures.find(({ id }) => id === "journeys-changes")?.table.looks?.filter((look) => look !== null) ?? [];
  }, 60_000);

  it("every finding and every row has one, to a card that is there", () => {
    expect(looks).toHaveLength(rowsOf(before, "journeys-changes").length);
    expect(looks.length).toBeGreaterThan(0);
    const there = before.figures.map(({ id }) => id);
    const wanted = [...looks, ...before.findings.map(({ look }) => look)].map((look) => look?.figure);
    expect(wanted.filter((figure) => figure === undefined || !there.includes(figure))).toEqual([]);
  });

  it("its address is the view that taking it leads to", () => {
    for (const look of looks) {
      const href = session.looks.href("journeys", look);
      const read = fromHash(new URL(href).hash, { pages: session.pages, steps: [], isRole: () => false }, "journeys");
      // Names of events and groups are cells of the file: the address stays without them.
      for (const problem of read.problems) expect(problem).toMatch(/without its setting/u);
      expect(session.looks.take("journeys", look)).toBe(true);
      expect(session.looks.take("journeys", look)).toBe(false);
      expect(session.link(false).href).toBe(href);
      expect(read.view.page).toBe("journeys");
      address.back();
    }
  });

  it("a move that changed on mobile: its card has the very numbers of the sentence", async () => {
    const [change] = rowsOf(before, "journeys-changes");
    expect(change).toMatchObject({ From: "payment", Where: "platform mobile" });
    const look = lookOf(/platform mobile/u);
    expect(look.figure).toBe("journeys-compared");
    session.looks.take("journeys", look);
    const cells = rowsOf(await ended(session, before), "journeys-compared");
    const cell = cells.find(({ From, To }) => From === change?.["From"] && To === change?.["To"]);
    expect(cell?.["mobile"]).toBeCloseTo(Number(change?.["Then"]), 12);
    address.back();
  }, 30_000);

  it("settings that a page does not have, or refuses, are left alone", () => {
    const nonsense = { settings: { nothing: 1, window: -5, funnel: "!" }, figure: "journeys-funnel" };
    expect(session.looks.take("journeys", nonsense)).toBe(false);
    expect(() => session.looks.take("nowhere", nonsense)).toThrow(RangeError);
  });

  it("says what each column was taken for, and what a funnel can be made of", () => {
    const roles = new Map(session.columnRoles("journeys")?.map((role) => [role.setting, role]));
    expect(roles.get("what")).toMatchObject({ guessed: "event", why: "Its name says “event”.", sure: true });
    expect(roles.get("when")?.columns).toEqual(["timestamp"]);
    expect(roles.get("quantity")).toMatchObject({ guessed: null, sure: true });
    expect(before.funnels).toMatchObject({ guess: "product>cart>purchase", properties: ["platform", "country"] });
    expect(before.funnels?.events.map(({ label }) => label)).toContain("payment");
  });
});
