import type { Context } from "../../../../src/analyses/analysis";
import type { Dataset } from "../../../../src/data/dataset";
import type { Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { pca } from "../../../../src/math/pca";
import type { Compute, PcaInput } from "../../../../src/workers/contract";

/** The overview's only job, run to its end in this thread. */
const compute = ((job: string, input: PcaInput) => {
  if (job !== "pca") throw new RangeError(`the overview asked for ${job}`);
  const running = pca(input);
  let step = running.next();
  while (!step.done) step = running.next();
  return Promise.resolve(step.value);
}) as unknown as Compute;

/** What the overview sees of the world: the real engine, the real job. Counts its statements. */
export function directContext(engine: Engine, dataset: Dataset): Context & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    dataset,
    treatment: { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" },
    signal: new AbortController().signal,
    query: (statement) => {
      asked.push(statement.text);
      return engine.query(statement);
    },
    compute,
    derived: async (id) =>
      (await engine.query(sql`SELECT 1::DOUBLE AS one FROM duckdb_tables() WHERE table_name = ${`derived_${id}`}`))
        .rowCount > 0,
    derive: () => Promise.reject(new Error("the overview writes no table")),
    table: () => Promise.reject(new Error("the overview reads no columns of the file")),
    onProgress: () => undefined,
    show: () => undefined,
  };
}
