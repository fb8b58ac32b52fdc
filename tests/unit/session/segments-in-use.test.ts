import { beforeAll, describe, expect, it } from "vitest";
import { metricFeature } from "../../../src/data/table/feature-specs";
import { StoppedError } from "../../../src/data/user-error";
import type { WorkbenchSession } from "../../../src/session/workbench-session";
import { featureText } from "../../../src/view/feature-text";
import { encodeText } from "../../../src/view/link-text";
import { NO_FILTERS, type Filters } from "../../../src/view/view";
import { deadlyQuery } from "./deadly-query";
import { memoryAddress } from "./memory-address";
import { partsInNode, sessionOver, settled } from "./session-in-node";

/** How much customer number `no` uses: of 60, 30 little, 20 much, 10 very much, in no order. */
const kindOf = (no: number): number => (no % 6 === 0 ? 2 : no % 3 === 1 ? 1 : 0);
const keyOf = (no: number): string => `c${String((no * 37) % 60).padStart(2, "0")}`;
const KIND = new Map(Array.from({ length: 60 }, (_, no) => [keyOf(no), kindOf(no)]));

/** One to three sessions of each customer, of two makers, whose filter leaves every other customer. */
const FILE = [
  "MSISDN,Dur. (s),Total DL (Bytes),Total UL (Bytes),Handset Manufacturer",
  ...Array.from({ length: 60 }, (_, no) =>
    Array.from({ length: 1 + (no % 3) }, (_, session) => {
      const size = ([1, 20, 400][kindOf(no)] ?? 0) * (1 + ((no * 7 + session * 3) % 11) / 50);
      return [keyOf(no), 100 * size, 1e6 * size, 2e5 * size, no % 4 < 2 ? "Aurora" : "Borealis"].join(",");
    }),
  ).flat(),
].join("\n");

const FEATURE = encodeText(featureText({ ...metricFeature("traffic_bytes"), transform: "log1p" }));
const LAB = `segments.features=${FEATURE}&segments.k=3&segments.restarts=2&engagement.restarts=2`;

const file = (): File => new File([`${FILE}\n`], "sessions.csv");

/** Every customer of the export with its segment and the segment's name, by the customer's key. */
async function exported(session: WorkbenchSession): Promise<ReadonlyMap<string, readonly string[]>> {
  const csv = await (await session.exports.customers("csv")).text();
  const [head = [], ...rows] = csv
    .trim()
    .split("\r\n")
    .map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u));
  const [segment, name] = [head.indexOf("segment"), head.indexOf("segment_name")];
  return new Map(rows.map((row) => [row[head.indexOf("customer")] ?? "", [row[segment] ?? "", row[name] ?? ""]]));
}

/** Each customer of these kinds, and nobody else, in the segment of its kind. */
function expectKinds(found: ReadonlyMap<string, readonly string[]>, ...kinds: readonly number[]): void {
  const wanted = [...KIND].filter(([, kind]) => kinds.includes(kind)).map(([key, kind]) => [key, String(kind)]);
  const pairs = [...found].map(([key, [segment = ""]]) => [key, segment]);
  expect(pairs.toSorted()).toEqual(wanted.toSorted());
  expect(new Set([...found.values()].map(([, name]) => name)).size).toBe(kinds.length);
}

/** A change is followed a moment later. */
async function changed(session: WorkbenchSession): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await settled(session);
}

const shown = (session: WorkbenchSession, page: string): string => {
  const run = session.run(page).value;
  if (run.state === "done") return run.page.answer;
  return "last" in run && run.last !== null ? run.last.answer : run.state;
};

type Row = readonly (string | number | null)[];

/** The rows of a figure's table. */
function tableOf(session: WorkbenchSession, figure: string, page = "overview"): readonly Row[] {
  const run = session.run(page).value;
  const values = run.state === "done" ? run.page.figures.find(({ id }) => id === figure)?.table.values : undefined;
  return Array.from(values?.[0] ?? [], (_, row) => (values ?? []).map((column) => column[row] ?? null));
}

