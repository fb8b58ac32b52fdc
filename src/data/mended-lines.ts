import type { Engine } from "./engine";
import { name, sql } from "./sql";

/** The table of every record of the open text that was read although it is not written by the book. */
export const MENDED = "mended";

/** Makes that table, empty: neighbouring records that were mended the same way are one row, from line to line. */
export async function createMended(engine: Engine, table: string): Promise<void> {
  await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
  await engine.query(
    sql`CREATE TABLE ${name(table)} (file VARCHAR, line BIGINT, last_line BIGINT, what VARCHAR, "text" VARCHAR)`,
  );
}
