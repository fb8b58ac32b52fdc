import { readFileSync } from "node:fs";
import { buildClean, type Clean } from "../../../../src/data/clean/build-clean";
import { texts, type Engine } from "../../../../src/data/engine";
import type { StepId } from "../../../../src/data/ledger";
import type { RoleAssignment } from "../../../../src/data/role";
import { guessRoles } from "../../../../src/data/roles/guess-roles";
import type { LoadReport, SourceColumn } from "../../../../src/data/source";
import { sql } from "../../../../src/data/sql";

/** The table `raw` as the door leaves it, with what guessing makes of it. */
export interface Raw {
  readonly load: LoadReport;
  readonly roles: readonly RoleAssignment[];
}

/** Reads a CSV as text, every value exact, into `raw`. */
export async function rawOfCsv(engine: Engine, csv: string | Buffer): Promise<Raw> {
  await engine.registerFile("/vault/raw.csv", new Blob([typeof csv === "string" ? csv : new Uint8Array(csv)]));
  await engine.query(
    sql`CREATE OR REPLACE TABLE raw AS SELECT * FROM read_csv('/vault/raw.csv', all_varchar=true, sample_size=-1, quote='"', escape='"', header=true)`,
  );
  await engine.dropFile("/vault/raw.csv");
  return described(engine);
}

export const rawOfFile = (engine: Engine, path: string): Promise<Raw> => rawOfCsv(engine, readFileSync(path));

/** Makes `raw` from a SELECT: typed columns, as a Parquet file brings them. */
export async function rawOfSelect(engine: Engine, text: string): Promise<Raw> {
  await engine.query({ text: `CREATE OR REPLACE TABLE raw AS ${text}`, values: [] });
  return described(engine);
}

async function described(engine: Engine): Promise<Raw> {
  const answer = await engine.query(sql`
    SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'raw' ORDER BY ordinal_position`);
  const types = texts(answer, "data_type");
  const columns: SourceColumn[] = texts(answer, "column_name").map((name, index) => ({
    name: name ?? "",
    type: types[index] ?? "",
  }));
  const head = await engine.query(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (SELECT * FROM raw LIMIT 100)`);
  const load: LoadReport = { table: "raw", rows: head.rowCount, columns, rejected: 0, rejectSamples: [], notes: [] };
  return {
    load,
    roles: guessRoles(
      columns,
      head.columns.map((column) => (column instanceof Float64Array ? [] : column)),
    ),
  };
}

export const clean = (engine: Engine, raw: Raw, ...stepsOff: StepId[]): Promise<Clean> =>
  buildClean(engine, { table: "raw", roles: raw.roles, stepsOff, load: raw.load });

export function step(result: Clean, id: StepId): Clean["ledger"][number] {
  const found = result.ledger.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The ledger has no step ${id}.`);
  return found;
}
