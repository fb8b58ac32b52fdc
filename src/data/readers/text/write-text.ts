import type { Engine } from "../../engine";
import { joined, name, sql } from "../../sql";
import type { CsvJob } from "./read-csv-file";
import type { TextPlan, TextRead } from "./text-plan";

/** Reads the file with the careful reader into a new table, and what it refuses into the table of rejects. */
export async function writeText(job: CsvJob, plan: TextPlan): Promise<TextRead> {
  const { engine, table, rejects, file } = job;
  const columns = job.wanted.map((column) => sql`${name(column)} VARCHAR`);
  await engine.query(sql`CREATE TABLE ${name(table)} (${joined(columns)})`);
  return job.text.read(
    file,
    plan,
    async (ipc, _rows, what) => {
      if (what === "rows") await engine.insertArrow(ipc, table, false);
      else if (rejects !== null) await keepRejects(engine, ipc, rejects, file.name);
      return true;
    },
    job.signal,
    job.onBytes,
  );
}

async function keepRejects(engine: Engine, ipc: Uint8Array, table: string, fileName: string): Promise<void> {
  const piece = `${table} piece`;
  await engine.insertArrow(ipc, piece, true);
  await engine.query(
    sql`INSERT INTO ${name(table)} SELECT ${fileName}, CAST(c0 AS BIGINT), c1, c2 FROM ${name(piece)} ORDER BY rowid`,
  );
  await engine.query(sql`DROP TABLE ${name(piece)}`);
}
