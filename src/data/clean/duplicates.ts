import { numbers, single, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";
import type { Identity } from "./identity";
import { columnOf, isAmount, isMoment, type RawColumn, type RawTable } from "./raw-table";

/**
 * Rows equal to an earlier one in every column read; the table `clean_copies (row_id)` lists the extra copies.
 */
export interface Duplicates {
  /** False where what was read cannot tell a copy from another row: two equal lines of an order may both be true. */
  readonly compared: boolean;
  readonly copies: number;
  /** Rows that have at least one copy. */
  readonly originals: number;
  /** Up to five pairs, 0-based: a copy and the row it repeats. */
  readonly pairs: readonly { readonly copy: number; readonly original: number }[];
}

const hashed = (columns: readonly string[]): Sql => sql`hash(${joined(columns.map((column) => name(column)))})`;

/** A session is named, or times and amounts of it were read: two of them are never equal by chance for one customer. */
const tellsApart = (raw: RawTable): boolean =>
  columnOf(raw, "session") !== null || raw.played.filter((one) => isAmount(one) || isMoment(one)).length >= 2;

/**
 * Finds rows that share a 64-bit hash of the columns with a role, then keeps those that share the hash of all columns.
 * Rows without a customer are not looked at: they are set aside for that.
 */
export async function findDuplicates(engine: Engine, raw: RawTable, identity: Identity): Promise<Duplicates> {
  await engine.query(sql`DROP TABLE IF EXISTS clean_copies`);
  await engine.query(sql`CREATE TABLE clean_copies (row_id BIGINT, original BIGINT)`);
  const { column } = identity;
  const alone = column !== null && identity.customers === identity.rows;
  if (alone || column?.role !== "customer" || !tellsApart(raw))
    return { compared: alone, copies: 0, originals: 0, pairs: [] };
  const played = hashed(raw.played.map((column) => column.name));
  const suspects = sql`SELECT ${played} AS h FROM ${name(raw.table)} GROUP BY 1 HAVING count(*) > 1`;
  await engine.query(sql`DROP TABLE IF EXISTS clean_suspects`);
  await engine.query(sql`CREATE TABLE clean_suspects AS ${suspects}`);
  const found = single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM clean_suspects`), "n");
  if (found > 0) await confirm(engine, raw, column, played);
  await engine.query(sql`DROP TABLE clean_suspects`);
  const answer = await engine.query(sql`
    SELECT CAST(count(*) AS DOUBLE) AS copies, CAST(count(DISTINCT original) AS DOUBLE) AS originals FROM clean_copies`);
  const pairs = await engine.query(sql`
    SELECT CAST(row_id AS DOUBLE) AS copy, CAST(original AS DOUBLE) AS original FROM clean_copies ORDER BY row_id LIMIT 5`);
  const originals = numbers(pairs, "original");
  return {
    compared: true,
    copies: single(answer, "copies"),
    originals: single(answer, "originals"),
    pairs: Array.from(numbers(pairs, "copy"), (copy, index) => ({ copy, original: originals[index] ?? NaN })),
  };
}

async function confirm(engine: Engine, raw: RawTable, customer: RawColumn, played: Sql): Promise<void> {
  const all = hashed(raw.all.map((column) => column.name));
  const rows = sql`
    SELECT rowid AS row_id, ${all} AS h FROM ${name(raw.table)}
    WHERE ${name(customer.name)} IN (SELECT v FROM clean_ids) AND ${played} IN (SELECT h FROM clean_suspects)`;
  await engine.query(sql`
    INSERT INTO clean_copies
    SELECT row_id, original FROM (SELECT row_id, min(row_id) OVER (PARTITION BY h) AS original FROM (${rows})) WHERE row_id > original`);
}
