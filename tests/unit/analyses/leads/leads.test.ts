import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../../../src/math/random";
import type { WorkbenchSession } from "../../../../src/session/workbench-session";
import { cells, endedWith, leadsOf, openedLeads } from "./opened-leads";

/** In the order of customer_no. */
const keyOf = (place: number): string => `c${String(place).padStart(3, "0")}`;

/** Customers of whom those with many visits mostly buy; the channel helps a little, the noise not at all. */
function shop(): string {
  const random = seededRandom(3);
  const lines = ["customer_id,visits,channel,noise,joined,Purchased,purchase_label"];
  for (let i = 0; i < 600; i++) {
    const visits = Math.floor(random() * 40);
    const channel = random() < 0.5 ? "mail" : "ads";
    const odds = 0.25 * (visits - 25) + (channel === "mail" ? 1 : 0);
    const buys = random() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no";
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    lines.push(
      `${keyOf(i)},${visits},${channel},${random().toFixed(4)},${day},${buys},${buys === "yes" ? "buyer" : "looker"}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

const fileOf = (name: string, text: string): File => new File([text], name);

describe("leads of a shop", () => {
  let session: WorkbenchSession;
  beforeAll(async () => {
    session = await openedLeads(fileOf("shop.csv", shop()));
  });

  it("guesses the outcome, leaves its copy and the id out, and finds what drives it", async () => {
    const page = await leadsOf(session);
    expect(page.answer).toMatch(/^Contact the best 200 of 600 customers: expect 1\d\d with Purchased = (?:true|yes)/u);
    expect(cells(page, "leads-drivers", "Feature")[0]).toBe("visits");
    expect([...cells(page, "leads-drivers", "Feature")].toSorted()).toEqual(["channel", "noise", "visits"]);
    expect(Number(cells(page, "leads-drivers", "At least (95 %)")[0])).toBeGreaterThan(0.1);
    const noise = cells(page, "leads-drivers", "Feature").indexOf("noise");
    expect(Number(cells(page, "leads-drivers", "At least (95 %)")[noise])).toBeLessThan(0.01);
    expect(JSON.stringify(page.findings)).toContain("“purchase label” says the same as the outcome");
    const [auc, one, base] = cells(page, "leads-comparison", "AUC").map(Number);
    expect(auc).toBeGreaterThan(0.85);
    expect(one).toBeGreaterThan(0.8);
    expect(base).toBeCloseTo(0.5, 1);
  });

  it("draws whom each threshold finds, with chance and intervals", async () => {
    const page = await leadsOf(session);
    const auc = Number(cells(page, "leads-comparison", "AUC")[0]);
    const taken = cells(page, "leads-roc", "Taken").map(Number);
    const [found, falsely] = [cells(page, "leads-roc", "Found (recall)"), cells(page, "leads-roc", "Taken falsely")];
    const area = taken.reduce((sum, _, at) => {
      const [x, y] = at === 0 ? [0, 0] : [Number(falsely[at - 1]), Number(found[at - 1])];
      return sum + ((Number(falsely[at]) - x) * (Number(found[at]) + y)) / 2;
    }, 0);
    expect(area).toBeCloseTo(auc, 3);
    expect(taken.at(-1)).toBe(600);
    expect(page.figures.find(({ id }) => id === "leads-roc")?.title).toMatch(/chance 0\.5$/u);
    const precision = page.figures.find(({ id }) => id === "leads-precision");
    expect(precision?.title).toMatch(/^Average precision 0\.\d+ \(95 % 0\.\d+ to 0\.\d+\), chance 0\.\d+$/u);
    expect(precision?.subtitle).toMatch(/^600 customers, each told by a model that never saw it; \d+ with/u);
    expect(cells(page, "leads-precision", "Have it (precision)").at(-1)).toBeCloseTo(
      Number(precision?.title.match(/chance (.+)$/u)?.[1]),
      2,
    );
  });

  it.each(["leads-capacity", "leads-calibration", "leads-lift"])("counts whole customers in %s", async (id) => {
    const { table } = (await leadsOf(session)).figures.find((figure) => figure.id === id) ?? {};
    const counts = (table?.columns ?? []).flatMap(({ format }, at) => (format === "count" ? [table?.values[at]] : []));
    expect(counts.length).toBeGreaterThan(1);
    for (const values of counts) expect([...(values ?? [])].every(Number.isInteger)).toBe(true);
  });

  it("plans what contacting the best finds, and counts it as it came about", async () => {
    const page = await leadsOf(session, { contacts: 100 });
    const at = cells(page, "leads-capacity", "Contacted").indexOf(100);
    const expected = Number(cells(page, "leads-capacity", "Expected")[at]);
    const [low, high] = ["At least (95 %)", "At most (95 %)"].map((label) =>
      Number(cells(page, "leads-capacity", label)[at]),
    );
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    expect(expected).toBeGreaterThan(1.5 * Number(cells(page, "leads-capacity", "Expected by chance")[at]));
    const text = await (await session.exports.customers("csv")).text();
    const [head = [], ...lines] = text
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    const rank = head.indexOf("lead_rank");
    const best = lines.filter((line) => Number(line[rank]) <= 100).map((line) => line[head.indexOf("customer")]);
    const bought = new Set(
      shop()
        .split("\n")
        .filter((line) => line.includes(",yes,"))
        .map((line) => line.split(",")[0]),
    );
    expect(best).toHaveLength(100);
    expect(Math.abs(best.filter((who) => bought.has(who)).length - expected)).toBeLessThanOrEqual(1);
    await leadsOf(session, { contacts: 200 });
  });

  it.each(["logistic", "boosting"] as const)(
    "gives reasons of the best that add up to their scores (%s)",
    async (model) => {
      const page = await leadsOf(session, { model });
      const picked = new Uint8Array(600);
      const first = String(cells(page, "leads-top", "Who")[0]);
      picked[Number(first.slice(1))] = 1;
      const [figure] = page.picked(picked);
      expect(figure?.title).toContain("rank 1 of 600");
      const added = [...(figure?.table.values[2] ?? [])].map(Number).reduce((sum, one) => sum + one, 0);
      const mean = Number(/mean of (-?[\d.]+);/u.exec(figure?.subtitle ?? "")?.[1]);
      const score = Number(/; ([\d.]+) % before correction$/u.exec(figure?.subtitle ?? "")?.[1]) / 100;
      expect(1 / (1 + Math.exp(-(mean + added)))).toBeCloseTo(score, 2);
      expect(String(cells(page, "leads-top", "What speaks most, for (+) or against (-)")[0])).toMatch(
        /visits \d+ \(\+/u,
      );
    },
  );

  it("says of others that they are not explained, and of several how they score", async () => {
    const page = await leadsOf(session);
    const last = new Uint8Array(600);
    const names = new Set(cells(page, "leads-top", "Who"));
    last[Array.from({ length: 600 }, (_, i) => keyOf(i)).findIndex((who) => !names.has(who))] = 1;
    expect(page.picked(last)[0]?.subtitle).toContain("reasons are computed for the best 50 only");
    last.fill(1, 0, 30);
    expect(page.picked(last)[0]?.subtitle).toBe("30 customers");
  });

  it("tests on later customers", async () => {
    const page = await leadsOf(session, { split: "time" });
    expect(page.figures.find(({ id }) => id === "leads-comparison")?.subtitle).toContain("500 customers tested");
    expect(JSON.stringify(page.findings)).toContain("only learned from");
    await leadsOf(session, { split: "random" });
  });

  it("takes the other value, other outcomes and other features", async () => {
    expect(
      (await leadsOf(session, { outcome: "channel", wanted: "mail", features: ["visits", "noise"] })).answer,
    ).toContain("channel = mail");
    expect((await leadsOf(session, { outcome: "", wanted: "", features: [] })).answer).toContain("Purchased");
  });

  it.each([
    [{ outcome: "nowhere" }, "This file has no column “nowhere”"],
    [{ outcome: "noise" }, "has more than 30 different values"],
    [{ outcome: "channel", wanted: "fax" }, "“channel” is never “fax”"],
    [{ outcome: "customer_id" }, "holds ids, no outcome"],
    [{ features: ["nothing"] }, "None of these features"],
    [{ time: "visits", split: "time" }, "“visits” holds no times"],
  ])("%o is a sentence", async (settings, words) => {
    const run = await endedWith(session, settings);
    expect(run).toMatchObject({ state: "failed", message: expect.stringContaining(words) as string });
    await leadsOf(session, { outcome: "", wanted: "", features: [], split: "random", time: "" });
  });
});

describe("bad input", () => {
  const rows = (line: (i: number) => string): string => Array.from({ length: 40 }, (_, i) => line(i)).join("\n");
  it.each([
    ["no outcome", `customer_id,a,b\n${rows((i) => `${i},${i * 1.5},${i % 7}`)}`, "failed", "No column's name says"],
    [
      "few",
      `customer_id,a,churn\n${rows((i) => `${i},${(i * 7) % 11},${i < 3 ? "yes" : "no"}`)}`,
      "failed",
      "Only 3 customers have churn = true: too few",
    ],
    [
      "five rows",
      `customer_id,a,churn\n1,2,yes\n2,3,no\n3,4,yes\n4,1,no\n5,2,no`,
      "impossible",
      "Only 5 customers are there, too few to learn from and to test on; at least 20 are needed. Open a file with more customers.",
    ],
    [
      "nobody who came again",
      `customer_id,seen\n${rows((i) => `${i},2024-01-01 08:00:00\n${i},2024-01-01 09:00:00`)}\nx,2024-03-01 08:00:00\nx,2024-03-02 08:00:00`,
      "failed",
      "None of the customers have activity from 2 Jan 2024 on, so there is nothing to tell apart.",
    ],
  ])("%s is a sentence", async (_name, text, state, words) => {
    const run = await endedWith(await openedLeads(fileOf("bad.csv", `${text}\n`)));
    expect(run.state).toBe(state);
    expect(JSON.stringify(run)).toContain(words);
  });

  it("an outcome that is always the same, or a wanted value that must be asked for, says so", async () => {
    const text = `customer_id,a,same,tier\n${rows((i) => `${i},${i * 1.5},on,${["gold", "tin", "lead"][i % 3] ?? ""}`)}\n`;
    const session = await openedLeads(fileOf("same.csv", text));
    expect(JSON.stringify(await endedWith(session, { outcome: "same" }))).toContain("wherever it is known");
    const asked = JSON.stringify(await endedWith(session, { outcome: "tier" }));
    expect(asked).toContain("none of them is plainly the wanted one");
    expect(asked).toContain("“gold”, “lead”, “tin”");
  });
});
