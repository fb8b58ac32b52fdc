import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { engagement } from "../../../src/analyses/engagement";
import { experience } from "../../../src/analyses/experience";
import { buildClean } from "../../../src/data/clean/build-clean";
import { applyFilters } from "../../../src/data/customers/apply-filters";
import type { Dataset } from "../../../src/data/dataset";
import { numbers, single, texts, type Engine } from "../../../src/data/engine";
import { guessRoles } from "../../../src/data/roles/guess-roles";
import { sql } from "../../../src/data/sql";
import { NO_FILTERS } from "../../../src/view/view";
import { nodeEngine } from "../../node-engine";
import { expectSameTop, expectWithin } from "./closeness";
import { defaultsOf } from "./defaults";
import { contextOf, PLAIN } from "./desk";
import { hasTelecom, reference } from "./telecom";

const DATA = resolve(import.meta.dirname, "../../../../shared/data/telecom-xdr");

/** From the file through guessed roles and real cleaning, nothing told. */
async function opened(engine: Engine, file: string): Promise<Dataset> {
  const path = `/vault/${file}`;
  await engine.registerFile(path, new Blob([readFileSync(`${DATA}/${file}`)]));
  await engine.query(
    sql`CREATE OR REPLACE TABLE raw AS SELECT * FROM read_csv(${path}, header = true, all_varchar = true, sample_size = -1)`,
  );
  await engine.dropFile(path);
  const first = await engine.query(sql`SELECT * FROM raw LIMIT 200`);
  const columns = first.names.map((name) => ({ name, type: "VARCHAR" }));
  const roles = guessRoles(
    columns,
    first.names.map((name) => texts(first, name)),
  );
  const rows = single(await engine.query(sql`SELECT CAST(COUNT(*) AS DOUBLE) AS n FROM raw`), "n");
  const load = { table: "raw", rows, columns, rejected: 0, rejectSamples: [], notes: [] };
  return applyFilters(engine, await buildClean(engine, { table: "raw", roles, stepsOff: [], load }), NO_FILTERS);
}

describe.skipIf(!hasTelecom)("the telecom files through the real door", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
  });

  it("gives the reference groups and top lists of users.csv", async () => {
    const dataset = await opened(engine, "users.csv");
    const wanted = reference("users_csv");
    expect(dataset.counts.customers).toBe(wanted.users);
    const context = contextOf(engine, dataset, PLAIN);
    const engaged = await engagement.run(context, defaultsOf(engagement.settings));
    expectWithin(engaged.study.segment.inertia, wanted.engagement.inertia, 1e-4, "engagement inertia");
    const traffic = engaged.tops.find(({ metric }) => metric.column === "traffic_bytes")?.list;
    expectSameTop(traffic?.customers ?? [], traffic?.values ?? [], wanted.top10_total_bytes);
    const experienced = await experience.run(context, defaultsOf(experience.settings));
    expectWithin(experienced.study.segment.inertia, wanted.experience.inertia, 1e-4, "experience inertia");
  });

  it("gives the reference groups and top lists of sessions.csv", async () => {
    const dataset = await opened(engine, "sessions.csv");
    const wanted = reference("sessions_csv");
    expect(dataset.counts.customers).toBe(wanted.users);
    const context = contextOf(engine, dataset, PLAIN);
    const engaged = await engagement.run(context, defaultsOf(engagement.settings));
    const traffic = engaged.tops.find(({ metric }) => metric.column === "traffic_bytes")?.list;
    expectSameTop(traffic?.customers ?? [], traffic?.values ?? [], wanted.top10_traffic_bytes);
    expectWithin(engaged.study.segment.inertia, wanted.engagement.inertia, 1e-4, "engagement inertia");
    const experienced = await experience.run(context, defaultsOf(experience.settings));
    expectWithin(experienced.study.segment.inertia, wanted.experience.inertia, 1e-4, "experience inertia");
    const numbered = numbers(
      await engine.query(sql`SELECT customer_no FROM customers ORDER BY customer_no`),
      "customer_no",
    );
    expect(numbered.at(-1)).toBe(wanted.users - 1);
  });
});
