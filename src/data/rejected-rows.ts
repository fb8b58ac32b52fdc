import { single, type Engine } from "./engine";
import { name, sql, type Sql } from "./sql";

/** The table of every record of the open file that was refused. */
export const REJECTED = "rejected";

/** All refused records in the file's order: file, line, reason and their exact text. */
export const rejectedRows = (): Sql => sql`SELECT * FROM ${name(REJECTED)} ORDER BY rowid`;

/** Makes the table of refused records, empty. */
export async function createRejects(engine: Engine, table: string): Promise<void> {
  await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
  await engine.query(sql`CREATE TABLE ${name(table)} (file VARCHAR, line BIGINT, reason VARCHAR, "text" VARCHAR)`);
}

/** How many there are; 0 where no file was read. */
export async function rejectedCount(engine: Engine): Promise<number> {
  const found = await engine.query(
    sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM information_schema.tables WHERE table_name = ${REJECTED}`,
  );
  if (single(found, "n") === 0) return 0;
  return single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(REJECTED)}`), "n");
}
