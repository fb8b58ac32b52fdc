import { beforeAll, describe, expect, it } from "vitest";
import { sql, type Sql } from "../../../src/data/sql";
import { StoppedError } from "../../../src/data/user-error";
import type { Compute } from "../../../src/workers/contract";
import type { WorkbenchSession } from "../../../src/session/workbench-session";
import { memoryAddress } from "./memory-address";
import { partsInNode, sessionOver, settled } from "./session-in-node";

/** Ends the engine for good: the list is larger than its memory, and it does not look before it writes. */
const POISON: Sql = sql`SELECT len(range(500000000)) AS n`;

describe("a workbench whose engine ends", () => {
  const address = memoryAddress();
  let session: WorkbenchSession;
  let parts: Awaited<ReturnType<typeof partsInNode>>;
  const numbers = (): unknown =>
    session.pages.map(({ id }) => {
      const run = session.run(id).value;
      return run.state === "done" ? [run.page.answer, run.page.cards, run.page.findings] : run;
    });

  const jobs: string[] = [];
  const counted =
    (compute: Compute): Compute =>
    (...asked) => {
      jobs.push(asked[0]);
      return compute(...asked);
    };

  /** A change is followed a moment later. */
  const changed = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settled(session);
  };

  beforeAll(async () => {
    parts = await partsInNode();
    session = sessionOver({ ...parts, compute: counted(parts.compute) }, address);
    await session.openSample("telecom", 5001);
    await settled(session);
  });

  it("notices within the very query, and comes back with the same view and the same numbers", async () => {
    session.setSetting("engagement", "k", 4);
    session.go("experience");
    await changed();
    const [before, hash, profiles, computed] = [numbers(), address.hash(), session.profiles.value.size, jobs.length];
    await expect(parts.engine.query(POISON)).rejects.toBeInstanceOf(StoppedError);
    expect(session.mending.value).toMatch(/restarted/u);
    expect(session.stage.value.name).toBe("ready");
    const run = session.run("experience").value;
    expect(run.state === "running" && run.last !== null, "the last page stays").toBe(true);
    // Asked while there is no table, answered once there is.
    expect((await session.preview(0, 2, null)).rows).toHaveLength(2);
    await expect.poll(() => session.mending.value, { timeout: 30_000 }).toBeNull();
    await settled(session);
    expect(numbers()).toEqual(before);
    expect(address.hash()).toBe(hash);
    expect(session.profiles.value.size).toBe(profiles);
    expect(jobs.slice(0, computed)).toContain("segment");
    const anew = jobs.slice(computed);
    expect(anew, "segments of the same tables are remembered").not.toContain("segment");
    expect(anew).not.toContain("elbow");
    expect((await session.exports.customers("csv")).size).toBeGreaterThan(1000);
  });

  it("refuses a statement that ended the engine twice, in words, and goes on", async () => {
    // It was the end of one engine above.
    await expect(parts.engine.query(POISON)).rejects.toBeInstanceOf(StoppedError);
    await expect.poll(() => session.mending.value, { timeout: 30_000 }).toBeNull();
    await expect(parts.engine.query(POISON)).rejects.toThrow("stopped the engine 2 times");
    await settled(session);
    const states = session.pages.filter(({ onVisit }) => !onVisit).map(({ id }) => session.run(id).value.state);
    expect(states).toEqual(["done", "done", "done", "done"]);
  });

  it("follows a change that was made while the engine was away", async () => {
    const ended = parts.engine.query(sql`SELECT len(range(500000001)) AS n`);
    await expect(ended).rejects.toBeInstanceOf(StoppedError);
    session.setSetting("engagement", "k", 3);
    session.setRole("Handset Type", "none");
    await expect.poll(() => session.mending.value, { timeout: 30_000 }).toBeNull();
    await settled(session);
    expect(session.roles.value.find(({ column }) => column === "Handset Type")?.role).toBe("none");
    expect(session.run("engagement").value.state).toBe("done");
  });

  it("ends while a file is read, and the file is open all the same", async () => {
    await session.close();
    const opening = session.openSample("telecom", 4001);
    await expect.poll(() => session.stage.value.name).toBe("loading");
    await parts.engine.query(sql`SELECT len(range(500000002)) AS n`).catch(() => undefined);
    await opening;
    await settled(session);
    expect(session.opened.value?.rows).toBe(4001);
    await expect.poll(() => session.mending.value).toBeNull();
  });
});

describe("a file that goes away on disk", () => {
  it("is a sentence that names it, and dropping it again keeps the view", async () => {
    const session = sessionOver(await partsInNode(), memoryAddress("data"));
    const text = `customer_id,download (bytes),extra\n${Array.from({ length: 60 }, (_, n) => `c${n % 7},${n},${n * 2}`).join("\n")}\n`;
    const file = new File([text], "sessions.csv");
    await session.open([file]);
    await settled(session);
    session.setSetting("engagement", "k", 4);
    await settled(session);
    const gone = (): never => {
      throw new DOMException("The requested file could not be read", "NotReadableError");
    };
    Object.assign(file, {
      slice: () => ({ arrayBuffer: async () => gone() }),
      arrayBuffer: async () => gone(),
      stream: gone,
    });
    session.setRole("extra", "upload");
    await expect.poll(() => session.stage.value.name, { timeout: 20_000 }).toBe("failed");
    expect(session.stage.value).toMatchObject({ details: null });
    expect(JSON.stringify(session.stage.value)).toMatch(/“sessions\.csv” was changed.*Drop it again/u);
    await session.open([new File([text], "sessions.csv")]);
    await settled(session);
    expect(session.view.value.settings.get("engagement.k") ?? session.view.value.settings.size).toBeTruthy();
    expect(session.roles.value.find(({ column }) => column === "extra")?.role).toBe("upload");
  });
});
