import { openAsBlob, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Context } from "../../src/analyses/analysis";
import { single, type Engine } from "../../src/data/engine";
import { inspect, load } from "../../src/data/open-source";
import { startParquet } from "../../src/data/readers/parquet/parquet";
import { sql } from "../../src/data/sql";
import { writeRowsView } from "../../src/data/table/rows-view";
import type { TableColumn } from "../../src/data/table/table-column";
import { nodeEngine } from "../node-engine";
import { contextOf, datasetOf, PLAIN } from "../unit/segmentation/desk";

/** The engine's limit: above what the site gives it, so that the peak is seen and not refused. */
const LIMIT = "3000MB";

const COLUMNS: readonly Pick<TableColumn, "label" | "kind" | "role">[] = [
  { label: "customer_id", kind: "id", role: "customer" },
  { label: "timestamp", kind: "moment", role: "start" },
  { label: "event", kind: "category", role: "none" },
  { label: "platform", kind: "category", role: "none" },
];

interface OpenShop {
  readonly context: Context;
  readonly columns: readonly TableColumn[];
  /** What the engine held at most after a statement, in bytes. */
  readonly engineBytes: () => number;
}

/** A synthetic shop's log in the engine of the browser, as a page finds it: rows numbered, customers numbered, columns typed. */
export async function openShop(file: string): Promise<OpenShop> {
  const engine = await nodeEngine(LIMIT);
  const reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
  const source = await inspect([{ name: basename(file), blob: await openAsBlob(file) }], { reader });
  const labels = COLUMNS.map(({ label }) => label);
  await load(source, labels, "raw", { engine, reader });
  const customers = await numberCustomers(engine);
  const columns = await described(engine);
  await writeRowsView(engine, [{ table: "raw", columns: labels }], columns);
  const plain = contextOf(engine, { ...datasetOf([], customers), version: "bench" }, PLAIN);
  let most = 0;
  const query: Context["query"] = async (statement) => {
    const answer = await plain.query(statement);
    const held = await engine.query(sql`SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS n FROM duckdb_memory()`);
    most = Math.max(most, single(held, "n"));
    return answer;
  };
  const table: Context["table"] = () => Promise.resolve({ columns, repeated: true });
  return { context: { ...plain, query, table }, columns, engineBytes: () => most };
}

async function numberCustomers(engine: Engine): Promise<number> {
  await engine.query(
    sql`CREATE TABLE numbered AS SELECT customer_id, CAST(row_number() OVER (ORDER BY min(rowid)) - 1 AS INTEGER) AS customer_no FROM raw WHERE customer_id IS NOT NULL GROUP BY 1`,
  );
  await engine.query(
    sql`CREATE VIEW customers AS SELECT customer_no, CAST(customer_id AS VARCHAR) AS customer FROM numbered`,
  );
  await engine.query(
    sql`CREATE TABLE kept_rows AS SELECT CAST(raw.rowid + 1 AS INTEGER) AS row_no, customer_no FROM raw JOIN numbered USING (customer_id) ORDER BY 1`,
  );
  return single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM numbered`), "n");
}

async function described(engine: Engine): Promise<readonly TableColumn[]> {
  const counted = await engine.query(
    sql`SELECT CAST(count(*) AS DOUBLE) AS rows, CAST(count(DISTINCT event) AS DOUBLE) AS event, CAST(count(DISTINCT platform) AS DOUBLE) AS platform FROM raw`,
  );
  const rows = single(counted, "rows");
  return COLUMNS.map((column, place) => ({
    ...{ ...column, id: `c${place}`, rows, missing: 0, min: NaN, max: NaN, skewness: null },
    distinct: column.kind === "category" ? single(counted, column.label) : rows,
    distinctApproximate: false,
  }));
}
