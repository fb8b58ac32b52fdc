import { beforeAll, describe, expect, it } from "vitest";
import { engagement } from "../../../../src/analyses/engagement";
import { experience } from "../../../../src/analyses/experience";
import { satisfaction } from "../../../../src/analyses/satisfaction";
import type { Engine } from "../../../../src/data/engine";
import { seededRandom } from "../../../../src/math/random";
import type { Treatment } from "../../../../src/workers/contract";
import { nodeEngine } from "../../../node-engine";
import { defaultsOf } from "../../segmentation/defaults";
import { contextOf, datasetOf, PLAIN, putCustomers, WINSORISED, type Columns } from "../../segmentation/desk";
import { expectReadablePage } from "../../segmentation/readable-page";

interface Case {
  readonly label: string;
  readonly customers: number;
  readonly value: (metric: string, index: number) => number;
  readonly metrics: readonly string[];
  readonly k: number;
  readonly treatment: Treatment;
}

const ALL = ["sessions", "duration_s", "traffic_bytes", "tcp_retrans_bytes", "rtt_ms", "throughput_kbps"];
const random = seededRandom(5);
const noise = Array.from({ length: 5000 }, () => random());
const varied = (metric: string, index: number): number =>
  10 + 100 * (noise[(index * 6 + ALL.indexOf(metric)) % 5000] ?? 0) ** 3;

const CASES: readonly Case[] = [
  { label: "one customer", customers: 1, value: varied, metrics: ALL, k: 3, treatment: WINSORISED },
  { label: "two customers", customers: 2, value: varied, metrics: ALL, k: 3, treatment: WINSORISED },
  { label: "equal customers", customers: 50, value: () => 7, metrics: ALL, k: 3, treatment: PLAIN },
  { label: "zeros", customers: 50, value: (_, index) => (index === 0 ? 1 : 0), metrics: ALL, k: 3, treatment: PLAIN },
  { label: "one group", customers: 80, value: varied, metrics: ALL, k: 1, treatment: PLAIN },
  { label: "ten groups", customers: 300, value: varied, metrics: ALL, k: 10, treatment: PLAIN },
  { label: "two metrics", customers: 90, value: varied, metrics: ["sessions", "rtt_ms"], k: 3, treatment: WINSORISED },
  {
    label: "missing values left out",
    customers: 120,
    value: (metric, index) => (metric === "rtt_ms" && index % 4 === 0 ? NaN : varied(metric, index)),
    metrics: ALL,
    k: 3,
    treatment: { ...PLAIN, missing: "drop" },
  },
  {
    label: "outliers left out",
    customers: 200,
    value: (metric, index) => (index === 9 ? 1e9 : varied(metric, index)),
    metrics: ALL,
    k: 3,
    treatment: { ...PLAIN, outliers: { method: "drop" } },
  },
];

describe("the three pages", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
  });

  it.each(CASES)("stay readable with $label", async ({ customers, value, metrics, k, treatment }) => {
    const columns: Columns = Object.fromEntries(
      metrics.map((metric) => [metric, Float64Array.from({ length: customers }, (_, index) => value(metric, index))]),
    );
    await putCustomers(
      engine,
      Array.from({ length: customers }, (_, index) => `customer ${index}`),
      columns,
    );
    const context = contextOf(engine, datasetOf(metrics, customers), treatment);
    const engaged = await engagement.run(context, { ...defaultsOf(engagement.settings), k });
    expectReadablePage(engagement, engaged);
    const experienced = await experience.run(context, { ...defaultsOf(experience.settings), k });
    expectReadablePage(experience, experienced);
    const satisfied = await satisfaction.run(context, defaultsOf(satisfaction.settings));
    expectReadablePage(satisfaction, satisfied);
    const alone = await satisfaction.run(context, { ...defaultsOf(satisfaction.settings), on: "satisfaction", k: 3 });
    expectReadablePage(satisfaction, alone);
    expect(engaged.study.table.sizes.reduce((sum, size) => sum + size, 0)).toBe(engaged.study.segment.rowsUsed);
    expect(satisfied.scored).toBeLessThanOrEqual(
      Math.min(engaged.study.segment.rowsUsed, experienced.study.segment.rowsUsed),
    );
  });

  it("refuse with a sentence when a filter leaves nobody", async () => {
    await putCustomers(engine, [], { sessions: new Float64Array(), rtt_ms: new Float64Array() });
    const context = contextOf(engine, datasetOf(["sessions", "rtt_ms"], 0), PLAIN);
    await expect(engagement.run(context, defaultsOf(engagement.settings))).rejects.toMatchObject({ name: "UserError" });
    await expect(experience.run(context, defaultsOf(experience.settings))).rejects.toMatchObject({ name: "UserError" });
  });

  it("say what is missing where they cannot be made", () => {
    const none = datasetOf([], 10);
    expect(engagement.missing(none)).toContain("data page");
    expect(experience.missing(none)).toContain("round-trip time");
    expect(satisfaction.missing(datasetOf(["sessions"], 10))).toContain("experience");
    expect(satisfaction.missing(datasetOf(ALL, 10))).toBeNull();
  });
});
