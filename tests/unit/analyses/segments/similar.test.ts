import { beforeAll, describe, expect, it } from "vitest";
import type { Figure } from "../../../../src/charts/figure";
import { seededRandom } from "../../../../src/math/random";
import type { PageContent } from "../../../../src/session/session";
import type { WorkbenchSession } from "../../../../src/session/workbench-session";
import { labOf, openedLab } from "./opened-lab";

/** Customers c0 … c199 by visits and plan; c1 and c2 are the same as c0, c3 is beside them, c4 and c5 are a bit farther, equally. */
function shop(): File {
  const random = seededRandom(5);
  const lines = ["customer_id,Visits,Spending,plan"];
  const first = ["20,100,plus", "20,100,plus", "20,100,plus", "21,100,plus", "23,100,plus", "17,100,plus"];
  for (let i = 0; i < 200; i++)
    lines.push(
      `c${i},${first[i] ?? `${Math.round(random() * 60)},${Math.round(random() * 400)},${random() < 0.5 ? "basic" : "plus"}`}`,
    );
  return new File([`${lines.join("\n")}\n`], "shop.csv");
}

const column = (figure: Figure | undefined, label: string): readonly unknown[] => {
  const place = figure?.table.columns.findIndex((one) => one.label === label) ?? -1;
  return [...(figure?.table.values[place] ?? [])];
};

describe("similar customers", () => {
  let session: WorkbenchSession;
  let page: PageContent;
  const likeThose = async (
    places: readonly number[],
    signal = new AbortController().signal,
  ): Promise<Figure | undefined> => {
    const picked = new Uint8Array(page.customers?.length ?? 0);
    for (const place of places) picked[place] = 1;
    return (await page.pickedMore?.(picked, signal))?.[0];
  };
  beforeAll(async () => {
    session = await openedLab(shop());
    page = await labOf(session, { k: 3, features: ["Visits", "Spending", "plan~one-hot"] });
  });

  it("of one are the nearest with their reasons, ties as ties and equal ones said", async () => {
    const figure = await likeThose([0]);
    expect(figure?.section).toBe("Similar customers");
    expect(figure?.title).toBe("2 others are the same as “c0” in every feature");
    expect(column(figure, "Who").slice(0, 3)).toEqual(["c1", "c2", "c3"]);
    expect(column(figure, "Place").slice(0, 3)).toEqual(["1 =", "1 =", "3"]);
    expect(column(figure, "Distance").slice(0, 2)).toEqual([0, 0]);
    const at = ["c4", "c5"].map((who) => column(figure, "Who").indexOf(who));
    expect(new Set(at.map((row) => column(figure, "Place")[row])).size).toBe(1);
    expect(String(column(figure, "Place")[at[0] ?? -1])).toMatch(/ =$/u);
    expect(String(column(figure, "Alike in (others so near)")[2])).toMatch(/Spending 100 both \([\d.]+ %\)/u);
    expect(column(figure, "Apart in (of the distance)")[2]).toBe("Visits 21, not 20 (100 %)");
    expect(column(figure, "Nearer than")[2]).toBe(196 / 199);
    expect(column(figure, "Apart in (of the distance)")[0]).toBe("nothing");
  });

  it("say what they differ in, in their own units", async () => {
    const figure = await likeThose([150]);
    const all = column(figure, "Apart in (of the distance)").map(String).join("\n");
    expect(all).toMatch(/(?:Visits|Spending) [\d,]+, not [\d,]+ \([\d.]+ %\)/u);
    expect(column(figure, "Who")).toHaveLength(10);
    expect(figure?.subtitle).toContain("The nearest 10 of 199 other customers in 3 features");
  });

  it("are as many as the setting says, in the link, and those picked out stay", async () => {
    const before = page.customers;
    page = await labOf(session, { similar: 25 });
    expect(column(await likeThose([0]), "Who")).toHaveLength(25);
    expect(session.link(false).href).toContain("segments.similar=25");
    expect([...(page.customers ?? [])]).toEqual([...(before ?? [])]);
    page = await labOf(session, { similar: 10 });
  });

  it("of a group are those outside who are nearest to its middle in its own spread", async () => {
    const figure = await likeThose([0, 1, 3, 4, 5, 2, 6, 7, 8, 9, 10, 11]);
    expect(figure?.title).toMatch(
      /^(?:\d+ others? (?:is|are)|Nobody outside is) as near to the group's middle as nine tenths/u,
    );
    expect(figure?.subtitle).toContain("The nearest 10 of 188 outside the group of 12 customers");
    expect(column(figure, "Who")).not.toContain("c0");
    const said = Number(/^(\d+) others/u.exec(figure?.title ?? "")?.[1] ?? 0);
    const shares = column(figure, "Of the group's own 90 %").map(Number);
    expect(shares.filter((share) => share <= 1)).toHaveLength(Math.min(10, said));
    expect(figure?.caution).toBeUndefined();
    expect(String(column(figure, "Alike in (others so near)")[0])).toMatch(
      /(?:Visits|Spending) [\d,]+, the group [\d.,]+ \(|plan \w+, the group mostly \w+ \(/u,
    );
  });

  it("warn of a group of a few, and find nobody where all are in it", async () => {
    expect((await likeThose([0, 7]))?.caution).toContain("only 2 customers");
    const all = await likeThose(Array.from({ length: 200 }, (_, place) => place));
    expect(all?.title).toContain("nobody is left");
  });

  it("are no longer looked for once somebody else is picked out", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(likeThose([33], stop.signal)).rejects.toThrow(/cancelled/u);
  });
});
