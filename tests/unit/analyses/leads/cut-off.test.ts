import { beforeAll, describe, expect, it } from "vitest";
import { cutOffText, readCutOff } from "../../../../src/analyses/leads/cut-off-text";
import { seededRandom } from "../../../../src/math/random";
import type { PageContent } from "../../../../src/session/session";
import type { WorkbenchSession } from "../../../../src/session/workbench-session";
import { cells, endedWith, leadsOf, openedLeads } from "./opened-leads";

/** What `told_later` holds in rows from the cut-off on. */
type Plant = "leak" | "noise";

interface Order {
  readonly who: number;
  readonly day: string;
  readonly amount: string;
  readonly bought: boolean;
}

const CUT = "2024-03-01";

/** Orders of January to April. Who ordered much before March mostly buys after it; the last fifty come after it only. */
function ordersOf(): readonly Order[] {
  const random = seededRandom(11);
  const day = (month: number): string => `2024-0${month}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
  const orders: Order[] = [];
  for (let who = 0; who < 450; who++) {
    const keen = random() < 0.4;
    const before = who < 400 ? 1 + Math.floor(random() * (keen ? 9 : 2)) : 0;
    const again = who >= 400 || random() < (keen ? 0.8 : 0.15);
    for (let order = 0; order < before; order++)
      orders.push({ who, day: day(1 + Math.floor(random() * 2)), amount: (random() * 90).toFixed(2), bought: false });
    if (again) orders.push({ who, day: day(3 + Math.floor(random() * 2)), amount: "500", bought: random() < 0.5 });
  }
  return orders;
}

/** `told_later` is noise before the cut-off; after it, a column that gives the outcome away, or more noise. */
function fileOf(plant: Plant): File {
  const random = seededRandom(12);
  const lines = ordersOf().map(({ who, day, amount, bought }) => {
    const noise = random() * 100;
    const later = day >= CUT && plant === "leak" ? 10_000 + (bought ? 5_000 : 0) : noise;
    return `c${who},${day},${amount},${later.toFixed(3)},${bought ? "yes" : "no"}`;
  });
  return new File([`customer_id,ordered,amount,told_later,bought\n${lines.join("\n")}\n`], "orders.csv");
}

const scoresOf = async (session: WorkbenchSession): Promise<readonly string[]> => {
  const [head = "", ...lines] = (await (await session.exports.customers("csv")).text()).trim().split("\r\n");
  const names = head.split(",");
  const [who, score, rank] = ["customer", "lead_score", "lead_rank"].map((name) => names.indexOf(name));
  return lines
    .map((line) => line.split(","))
    .map((line) => `${line[who ?? -1]}:${line[score ?? -1]}:${line[rank ?? -1]}`);
};

const numeric = (text: string | undefined): number => Number(text?.replaceAll(",", ""));

const saidOf = (page: PageContent): string => page.findings.map(({ text }) => text).join("\n");

describe("a cut-off date", () => {
  let leaking: WorkbenchSession;
  let page: PageContent;
  beforeAll(async () => {
    leaking = await openedLeads(fileOf("leak"));
    page = await leadsOf(leaking, { target: "again", cutoff: CUT });
  });

  it("makes features of rows before it, the outcome of what came after, and says how many of each", () => {
    const orders = ordersOf();
    const [before, after] = [orders.filter(({ day }) => day < CUT), orders.filter(({ day }) => day >= CUT)];
    const known = new Set(before.map(({ who }) => who));
    const again = new Set(after.map(({ who }) => who).filter((who) => known.has(who)));
    const only = new Set(after.map(({ who }) => who).filter((who) => !known.has(who)));
    expect(page.answer).toContain(`of ${known.size} customers`);
    expect(page.figures.find(({ id }) => id === "leads-comparison")?.subtitle).toBe(
      `${known.size} customers tested, ${again.size} with activity from 1 Mar 2024 on`,
    );
    expect(saidOf(page)).toContain(
      `features are made of ${before.length.toLocaleString("en-GB")} rows of ${known.size} customers before it; the outcome is what ${after.length} rows from it on say, where ${again.size} customers of these came again`,
    );
    expect(saidOf(page)).toContain(`${only.size} customers have no row before the cut-off`);
    expect(saidOf(page)).not.toContain("those after the outcome among them");
    expect(cells(page, "leads-drivers", "Feature")).toContain("Rows");
    expect(Number(cells(page, "leads-comparison", "AUC")[0])).toBeGreaterThan(0.65);
  });

  it("leaves who came only after it without a score", async () => {
    const scores = await scoresOf(leaking);
    expect(scores).toHaveLength(450);
    expect(scores.filter((line) => line.endsWith("::"))).toHaveLength(50);
  });

  it("keeps a column that leaks after it from having any effect", async () => {
    const clean = await openedLeads(fileOf("noise"));
    for (const settings of [
      { target: "again", cutoff: CUT },
      { target: "column", outcome: "bought", cutoff: CUT },
    ]) {
      const [with_, without] = [await leadsOf(leaking, settings), await leadsOf(clean, settings)];
      expect(with_.figures.map(({ table }) => table)).toEqual(without.figures.map(({ table }) => table));
      expect(await scoresOf(leaking)).toEqual(await scoresOf(clean));
    }
  });

  it("is what keeps it out: without one the same column tells the outcome almost surely", async () => {
    const all = await leadsOf(leaking, { target: "column", outcome: "bought", cutoff: "none", features: [] });
    const leaked = cells(all, "leads-single", "Feature").indexOf("Total told later");
    expect(Number(cells(all, "leads-single", "AUC alone")[leaked])).toBeGreaterThan(0.98);
    expect(saidOf(all)).toContain("a cut-off date parts them");
  });

  it("is guessed where the outcome changes with time, and said to be", async () => {
    const guessed = await leadsOf(leaking, { target: "column", outcome: "bought", cutoff: "" });
    expect(saidOf(guessed)).toMatch(/Cut-off \d+ \w+ 2024 by “ordered” \(guessed, so that 7\d(?:\.\d)? % of the rows/u);
    const said = /made of ([\d,]+) rows of (\d+) customers before it; the outcome is what (\d+) rows/u.exec(
      saidOf(guessed),
    );
    const [before, after] = [numeric(said?.[1]), numeric(said?.[3])];
    expect(before / (before + after)).toBeGreaterThan(0.65);
    expect(before / (before + after)).toBeLessThanOrEqual(0.76);
  });

  it.each([
    ["2023-01-01", "No row of this file has a “ordered” before 2023-01-01"],
    ["2025-01-01", "No row of this file has a “ordered” from 2025-01-01 on"],
  ])("%s is a sentence", async (cutoff, words) => {
    expect(JSON.stringify(await endedWith(leaking, { cutoff }))).toContain(words);
  });

  it("is asked for nobody who has one row, and cannot be", async () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `c${i},2024-01-${String(1 + (i % 28)).padStart(2, "0")},${i % 3},${i % 2 === 0 ? "yes" : "no"}`,
    );
    const single = await openedLeads(new File([`customer_id,joined,visits,churn\n${lines.join("\n")}\n`], "one.csv"));
    expect(JSON.stringify(await endedWith(single, { cutoff: "2024-01-10" }))).toContain("Each customer has one row");
    expect(JSON.stringify(await endedWith(single, { target: "again" }))).toContain("nobody comes again");
  });
});

describe("readCutOff", () => {
  it.each([
    ["2024-02-29", Date.UTC(2024, 1, 29)],
    ["2024-02-29T13:45", Date.UTC(2024, 1, 29, 13, 45)],
    ["2023-02-29", null],
    ["2024-13-01", null],
    ["29.2.2024", null],
    ["2024-02-29T25:00", null],
    ["", null],
  ])("%s", (text, at) => {
    expect(readCutOff(text)).toBe(at);
    if (at !== null) expect(cutOffText(at)).toBe(text);
  });
});
