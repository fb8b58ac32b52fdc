import { beforeAll, describe, expect, it } from "vitest";
import { shopTruth } from "../../../src/data/samples/shop-truth";
import type { WorkbenchSession } from "../../../src/session/workbench-session";
import { ended, journeysOver } from "./journeys-in-node";
import { memoryAddress } from "./memory-address";

const ROWS = 60_000;

describe("the shop sample, through the whole workbench", () => {
  const truth = shopTruth(ROWS, 1);
  const address = memoryAddress();
  let session: WorkbenchSession;
  let findings: readonly string[];

  beforeAll(async () => {
    session = await journeysOver(address);
    // Most events of a shop have no price, and are none the less events.
    await session.openSample("shop", ROWS);
    findings = (await ended(session)).findings.map(({ text }) => text);
  }, 150_000);

  it("is labelled synthetic, and leads to its journeys", () => {
    const { view, opened } = session;
    expect(opened.value).toMatchObject({ label: "Synthetic shop sample", synthetic: true, rows: ROWS, columns: 13 });
    expect(opened.value?.fingerprint.sample).toBe(`sample:shop:${ROWS}:1`);
    expect(view.value.page).toBe("journeys");
  });

  it("is understood at the door, where only the copies are set aside", () => {
    const roles = new Map(session.roles.value.map(({ column, role }) => [column, role]));
    expect([roles.get("customer_id"), roles.get("session_id"), roles.get("timestamp")]).toEqual([
      "customer",
      "session",
      "start",
    ]);
    expect(session.dataset.value?.counts).toMatchObject({ rowsRead: ROWS, rowsSetAside: truth.copies });
  });

  it("shows the broken payment as what changed, and nothing of another week", () => {
    const { from, event, next, platform } = truth.broken;
    const changes = findings.filter((text) => text.startsWith("In the week of"));
    expect(changes.some((text) => text.includes(`from “${event}” to “${next}”`))).toBe(true);
    for (const text of changes) expect(text).toContain(`In the week of ${from} (platform ${platform})`);
  });

  it("accounts for the robot, the rows without a time and those out of order", () => {
    const robots = truth.robot?.rows.toLocaleString("en-US");
    expect(findings).toContain(`1 customer with more than 120 events in a minute: ${robots} events left out.`);
    expect(findings.some((text) => text.startsWith(`${truth.untimed} rows left out: no time that can be read`))).toBe(
      true,
    );
    expect(findings).toContain(`${truth.late} rows stood in another order than their times; they were sorted by time.`);
  });

  it("comes back by its link alone, and makes way for another sample", async () => {
    const other = await journeysOver(memoryAddress("data", address.hash()));
    await other.openSample();
    expect(other.opened.value?.fingerprint).toEqual(session.opened.value?.fingerprint);
    await other.openSample("telecom", 2001);
    expect(other.opened.value?.fingerprint).toMatchObject({ rows: 2001, sample: "sample:telecom:2001:1" });
  }, 60_000);
});