describe("segments in use on every page, opened by a link", () => {
  const address = memoryAddress("overview", `#v=1&${LAB}&segments.use=on&segment=1`);
  let parts: Awaited<ReturnType<typeof partsInNode>>;
  let session: WorkbenchSession;
  const filter = async (filters: Partial<Filters>): Promise<void> => {
    session.setFilters({ ...NO_FILTERS, ...filters });
    await changed(session);
  };

  beforeAll(async () => {
    parts = await partsInNode();
    session = sessionOver(parts, address);
    await session.open([file()]);
    await settled(session);
  });

  it("leaves the customers of the segment to all pages, and everybody to the lab", async () => {
    expect(session.linkProblems.value).toEqual([]);
    expect(session.dataset.value?.counts).toMatchObject({ customers: 20, rowsKept: 120, rowsFiltered: 80 });
    expect(shown(session, "overview")).toMatch(/^20 customers/u);
    expect(shown(session, "segments")).toMatch(/^60 customers/u);
    expect(session.segments.value.listed?.map(({ segment, customers }) => [segment, customers])).toEqual([
      [0, 30],
      [1, 20],
      [2, 10],
    ]);
    expect(session.segments.value.note).toBeNull();
    expect(address.hash()).toContain("segment=1");
    expectKinds(await exported(session), 1);
  });

  it("says on the overview how many are in each segment, and who of those listed is in which", async () => {
    await filter({});
    const [sizes, customers] = [tableOf(session, "segments"), tableOf(session, "customers")];
    expect(sizes.map(([, count]) => count)).toEqual([30, 20, 10]);
    const names = sizes.map(([name]) => name);
    expect(customers).toHaveLength(60);
    const inItsKind = ([key, name]: Row): boolean => names.indexOf(name) === KIND.get(String(key));
    expect(customers.every(inItsKind)).toBe(true);
    const longest = tableOf(session, "engagement-top-duration_s", "engagement").map(([, key = "", name = ""]) => [
      key,
      name,
    ]);
    expect(longest.length > 5 && longest.every(inItsKind)).toBe(true);
    await filter({ segments: [1] });
    expect(tableOf(session, "segments").map(([name, count]) => [name, count])).toEqual([[names[1], 20]]);
  });

  it("follows another segment without asking the lab again, and goes back", async () => {
    await expect.poll(() => session.run("segments").value.state, { timeout: 20_000 }).toBe("done");
    const lab = session.run("segments").value;
    await filter({ segments: [0, 2] });
    expect(shown(session, "overview")).toMatch(/^40 customers/u);
    expectKinds(await exported(session), 0, 2);
    await filter({});
    expectKinds(await exported(session), 0, 1, 2);
    expect(session.run("segments").value).toBe(lab);
    address.back();
    await changed(session);
    expectKinds(await exported(session), 0, 2);
    expect(session.view.value.filters.segments).toEqual([0, 2]);
    expect(session.run("segments").value).toBe(lab);
  });

  it("finds who is in which segment by the file's own ids, whatever other filters number anew", async () => {
    await filter({ segments: [0], makers: ["Borealis"] });
    const found = await exported(session);
    expect(found.size).toBe(session.dataset.value?.counts.customers);
    // The segments of half of the customers are their own, made anew.
    expect([...found.keys()].every((key) => KIND.get(key) === 0)).toBe(true);
    const all = [...KIND].filter(([, kind]) => kind === 0).length;
    expect(found.size).toBe(all / 2);
    await filter({ segments: [1] });
    expectKinds(await exported(session), 1);
  });

  it("does both steps again when the lab is set otherwise", async () => {
    session.setSetting("segments", "names", ["kmeans-3:1:My own"]);
    await changed(session);
    expect(new Set([...(await exported(session)).values()].map(String))).toEqual(new Set(["1,My own"]));
    expect(session.segments.value.listed?.[1]?.name).toBe("My own");
    session.setSetting("segments", "k", 2);
    await changed(session);
    const found = await exported(session);
    expect(found.size).toBe(session.segments.value.listed?.[1]?.customers);
    expect(new Set([...found.values()].map(([segment]) => segment))).toEqual(new Set(["1"]));
    const kinds = new Set([...found.keys()].map((key) => KIND.get(key)));
    expect([...KIND].filter(([, kind]) => kinds.has(kind))).toHaveLength(found.size);
  });

  it("says so when a segment that is asked for is not there, or none is in use", async () => {
    await filter({ segments: [1, 2] });
    expect(session.segments.value.note).toMatch(/a segment number 2, .*numbered 0 to 1\)/u);
    await filter({ segments: [7] });
    expect(session.dataset.value?.counts.customers).toBe(60);
    expect((await exported(session)).size).toBe(60);
    session.setSetting("segments", "k", 3);
    await filter({ segments: [1] });
    expect(session.segments.value.note).toBeNull();
    expect(session.dataset.value?.counts.customers).toBe(20);
    session.setSetting("segments", "use", false);
    await changed(session);
    expect(session.segments.value).toMatchObject({
      listed: null,
      note: expect.stringContaining("Switch on") as string,
    });
    expect(session.dataset.value?.counts.customers).toBe(60);
    expect(shown(session, "overview")).toMatch(/^60 customers/u);
    address.back();
    await changed(session);
    expectKinds(await exported(session), 1);
  });

  it("comes back with the same tables after the engine ended", async () => {
    await expect(parts.engine.query(deadlyQuery(3))).rejects.toBeInstanceOf(StoppedError);
    expect(shown(session, "overview")).toMatch(/^20 customers/u);
    await expect.poll(() => session.mending.value, { timeout: 30_000 }).toBeNull();
    await settled(session);
    expectKinds(await exported(session), 1);
    expect(shown(session, "overview")).toMatch(/^20 customers/u);
  });

  it("ends the wait of all pages when the lab is stopped before it knows", async () => {
    await expect.poll(() => session.run("segments").value.state, { timeout: 20_000 }).toBe("done");
    session.setSetting("segments", "seed", 5);
    const watching = session.run("segments").subscribe(({ state }) => {
      if (state === "running") queueMicrotask(() => session.stopRun("segments"));
    });
    await changed(session);
    watching();
    expect(session.segments.value).toMatchObject({
      listed: null,
      note: expect.stringContaining("could not") as string,
    });
    expect(session.dataset.value?.counts.customers).toBe(60);
    session.runAgain("segments");
    await expect.poll(() => session.dataset.value?.counts.customers, { timeout: 20_000 }).toBe(20);
    await settled(session);
    expectKinds(await exported(session), 1);
  });

  it("is asked of the next file too, whose segments are its own", async () => {
    const half = FILE.split("\n").filter((row, place) => place === 0 || row.endsWith("Borealis"));
    await session.open([new File([`${half.join("\n")}\n`], "half.csv")]);
    await settled(session);
    const found = await exported(session);
    expect([...found.keys()].every((key) => KIND.get(key) === 1)).toBe(true);
    expect(found.size).toBe(10);
  });
});
