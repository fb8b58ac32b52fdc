import { numbers, texts, type Engine } from "../engine";
import { tableFor } from "../plain-tables";
import { joined, name, sql, type Sql } from "../sql";
import type { CanonicalPlan } from "./canonical";
import type { Identity } from "./identity";
import { parsedRows, type Parsed } from "./parsed";
import type { Word } from "./words";

/** Why a row is not counted: the id of the step that set it aside. */
export type SetAside = "means-row" | "missing-customer" | "duplicates";

export interface CleanRecipe {
  readonly parsed: Parsed;
  readonly identity: Identity;
  readonly words: readonly Word[];
  readonly plan: CanonicalPlan;
  /** Aliases whose negative values become missing. */
  readonly notNegative: readonly string[];
  /** 0-based; null when there is none or its step is off. */
  readonly meansRow: number | null;
  readonly withoutCopies: boolean;
}

/**
 * Writes the table `clean` (which must not exist), one row per row of the file: row_no (1-based), customer_key, customer_id (dense), set_aside
 * (NULL for a row that counts), then the canonical columns.
 */
export async function writeClean(engine: Engine, recipe: CleanRecipe): Promise<void> {
  const words = recipe.words.map((word) => sql`${word.value} AS ${name(word.canonical)}`);
  const { column } = recipe.identity;
  const cell = column === null ? [] : [sql`r.${name(column.name)} AS customer_cell`];
  const columns = recipe.plan.columns.map(({ column, value }) => sql`${value} AS ${name(column)}`);
  await engine.query(sql`DROP TYPE IF EXISTS clean_reason`);
  await engine.query(sql`CREATE TYPE clean_reason AS ENUM ('means-row', 'missing-customer', 'duplicates')`);
  const rows = mended(recipe, parsedRows(recipe.parsed, [...cell, ...words]));
  const [key, id, from] =
    column === null
      ? [sql`row_id + 1`, sql`CAST(row_id AS INTEGER)`, sql`(${rows})`]
      : [sql`i.key`, sql`i.customer_id`, sql`(${rows}) AS p LEFT JOIN clean_ids AS i ON p.customer_cell = i.v`];
  await engine.query(sql`
    CREATE ${tableFor(recipe.parsed.raw.rows, columns.length)} clean AS
    SELECT ${joined([sql`CAST(row_id + 1 AS INTEGER) AS row_no`, sql`${key} AS customer_key`, sql`${id} AS customer_id`, sql`${reason(recipe, id)} AS set_aside`, ...columns])}
    FROM ${from}`);
}

function reason(recipe: CleanRecipe, id: Sql): Sql {
  const summary = recipe.meansRow === null ? sql`` : sql`WHEN row_id = ${recipe.meansRow} THEN 'means-row'`;
  const copies = recipe.withoutCopies ? sql`WHEN row_id IN (SELECT row_id FROM clean_copies) THEN 'duplicates'` : sql``;
  return sql`CAST(CASE ${summary} WHEN ${id} IS NULL THEN 'missing-customer' ${copies} END AS clean_reason)`;
}

function mended(recipe: CleanRecipe, rows: Sql): Sql {
  if (recipe.notNegative.length === 0) return rows;
  const replaced = recipe.notNegative.map(
    (alias) => sql`CASE WHEN ${name(alias)} >= 0 THEN ${name(alias)} END AS ${name(alias)}`,
  );
  return sql`SELECT * REPLACE (${joined(replaced)}) FROM (${rows})`;
}

/** How many rows each step set aside. */
export async function setAsideCounts(engine: Engine): Promise<ReadonlyMap<string, number>> {
  const answer = await engine.query(
    sql`SELECT set_aside, CAST(count(*) AS DOUBLE) AS n FROM clean WHERE set_aside IS NOT NULL GROUP BY 1`,
  );
  const counts = numbers(answer, "n");
  return new Map(texts(answer, "set_aside").map((step, index) => [step ?? "", counts[index] ?? 0]));
}
