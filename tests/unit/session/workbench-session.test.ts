import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbenchSession } from "../../../src/session/workbench-session";
import { memoryAddress } from "./memory-address";
import { sessionInNode, settled, statesOf } from "./session-in-node";

const USERS = "../shared/data/telecom-xdr/users.csv";

const fileOf = (path: string): File => new File([readFileSync(path)], path.split("/").at(-1) ?? path);

describe("the sample, through the whole workbench", () => {
  const address = memoryAddress();
  let session: WorkbenchSession;
  beforeAll(async () => {
    session = await sessionInNode(address);
    await session.openSample("telecom", 20_001);
    await settled(session);
  });

  it("answers all four pages", () => {
    expect(session.pages.slice(0, 4).map(({ id }) => id)).toEqual([
      "overview",
      "engagement",
      "experience",
      "satisfaction",
    ]);
    expect(statesOf(session)).toEqual(["done", "done", "done", "done"]);
  });

  it("finds the planted traps and counts no row twice", () => {
    const counts = session.dataset.value?.counts;
    expect(counts?.rowsRead).toBe(20_001);
    expect((counts?.rowsKept ?? 0) + (counts?.rowsSetAside ?? 0)).toBe(20_001);
    const affected = new Map(session.ledger.value.map((step) => [step.id, step.affected]));
    expect(affected.get("means-row")).toBe(1);
    expect(affected.get("missing-customer")).toBeGreaterThan(50);
    expect(affected.get("units")).toBeGreaterThan(0);
  });

  it("repeats only what a setting touches, and goes back", async () => {
    const experience = session.run("experience").value;
    session.setSetting("engagement", "k", 4);
    await settled(session);
    expect(session.run("experience").value).toBe(experience);
    expect(address.hash()).toContain("engagement.k=4");
    address.back();
    await settled(session);
    expect(session.view.value.settings.size).toBe(0);
    expect(session.stage.value.name).toBe("ready");
  });

  it("exports every customer, with no score that is zero for want of one", async () => {
    const csv = await (await session.exports.customers("csv")).text();
    const [header = "", ...rows] = csv.trim().split("\r\n");
    expect(rows).toHaveLength(session.dataset.value?.counts.customers ?? -1);
    const at = header.split(",").indexOf("satisfaction_score");
    expect(at).toBeGreaterThan(0);
    const scores = rows.map((row) => row.split(",")[at]);
    expect(scores.every((score) => score === "" || Number(score) > 0)).toBe(true);
    expect((await session.exports.customers("parquet")).size).toBeGreaterThan(1000);
    expect((await (await session.exports.setAside("csv")).text()).split("\r\n")[0]).toContain("reason");
  });

  it("writes a figure's table as Parquet that opens again", async () => {
    const run = session.run("engagement").value;
    const figure = run.state === "done" ? run.page.figures[0] : undefined;
    if (figure === undefined) throw new Error("There is no figure.");
    const other = await sessionInNode(memoryAddress("data"));
    await other.open([new File([await session.exports.table(figure.table)], "figure.parquet")]);
    expect(other.opened.value).toMatchObject({
      rows: figure.table.values[0]?.length,
      columns: figure.table.columns.length,
    });
  });

  it("writes a record that says how the numbers came about", async () => {
    const record = JSON.parse(await session.exports.record().text()) as {
      file: { fingerprint: object };
      pages: { state: string }[];
    };
    expect(record.file.fingerprint).toMatchObject({ rows: 20_001, columns: 55, sample: "sample:telecom:20001:1" });
    expect(record.pages.slice(0, 4).map(({ state }) => state)).toEqual(["done", "done", "done", "done"]);
  });

  it("asks for a customer column rather than guess wrongly, and goes on once it is chosen", async () => {
    session.setRole("MSISDN/Number", "none");
    await expect.poll(() => session.stage.value.name, { timeout: 20_000 }).toMatch(/ready|mapping/u);
    session.setRole("MSISDN/Number", "customer");
    await settled(session);
    expect(session.dataset.value?.counts.customers).toBeGreaterThan(1000);
  });
});

describe.skipIf(!existsSync(USERS))("a table of customers that others made (skipped where ../shared is absent)", () => {
  it("opens users.csv and says what the data lacks", async () => {
    const session = await sessionInNode(memoryAddress("data"));
    await session.open([fileOf(USERS)]);
    await settled(session);
    expect(session.dataset.value?.counts.customers).toBe(106_856);
    expect(session.dataset.value?.grain).toBe("customer");
    expect(statesOf(session)).toEqual(["done", "done", "done", "done"]);
  });
});
