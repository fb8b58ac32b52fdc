import type { Engine } from "../engine";

/** A database of its own in memory, as the one that the engine begins with cannot make its tables small. */
export const TABLES = "tables";

const statements = [`ATTACH ':memory:' AS ${TABLES} (COMPRESS)`, `USE ${TABLES}`];

/**
 * From here on tables are compressed as they are written, or when the engine next tidies up: a file's words and numbers take
 * a fraction of the memory, and what is asked of repeated words is asked once for each. Temporary tables stay plain. Before
 * `harden`, which forbids choosing where names are looked up: connections that are made later must name the database.
 */
export async function makeTablesSmall(engine: Engine): Promise<void> {
  for (const text of statements) await engine.query({ text, values: [] });
}
