import { numbers, single, texts, type Engine } from "../engine";
import type { LedgerSample } from "../ledger";
import { name, sql, type Sql } from "../sql";
import { isMarker, trimmed } from "./markers";
import { isText, type RawColumn, type RawTable } from "./raw-table";
import type { MissingCount } from "./words";

/**
 * Who the customers are. The table `clean_ids (v, n, first_row, key, customer_id)` has one row per way of writing the column; it is
 * not made where every row is a customer of its own.
 */
export interface Identity {
  /** Null where every row is a customer of its own. */
  readonly column: RawColumn | null;
  readonly customers: number;
  /** Rows that name a customer. */
  readonly rows: number;
  /** True when every id is text of plain digits, so that there is nothing to mend and no marker among them. */
  readonly plain: boolean;
  /** True when every id is a whole number that BIGINT (or the file's own integer type) holds exactly. */
  readonly whole: boolean;
  readonly trailingZero: number;
  readonly scientific: number;
  readonly beyond: number;
  readonly fractional: number;
  /** Rows whose id is not kept exactly as it is written: without a “.0”, or without blanks around it. */
  readonly rewritten: number;
  /** Cells that only say that there is no customer, by spelling; nulls first. */
  readonly missing: readonly MissingCount[];
  readonly samples: readonly LedgerSample[];
}

const INTEGER = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/u;
const FLOATING = /^(?:DOUBLE|FLOAT|REAL|DECIMAL.*)$/u;
const EXACT = 9_007_199_254_740_992;

/**
 * Makes `clean_ids`: every way of writing an id mapped to one exact key and a dense customer_id in the order of the key
 * (numeric when all are whole numbers, else alphabetical). A marker never becomes an id, whatever steps are off.
 */
export async function identify(engine: Engine, raw: RawTable, column: RawColumn, mend: boolean): Promise<Identity> {
  const cell = name(column.name);
  await engine.query(sql`DROP TABLE IF EXISTS clean_ids_seen`);
  await engine.query(sql`
    CREATE TABLE clean_ids_seen AS
    SELECT ${cell} AS v, count(*) AS n, min(rowid) AS first_row FROM ${name(raw.table)} WHERE ${cell} IS NOT NULL GROUP BY 1`);
  const facts = await idFacts(engine, column);
  const key = keyOf(column, facts, mend);
  await engine.query(sql`DROP TABLE IF EXISTS clean_ids`);
  await engine.query(sql`
    CREATE TABLE clean_ids AS
    SELECT *, CAST(dense_rank() OVER (ORDER BY key) - 1 AS INTEGER) AS customer_id
    FROM (SELECT v, n, first_row, ${key} AS key FROM clean_ids_seen WHERE ${facts.plain ? sql`true` : named(column)})`);
  const missing = await missingIds(engine, raw, column, facts.plain);
  await engine.query(sql`DROP TABLE clean_ids_seen`);
  // Elsewhere a key is the very value.
  const loose = !facts.plain && (isText(column) || FLOATING.test(column.type));
  const rewritten = loose ? sql`sum(n) FILTER (CAST(key AS VARCHAR) <> CAST(v AS VARCHAR))` : sql`0`;
  const answer = await engine.query(sql`
    SELECT CAST(coalesce(max(customer_id) + 1, 0) AS DOUBLE) AS customers, CAST(coalesce(sum(n), 0) AS DOUBLE) AS rows,
      CAST(coalesce(${rewritten}, 0) AS DOUBLE) AS rewritten FROM clean_ids`);
  const count = (label: string): number => single(answer, label);
  const samples = await idSamples(engine, column, facts, count("rewritten"));
  return {
    column,
    ...facts,
    customers: count("customers"),
    rows: count("rows"),
    rewritten: count("rewritten"),
    missing,
    samples,
  };
}

/** Every row a customer of its own: nobody is missing, and equal rows may be different people. */
export const everyRow = ({ rows }: RawTable): Identity => ({
  column: null,
  ...PLAIN,
  customers: rows,
  rows,
  rewritten: 0,
  missing: [],
  samples: [],
});

type Facts = Pick<Identity, "plain" | "whole" | "trailingZero" | "scientific" | "beyond" | "fractional">;

/** True where the value names somebody. */
function named(column: RawColumn): Sql {
  if (isText(column)) return sql`NOT (${isMarker(sql`v`)})`;
  return FLOATING.test(column.type) ? sql`isfinite(CAST(v AS DOUBLE))` : sql`true`;
}

const PLAIN: Facts = { plain: true, whole: true, trailingZero: 0, scientific: 0, beyond: 0, fractional: 0 };

async function idFacts(engine: Engine, column: RawColumn): Promise<Facts> {
  const rows = (condition: Sql): Sql => sql`CAST(coalesce(sum(n) FILTER (${condition}), 0) AS DOUBLE)`;
  if (isText(column)) {
    const odd = rows(sql`coalesce(CAST(TRY_CAST(v AS BIGINT) AS VARCHAR) <> v, true) OR length(v) > 15`);
    if (single(await engine.query(sql`SELECT ${odd} AS odd FROM clean_ids_seen`), "odd") === 0) return PLAIN;
  }
  const items = isText(column)
    ? textFacts(rows)
    : FLOATING.test(column.type)
      ? floatFacts(rows)
      : wholeFacts(rows, INTEGER.test(column.type));
  const answer = await engine.query(sql`SELECT ${items} FROM clean_ids_seen WHERE ${named(column)}`);
  const cell = (label: string): number => numbers(answer, label)[0] ?? 0;
  return {
    plain: false,
    whole: cell("unwhole") === 0,
    trailingZero: cell("zeros"),
    scientific: cell("scientific"),
    beyond: cell("beyond"),
    fractional: cell("fractional"),
  };
}

