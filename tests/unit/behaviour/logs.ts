import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Context } from "../../../src/analyses/analysis";
import { numbers, single, type Engine } from "../../../src/data/engine";
import { name, sql } from "../../../src/data/sql";
import { writeRowsView } from "../../../src/data/table/rows-view";
import type { TableColumn } from "../../../src/data/table/table-column";
import { rawOfCsv } from "../data/clean/raw-of";
import { contextOf, datasetOf, PLAIN } from "../segmentation/desk";

const DATA = "../shared/data/";

export const RETAIL = `${DATA}retail-events/ecom.csv.gz`;
export const ESHOP = `${DATA}eshop-clickstream/e-shop clothing 2008.csv`;
export const INVOICES = `${DATA}online-retail/online_retail.csv`;
export const SHOPPERS = `${DATA}shoppers-intention/online_shoppers_intention.csv`;

/** True where real data is there; a test without it is skipped by its name. */
export const hasFile = (path: string): boolean => existsSync(path);

/** A file's text; a shop's “;” becomes “,”. */
export function textOf(path: string): string {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return path === ESHOP || path === SHOPPERS ? text.replaceAll(";", ",").replaceAll("\r", "") : text;
}

type Kinds = Readonly<Record<string, TableColumn["kind"]>>;

const KINDS: Kinds = {
  timestamp: "moment",
  InvoiceDate: "moment",
  ...Object.fromEntries(
    ["year", "month", "day", "order", "country", "session ID", "page 1 (main category)"].map((one) => [one, "integer"]),
  ),
  ...Object.fromEntries(
    ["colour", "location", "model photography", "price", "price 2", "page", "Quantity"].map((one) => [one, "integer"]),
  ),
  ...{ UnitPrice: "number", amount: "number", quantity: "number", hit: "integer", Revenue: "truth" },
};

let logs = 0;

/**
 * A log as a page sees it, without the door's cleaning: customers are the values of the column that `who` names (by default
 * the first that is there of the usual ones), else every row is one; rows without a customer are left out.
 */
export async function logOf(
  engine: Engine,
  csv: string,
): Promise<{ context: Context; columns: readonly TableColumn[] }> {
  const { load } = await rawOfCsv(engine, csv);
  const labels = load.columns.map(({ name: label }) => label);
  const who = ["user_id", "CustomerID", "session ID"].find((label) => labels.includes(label));
  const customer = who === undefined ? sql`CAST(raw.rowid AS VARCHAR)` : sql`${name(who)}`;
  await engine.query(sql`CREATE OR REPLACE TABLE numbered AS SELECT ${customer} AS customer, CAST(row_number() OVER (ORDER BY min(rowid)) - 1 AS INTEGER) AS customer_no
    FROM raw WHERE ${customer} IS NOT NULL GROUP BY 1`);
  await engine.query(
    sql`CREATE OR REPLACE VIEW customers AS SELECT customer_no, replace(customer, '.0', '') AS customer FROM numbered`,
  );
  await engine.query(
    sql`CREATE OR REPLACE TABLE kept_rows AS SELECT CAST(raw.rowid + 1 AS INTEGER) AS row_no, customer_no FROM raw JOIN numbered ON customer = ${customer} ORDER BY row_no`,
  );
  const columns = await described(engine, labels, who);
  await writeRowsView(engine, [{ table: "raw", columns: labels }], columns);
  const customers = single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM numbered`), "n");
  const context = contextOf(engine, { ...datasetOf([], customers), version: `log ${++logs}` }, PLAIN);
  return { context: { ...context, table: () => Promise.resolve({ columns, repeated: true }) }, columns };
}

async function described(
  engine: Engine,
  labels: readonly string[],
  who: string | undefined,
): Promise<readonly TableColumn[]> {
  const columns: TableColumn[] = [];
  for (const [place, label] of labels.entries()) {
    const answer =
      await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS rows, CAST(approx_count_distinct(${name(label)}) AS DOUBLE) AS n,
      min(TRY_CAST(${name(label)} AS DOUBLE)) AS low, max(TRY_CAST(${name(label)} AS DOUBLE)) AS high FROM raw`);
    const at = (column: string): number => numbers(answer, column)[0] ?? NaN;
    columns.push({
      ...{ id: `c${place}`, label, kind: KINDS[label] ?? "category", rows: at("rows"), missing: 0 },
      ...{ distinct: at("n"), distinctApproximate: true, min: at("low"), max: at("high"), skewness: null },
      role: label === who && label !== "session ID" ? "customer" : /^session/u.test(label) ? "session" : "none",
    });
  }
  return columns;
}

/** Five shoppers of Retentioneering's guide, whose numbers can be checked by hand; a minute between two events. */
export const FIVE = [
  ["u1", "home", "catalog", "cart", "purchase"],
  ["u2", "home", "catalog", "cart", "purchase"],
  ["u3", "home", "catalog", "catalog", "cart"],
  ["u4", "home", "search", "cart"],
  ["u5", "home", "search", "search"],
] as const;

/** A log as CSV: user, event, timestamp. */
export function csvOf(paths: readonly (readonly [string, ...string[]])[]): string {
  const lines = paths.flatMap(([user, ...events]) =>
    events.map((event, at) => `${user},${event},2024-01-01 10:${String(at).padStart(2, "0")}:00`),
  );
  return ["user_id,event,timestamp", ...lines].join("\n");
}
