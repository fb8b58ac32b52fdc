import { numbers, single, texts, type Engine } from "./engine";
import type { PreviewOrder, PreviewPage } from "./preview";
import { joined, name, sql, type Sql } from "./sql";

/** A table of the source and the columns of it to show; all tables have the same rows in the same order. */
export interface PreviewTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The tables' identities and the order that the table `preview_order` holds for an engine. */
const sortedFor = new WeakMap<Engine, string>();

/** A cell longer than this is shown by its beginning: a page of whole books would fill the tab. */
const SHOWN_LETTERS = 2000;
const COLUMNS_AT_ONCE = 2500;
const literal = (value: number): Sql => ({ text: String(value), values: [] });

/**
 * Rows `from` … `from + count - 1` of tables side by side, every value as exact text, or where it is longer than
 * 2,000 letters as its beginning with its length. Unsorted pages are read by row
 * number; the first page of an order sorts once into `preview_order`, later pages read from it. Text that reads as a
 * number is ordered by it, before other text; nulls come last, ties in file order.
 */
export async function previewRows(
  engine: Engine,
  tables: readonly PreviewTable[],
  from: number,
  count: number,
  order: PreviewOrder | null,
): Promise<PreviewPage> {
  const columns = tables.flatMap((table) => table.columns);
  const first = tables[0];
  if (first === undefined) return { from, columns, rows: [], total: 0 };
  const total = single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(first.table)}`), "n");
  if (order !== null) await sortOnce(engine, tables, order);
  const pages: (readonly (string | null)[])[] = [];
  for (const table of tables) pages.push(...(await pageOf(engine, table, from, count, order !== null)));
  const height = pages[0]?.length ?? 0;
  const rows = Array.from({ length: height }, (_, row) => pages.map((column) => column[row] ?? null));
  return { from, columns, rows, total };
}

async function pageOf(
  engine: Engine,
  { table, columns }: PreviewTable,
  from: number,
  count: number,
  sorted: boolean,
): Promise<readonly (readonly (string | null)[])[]> {
  if (columns.length === 0) return [];
  const beginnings = await textsOf(engine, { table, columns }, from, count, sorted, beginning);
  const long = columns.filter((_, index) => beginnings[index]?.some((text) => (text?.length ?? 0) > SHOWN_LETTERS));
  if (long.length === 0) return beginnings;
  const told = await textsOf(engine, { table, columns: long }, from, count, sorted, shortened);
  return columns.map((column, index) => told[long.indexOf(column)] ?? beginnings[index] ?? []);
}

/** Some columns at a time: a join carries a buffer for each, and those of ten thousand fill the engine's memory. */
async function textsOf(
  engine: Engine,
  { table, columns }: PreviewTable,
  from: number,
  count: number,
  sorted: boolean,
  written: (text: Sql) => Sql,
): Promise<readonly (readonly (string | null)[])[]> {
  const found: (readonly (string | null)[])[] = [];
  for (let first = 0; first < columns.length; first += COLUMNS_AT_ONCE) {
    const some = { table, columns: columns.slice(first, first + COLUMNS_AT_ONCE) };
    found.push(...(await textsOfSome(engine, some, from, count, sorted, written)));
  }
  return found;
}

async function textsOfSome(
  engine: Engine,
  { table, columns }: PreviewTable,
  from: number,
  count: number,
  sorted: boolean,
  written: (text: Sql) => Sql,
): Promise<readonly (readonly (string | null)[])[]> {
  const labels = columns.map((_, index) => `c${index}`);
  const shown = joined(
    columns.map((column, index) => sql`${written(sql`CAST(t.${name(column)} AS VARCHAR)`)} AS ${name(`c${index}`)}`),
  );
  const [start, end] = [Math.trunc(from), Math.trunc(from + count)];
  const statement = sorted
    ? sql`SELECT ${shown} FROM preview_order o JOIN ${name(table)} t ON t.rowid = o.row
          WHERE o.rowid >= ${start} AND o.rowid < ${end} ORDER BY o.rowid`
    : sql`SELECT ${shown} FROM ${name(table)} t WHERE t.rowid >= ${start} AND t.rowid < ${end} ORDER BY t.rowid`;
  const answer = await engine.query(statement);
  return labels.map((label) => texts(answer, label));
}

/** Cheap for thousands of columns; one letter more than is shown tells that there is more. */
function beginning(text: Sql): Sql {
  return sql`left(${text}, ${literal(SHOWN_LETTERS + 1)})`;
}

/** Text as it is, or its beginning and how long it is. */
export function shortened(text: Sql): Sql {
  return sql`CASE WHEN length(${text}) > ${literal(SHOWN_LETTERS)}
    THEN left(${text}, ${literal(SHOWN_LETTERS)}) || ' … (' || format('{:,}', length(${text})) || ' letters in all)'
    ELSE ${text} END`;
}

/** A table that is replaced by another of its name gets a new identity, so an order never outlives its data. */
async function sortOnce(engine: Engine, tables: readonly PreviewTable[], order: PreviewOrder): Promise<void> {
  const home = tables.find((table) => table.columns.includes(order.column));
  if (home === undefined) throw new RangeError(`There is no column “${order.column}” to sort by.`);
  const found = await engine.query(
    sql`SELECT CAST(table_oid AS DOUBLE) AS oid FROM duckdb_tables() WHERE table_name = ${home.table}`,
  );
  const key = JSON.stringify([...numbers(found, "oid"), home.table, order.column, order.descending]);
  if (sortedFor.get(engine) === key) return;
  sortedFor.delete(engine);
  await engine.query(sql`CREATE OR REPLACE TEMP TABLE preview_order AS
    SELECT rowid AS row FROM ${name(home.table)} ORDER BY ${await sortKeys(engine, home.table, order)}`);
  sortedFor.set(engine, key);
}

async function sortKeys(engine: Engine, table: string, { column, descending }: PreviewOrder): Promise<Sql> {
  const typed = await engine.query(
    sql`SELECT data_type FROM duckdb_columns() WHERE table_name = ${table} AND column_name = ${column}`,
  );
  const direction: Sql = { text: descending ? "DESC NULLS LAST" : "ASC NULLS LAST", values: [] };
  const value = name(column);
  const keys = texts(typed, "data_type")[0] === "VARCHAR" ? [sql`TRY_CAST(${value} AS DOUBLE)`, value] : [value];
  return joined([...keys.map((key) => sql`${key} ${direction}`), sql`rowid`]);
}
