import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Context } from "../../../../src/analyses/analysis";
import type { Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { rawOfCsv } from "../../data/clean/raw-of";
import { tableOf, type AnyTable } from "../../data/table/table-of";
import { contextOf, PLAIN } from "../../segmentation/desk";

const DATA = "../shared/data/";

export const RETAIL = `${DATA}retail-events/ecom.csv.gz`;
export const ESHOP = `${DATA}eshop-clickstream/e-shop clothing 2008.csv`;
export const INVOICES = `${DATA}online-retail/online_retail.csv`;

/** True where real data is there; a test without it is skipped by its name. */
export const hasFile = (path: string): boolean => existsSync(path);

/** A file's text; a shop's “;” becomes “,”. */
export function textOf(path: string): string {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return path === ESHOP ? text.replaceAll(";", ",") : text;
}

/** What a page sees of a log: through the whole door, with nothing set aside as a copy. */
export async function logOf(engine: Engine, csv: string): Promise<{ context: Context; table: AnyTable }> {
  const table = await tableOf(engine, await rawOfCsv(engine, csv), "duplicates");
  await engine.query(sql`DROP TABLE IF EXISTS path_seen`);
  return { context: contextOver(engine, table), table };
}

/** The context of a page over a table that is there. */
export function contextOver(engine: Engine, table: AnyTable): Context {
  return {
    ...contextOf(engine, table.dataset, PLAIN),
    table: () => Promise.resolve({ columns: table.columns, repeated: true }),
  };
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