const textFacts = (rows: (condition: Sql) => Sql): Sql => {
  const id = trimmed(sql`v`);
  const plain = sql`regexp_replace(${id}, '\\.0+$', '')`;
  return sql`${rows(sql`coalesce(CAST(TRY_CAST(${plain} AS BIGINT) AS VARCHAR), '') <> ${plain}`)} AS unwhole,
    ${rows(sql`regexp_full_match(${id}, '.+\\.0+') AND TRY_CAST(${id} AS DOUBLE) IS NOT NULL`)} AS zeros,
    ${rows(sql`regexp_full_match(${id}, '[+-]?[0-9](\\.[0-9]+)?[eE][+]?[0-9]+')`)} AS scientific,
    ${rows(sql`regexp_full_match(${id}, '[0-9]{16,}(\\.0+)?') AND TRY_CAST(${id} AS DOUBLE) > ${EXACT}`)} AS beyond,
    ${rows(sql`regexp_full_match(${id}, '[0-9]+\\.[0-9]*[1-9][0-9]*')`)} AS fractional`;
};

const floatFacts = (rows: (condition: Sql) => Sql): Sql =>
  sql`${rows(sql`v <> floor(v) OR abs(v) > ${EXACT}`)} AS unwhole, ${rows(sql`v = floor(v)`)} AS zeros, ${rows(sql`false`)} AS scientific,
    ${rows(sql`abs(v) > ${EXACT}`)} AS beyond, ${rows(sql`v <> floor(v)`)} AS fractional`;

const wholeFacts = (rows: (condition: Sql) => Sql, integer: boolean): Sql =>
  sql`${rows(integer ? sql`false` : sql`true`)} AS unwhole, ${rows(sql`false`)} AS zeros, ${rows(sql`false`)} AS scientific,
    ${integer ? rows(sql`v > ${EXACT}`) : rows(sql`false`)} AS beyond, ${rows(sql`false`)} AS fractional`;

/** The exact key. Integers keep the file's type; text stays text unless every id is a plain whole number. */
function keyOf(column: RawColumn, facts: Facts, mend: boolean): Sql {
  if (INTEGER.test(column.type)) return sql`v`;
  if (FLOATING.test(column.type)) {
    if (!mend) return sql`CAST(v AS VARCHAR)`;
    return facts.whole
      ? sql`CAST(v AS BIGINT)`
      : sql`CASE WHEN v = floor(v) AND abs(v) < 1e37 THEN CAST(CAST(v AS DECIMAL(38, 0)) AS VARCHAR) ELSE CAST(v AS VARCHAR) END`;
  }
  if (!isText(column)) return sql`CAST(v AS VARCHAR)`;
  if (facts.plain) return sql`CAST(v AS BIGINT)`;
  if (!mend) return trimmed(sql`v`);
  const id = trimmed(sql`v`);
  const mended =
    facts.trailingZero === 0
      ? id
      : sql`CASE WHEN TRY_CAST(${id} AS DOUBLE) IS NULL THEN ${id} ELSE regexp_replace(${id}, '\\.0+$', '') END`;
  return facts.whole ? sql`CAST(${mended} AS BIGINT)` : mended;
}

async function idSamples(
  engine: Engine,
  column: RawColumn,
  facts: Facts,
  rewritten: number,
): Promise<readonly LedgerSample[]> {
  const damaged = facts.trailingZero + facts.scientific + facts.fractional > 0;
  if (!damaged && rewritten === 0) return [];
  const odd =
    damaged && isText(column)
      ? sql`CAST(key AS VARCHAR) <> v OR regexp_full_match(v, '.*[0-9][eE][+]?[0-9]+') OR contains(v, '.')`
      : sql`CAST(key AS VARCHAR) <> CAST(v AS VARCHAR)`;
  const answer = await engine.query(sql`
    SELECT CAST(first_row + 1 AS DOUBLE) AS row_no, CAST(v AS VARCHAR) AS before, CAST(key AS VARCHAR) AS after
    FROM clean_ids WHERE ${odd} ORDER BY first_row LIMIT 5`);
  const before = texts(answer, "before");
  const after = texts(answer, "after");
  return Array.from(numbers(answer, "row_no"), (row, index) => ({
    row,
    column: column.name,
    before: before[index] ?? "",
    after: after[index] ?? "",
  }));
}

async function missingIds(
  engine: Engine,
  raw: RawTable,
  column: RawColumn,
  plain: boolean,
): Promise<readonly MissingCount[]> {
  const cell = name(column.name);
  const nulls = await engine.query(sql`
    SELECT CAST(count(*) AS DOUBLE) AS n, CAST(min(rowid) + 1 AS DOUBLE) AS row_no FROM ${name(raw.table)} WHERE ${cell} IS NULL`);
  const written = await engine.query(sql`
    SELECT CAST(v AS VARCHAR) AS v, CAST(n AS DOUBLE) AS n, CAST(first_row + 1 AS DOUBLE) AS row_no
    FROM clean_ids_seen WHERE ${plain ? sql`false` : sql`NOT (${named(column)})`} ORDER BY n DESC, v`);
  const counts = numbers(written, "n");
  const rows = numbers(written, "row_no");
  const spelled = texts(written, "v").map((marker, index) => ({
    marker,
    count: counts[index] ?? 0,
    firstRow: rows[index] ?? 0,
  }));
  const count = single(nulls, "n");
  return count === 0 ? spelled : [{ marker: null, count, firstRow: single(nulls, "row_no") }, ...spelled];
}
