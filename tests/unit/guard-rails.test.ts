import { beforeAll, describe, expect, it } from "vitest";
import { engagement } from "../../src/analyses/engagement";
import { experience } from "../../src/analyses/experience";
import { overview } from "../../src/analyses/overview";
import { satisfaction } from "../../src/analyses/satisfaction";
import { buildClean, type Clean } from "../../src/data/clean/build-clean";
import { applyFilters } from "../../src/data/customers/apply-filters";
import type { Dataset } from "../../src/data/dataset";
import { derive } from "../../src/data/derive";
import { numbers, single, texts, type Engine } from "../../src/data/engine";
import { scoredCustomers } from "../../src/data/export/tables";
import { toCsv } from "../../src/data/export/csv";
import { sql } from "../../src/data/sql";
import { seededRandom } from "../../src/math/random";
import { clusterReadings } from "../../src/segmentation/readings";
import { NO_FILTERS } from "../../src/view/view";
import { directCompute } from "../../src/workers/direct-compute";
import { nodeEngine } from "../node-engine";
import { defaultsOf } from "./segmentation/defaults";
import { contextOf, datasetOf, PLAIN, putCustomers, putTable, WINSORISED } from "./segmentation/desk";

/** The ten real mistakes of published analyses of such data. Each test plants one and sees it flagged or prevented. */
describe("guard rails", () => {
  /** For customers written by hand. */
  let engine: Engine;
  /** For files that go through the real door. */
  let door: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
    door = await nodeEngine();
  });

  const ROLES = {
    customer: "customer",
    seconds: "duration",
    down: "download",
    up: "upload",
    rtt: "rtt",
    speed: "throughput",
  } as const;

  /** Sessions as text, as a CSV brings them, through the real cleaning. */
  async function cleaned(
    sessions: readonly (readonly (string | null)[])[],
  ): Promise<{ clean: Clean; dataset: Dataset }> {
    const labels = Object.keys(ROLES);
    await door.query(sql`DROP TABLE IF EXISTS raw`);
    await putTable(
      door,
      "raw",
      Object.fromEntries(labels.map((label, index) => [label, sessions.map((row) => row[index] ?? null)])),
    );
    const clean = await buildClean(door, {
      table: "raw",
      roles: Object.entries(ROLES).map(([column, role]) => ({ column, role, confidence: 1, why: "chosen by you" })),
      stepsOff: [],
      load: {
        table: "raw",
        rows: sessions.length,
        rejected: 0,
        rejectSamples: [],
        notes: [],
        columns: labels.map((label) => ({ name: label, type: "VARCHAR" })),
      },
    });
    return { clean, dataset: await applyFilters(door, clean, NO_FILTERS) };
  }

  /** `count` sessions of ordinary customers with 1 to 3 sessions each. */
  function ordinary(count: number, seed = 7): (string | null)[][] {
    const random = seededRandom(seed);
    return Array.from({ length: count }, (_, index) => [
      `33600000${String(100 + (index % Math.ceil(count / 2)))}`,
      String(1000 + Math.floor(random() * 9000)),
      String(1e6 + Math.floor(random() * 9e6)),
      String(1e5 + Math.floor(random() * 9e5)),
      String(20 + Math.floor(random() * 80)),
      String(100 + Math.floor(random() * 5000)),
    ]);
  }

  it("1: a session without a customer never becomes the number one customer", async () => {
    const nobody = [null, "\\N", "nan", "", "NULL"].flatMap((missing) =>
      Array.from({ length: 40 }, () => [missing, "99999", "999999999", "99999999", "10", "10"]),
    );
    const { clean, dataset } = await cleaned([...ordinary(120), ...nobody]);
    expect(clean.ledger.find(({ id }) => id === "missing-customer")?.affected).toBe(200);
    expect(dataset.counts.customers).toBe(60);
    const result = await engagement.run(contextOf(door, dataset, PLAIN), defaultsOf(engagement.settings));
    for (const { list } of result.tops) {
      expect(list.customers.every((customer) => customer.startsWith("336"))).toBe(true);
      expect(list.customers).toHaveLength(list.qualified > 25 ? 25 : list.qualified);
    }
    expect(
      result.tops
        .map(({ list }) => list.values[0] ?? NaN)
        .map((value, index) => value < ([3, 99_999, 999_999_999][index] ?? 0)),
    ).toEqual([true, true, true]);
  });

  it("2: metrics are scaled over all customers, never across one customer's own numbers", async () => {
    // Light and heavy customers with the same proportions: scaled by their own length, the two kinds coincide.
    const random = seededRandom(3);
    const size = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 1 : 20) * (1 + 0.1 * random()));
    const columns = [size, size.map((value) => 60 * value), size.map((value) => 1e6 * value)].map((values) =>
      Float64Array.from(values),
    );
    const alone = size.map((_, row) =>
      columns.map((column) => (column[row] ?? NaN) / Math.hypot(...columns.map((other) => other[row] ?? NaN))),
    );
    expect(
      Math.max(...alone.map((row) => row[0] ?? NaN)) - Math.min(...alone.map((row) => row[0] ?? NaN)),
    ).toBeLessThan(1e-12);

    await putCustomers(
      engine,
      size.map((_, index) => `c${index}`),
      {
        sessions: columns[0] ?? new Float64Array(),
        duration_s: columns[1] ?? new Float64Array(),
        traffic_bytes: columns[2] ?? new Float64Array(),
      },
    );
    const context = contextOf(engine, datasetOf(["sessions", "duration_s", "traffic_bytes"], 200), PLAIN);
    const { study } = await engagement.run(context, { ...defaultsOf(engagement.settings), k: 2 });
    expect(study.table.sizes).toEqual([100, 100]);
    for (const metric of study.normalised) expect(metric.mean).toBeCloseTo(0, 9);
  });

  it("3: outliers are capped for grouping only; ranks and group figures keep the real values", async () => {
    const sessions = Float64Array.from({ length: 500 }, (_, index) => 1 + (index % 5));
    sessions[17] = 900;
    sessions[42] = 700;
    await putCustomers(
      engine,
      [...sessions].map((_, index) => `c${index}`),
      { sessions },
    );
    const result = await engagement.run(
      contextOf(engine, datasetOf(["sessions"], 500), WINSORISED),
      defaultsOf(engagement.settings),
    );
    expect(result.study.segment.treated.flat().every(({ max }) => max <= 5)).toBe(true);
    expect(result.tops[0]?.list.customers.slice(0, 2)).toEqual(["c17", "c42"]);
    expect(result.tops[0]?.list.values.slice(0, 2)).toEqual([900, 700]);
    expect(result.study.table.overall[0]?.max).toBe(900);
    expect(result.study.table.overall[0]?.total).toBe(sessions.reduce((sum, value) => sum + value, 0));
  });

  it("4: what is said of a group is made from its table, so it cannot contradict it", async () => {
    const sessions = Float64Array.from({ length: 300 }, (_, index) => [1, 5, 30][index % 3] ?? 1);
    await putCustomers(
      engine,
      [...sessions].map((_, index) => `c${index}`),
      { sessions },
    );
    const { study } = await engagement.run(
      contextOf(engine, datasetOf(["sessions"], 300), PLAIN),
      defaultsOf(engagement.settings),
    );
    expect(study.readings[2]).toContain("Mean sessions 30, 2.5 times the overall mean");
    // The planted mistake: somebody's groups arrive in another order. The words follow the numbers.
    const turned = clusterReadings({ ...study.table, stats: study.table.stats.toReversed() }, study.names);
    expect(turned[2]).toContain("Mean sessions 1, 91.7 % below the overall mean");
  });

  it("5: customers are grouped, not their sessions", async () => {
    const { dataset } = await cleaned(ordinary(300));
    expect(dataset.grain).toBe("session");
    expect(dataset.counts.rowsKept).toBe(300);
    const { study } = await experience.run(contextOf(door, dataset, PLAIN), defaultsOf(experience.settings));
    expect(study.customers).toBe(150);
    expect(study.table.sizes.reduce((sum, size) => sum + size, 0)).toBe(150);
    expect(single(await door.query(sql`SELECT CAST(COUNT(*) AS DOUBLE) AS n FROM derived_experience`), "n")).toBe(150);
  });

  it("6: the worst group is the worst by its metrics, whatever the random start", async () => {
    const kinds = [
      [500, 100],
      [60, 2000],
      [20, 20_000],
    ];
    const rtt = Float64Array.from({ length: 300 }, (_, index) => (kinds[index % 3]?.[0] ?? 0) + (index % 7));
    const speed = Float64Array.from({ length: 300 }, (_, index) => (kinds[index % 3]?.[1] ?? 0) + (index % 11));
    await putCustomers(
      engine,
      [...rtt].map((_, index) => `c${index}`),
      { rtt_ms: rtt, throughput_kbps: speed },
    );
    const context = contextOf(engine, datasetOf(["rtt_ms", "throughput_kbps"], 300), PLAIN);
    for (const seed of [0, 1, 2, 3, 4, 5, 99]) {
      const { study } = await experience.run(context, { ...defaultsOf(experience.settings), seed, restarts: 1 });
      const means = study.table.stats.map((cluster) => cluster[0]?.mean ?? NaN);
      expect(means[0]).toBeGreaterThan(490);
      expect(means[2]).toBeLessThan(40);
      expect(study.names[0]).toBe("Poor experience");
    }
  });

  it("7: scores are matched by customer, not by the order of rows", async () => {
    const n = 60;
    await putCustomers(
      engine,
      Array.from({ length: n }, (_, index) => `c${index}`),
      {
        sessions: Float64Array.from({ length: n }, (_, index) => 1 + (index % 6)),
        rtt_ms: Float64Array.from({ length: n }, (_, index) => 20 + ((index * 7) % 50)),
      },
    );
    const forward = Int32Array.from({ length: n }, (_, index) => index);
    await deriveScores("engagement", forward, (customer) => customer);
    // The planted mistake: the other table is in reverse order and lacks customer 5.
    await deriveScores(
      "experience",
      forward.toReversed().filter((customer) => customer !== 5),
      (customer) => 1000 - customer,
    );
    const context = contextOf(engine, datasetOf(["sessions", "rtt_ms"], n), PLAIN);
    const result = await satisfaction.run(context, defaultsOf(satisfaction.settings));
    expect([result.scored, result.customers]).toEqual([59, 60]);
    const answer = await engine.query(
      sql`SELECT customer_no, satisfaction_score FROM derived_satisfaction ORDER BY customer_no`,
    );
    const scores = numbers(answer, "satisfaction_score");
    scores.forEach((score, customer) => expect(score).toBe(customer === 5 ? NaN : 500));
    expect(result.scores.sd).toBe(0);
  });

  async function deriveScores(id: string, customerNo: Int32Array, score: (customer: number) => number): Promise<void> {
    const values = Float64Array.from(customerNo, score);
    await derive(engine, id, customerNo, {
      [`${id}_cluster`]: Int32Array.from(customerNo, (customer) => customer % 3),
      [`${id}_score`]: values,
      [`${id}_signed`]: values.slice(),
      [`${id}_goodness`]: values.slice(),
    });
  }

  it("8: satisfaction is not predicted from the scores that define it, and the page says why", async () => {
    const { dataset } = await cleaned(ordinary(400, 11));
    const context = contextOf(door, dataset, PLAIN);
    await engagement.run(context, defaultsOf(engagement.settings));
    await experience.run(context, defaultsOf(experience.settings));
    const asked: string[] = [];
    const result = await satisfaction.run(
      {
        ...context,
        compute: (job, input, options) => {
          asked.push(job);
          return directCompute(job, input, options);
        },
      },
      defaultsOf(satisfaction.settings),
    );
    expect(asked).toContain("regression");
    const scores =
      await door.query(sql`SELECT e.engagement_score AS e, x.experience_score AS x, s.satisfaction_score AS s
      FROM derived_satisfaction AS s JOIN derived_engagement AS e USING (customer_no) JOIN derived_experience AS x USING (customer_no)`);
    const empty = await directCompute("regression", {
      features: { columns: [numbers(scores, "e"), numbers(scores, "x")] },
      target: numbers(scores, "s"),
      folds: 5,
      seed: 1,
    });
    expect(empty.crossValidatedR2).toBeCloseTo(1, 9);
    expect(empty.coefficients.map(({ perUnit }) => perUnit)).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)]);
    expect(result.regression?.crossValidatedR2).toBeLessThan(0.999);
    expect(result.kpis.every(({ column }) => !column.endsWith("_score"))).toBe(true);
    expect(
      satisfaction.findings(result).some(({ text }) => text.includes("would be empty") && text.includes("R² = 1")),
    ).toBe(true);
  });

  it("9: deciles are ten groups of equal size", async () => {
    const { dataset } = await cleaned(ordinary(400, 13));
    const result = await overview.run(contextOf(door, dataset, PLAIN), defaultsOf(overview.settings));
    expect(result.base.deciles?.traffic).toHaveLength(10);
    expect([...(result.base.deciles?.customers ?? [])]).toEqual(new Array(10).fill(20));
  });

  it("10: scores leave as they are, and a customer without one leaves with nothing, never with zero", async () => {
    const rtt = Float64Array.from({ length: 90 }, (_, index) => 20 + ((index * 13) % 70));
    rtt[4] = NaN;
    await putCustomers(
      engine,
      [...rtt].map((_, index) => `c${index}`),
      { sessions: Float64Array.from(rtt, (_, index) => 1 + (index % 9)), rtt_ms: rtt },
    );
    const dataset = datasetOf(["sessions", "rtt_ms"], 90);
    const context = contextOf(engine, dataset, { ...PLAIN, missing: "drop" });
    await engagement.run(context, defaultsOf(engagement.settings));
    await experience.run(context, defaultsOf(experience.settings));
    await satisfaction.run(context, defaultsOf(satisfaction.settings));
    const rows = (await (await toCsv(engine, await scoredCustomers(engine, dataset))).text())
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    const column = (label: string): readonly string[] =>
      rows.slice(1).map((cells) => cells[rows[0]?.indexOf(label) ?? -1] ?? "?");
    const wanted = await engine.query(
      sql`SELECT CAST(satisfaction_score AS VARCHAR) AS s FROM derived_satisfaction ORDER BY customer_no`,
    );
    expect(column("satisfaction_score")).toEqual(texts(wanted, "s").map((value) => value ?? ""));
    expect(column("satisfaction_score")[4]).toBe("");
    expect(column("experience_score")[4]).toBe("");
    expect(column("experience_score").filter((value) => value !== "" && Number(value) > 0).length).toBeGreaterThan(60);
  });
});
