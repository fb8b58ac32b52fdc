import type { Engine } from "../../engine";
import { fillTable } from "../../fill-table";
import { joined, name, sql, type Sql } from "../../sql";
import type { CsvJob } from "./read-csv-file";
import type { TextPlan, TextRead } from "./text-plan";

/** Reads the file with the careful reader into a new table, what it refuses and what it mends into tables of their own. */
export async function writeText(job: CsvJob, plan: TextPlan): Promise<TextRead> {
  const { engine, table, rejects, mended, file } = job;
  const columns = job.wanted.map((column) => sql`${name(column)} VARCHAR`);
  await engine.query(sql`CREATE TABLE ${name(table)} (${joined(columns)})`);
  return fillTable(engine, table, (insert) =>
    job.text.read(
      file,
      plan,
      async (ipc, _rows, what) => {
        if (what === "rows") await insert(ipc);
        else if (what === "rejects" && rejects !== null) await keepRejects(engine, ipc, rejects, file.name);
        else if (what === "repairs" && mended !== null) await keepMended(engine, ipc, mended, file.name);
        return true;
      },
      job.signal,
      job.onBytes,
    ),
  );
}

const keepRejects = (engine: Engine, ipc: Uint8Array, table: string, fileName: string): Promise<void> =>
  keep(engine, ipc, table, sql`${fileName}, CAST(c0 AS BIGINT), c1, c2`);

const keepMended = (engine: Engine, ipc: Uint8Array, table: string, fileName: string): Promise<void> =>
  keep(engine, ipc, table, sql`${fileName}, CAST(c0 AS BIGINT), CAST(c1 AS BIGINT), c2, c3`);

async function keep(engine: Engine, ipc: Uint8Array, table: string, items: Sql): Promise<void> {
  const piece = `${table} piece`;
  await engine.insertArrow(ipc, piece, true);
  await engine.query(sql`INSERT INTO ${name(table)} SELECT ${items} FROM ${name(piece)} ORDER BY rowid`);
  await engine.query(sql`DROP TABLE ${name(piece)}`);
}
