import { single, type Engine } from "../engine";
import type { SourceFile } from "../source";
import { joined, name, sql, type Sql } from "../sql";
import { UserError } from "../user-error";
import { csvBody, linesBefore, type BodyPlan } from "./csv-body";
import { csvHead, type CsvHead } from "./csv-head";
import { takeRejects, type Rejects } from "./csv-rejects";
import { checkGzip } from "./gzip";

/** What one delimited file became. */
export interface CsvPart {
  readonly rows: number;
  readonly rejects: Rejects;
  readonly notes: readonly string[];
}

interface Job {
  readonly file: SourceFile;
  readonly head: CsvHead;
  readonly columns: readonly string[];
  readonly wanted: readonly string[];
  readonly engine: Engine;
  readonly signal: AbortSignal | undefined;
}

interface Plan extends BodyPlan {
  readonly quoted: boolean;
}

/**
 * Reads one file into a new table. Where DuckDB's reader would lose or mangle records it is asked again, differently:
 * other bytes than UTF-8 as Windows-1252, mixed line ends as LF, and a stray quote that swallows lines with quotes taken
 * off afterwards, if that keeps more records.
 */
export async function readCsvFile(
  file: SourceFile,
  columns: readonly string[],
  wanted: readonly string[],
  table: string,
  engine: Engine,
  signal?: AbortSignal,
): Promise<CsvPart> {
  const head = await csvHead(file);
  const job: Job = { file, head, columns, wanted, engine, signal };
  // First, because the engine would unpack a bomb to its end before anything could stop it.
  if (head.gzip) await checkGzip(file);
  const part = await readLeniently(job, table);
  return { ...part, notes: [...head.dialect.notes, ...part.notes] };
}

async function readLeniently(job: Job, table: string): Promise<CsvPart> {
  const { file, head } = job;
  const notes: string[] = [];
  let plan: Plan = { encoding: head.encoding, unixLines: false, quoted: true };
  if (plan.encoding !== "utf-8") notes.push(`“${file.name}” was read as ${plan.encoding}, not UTF-8.`);
  let part = await attempt(job, table, plan);
  if (part === "mixed line ends") {
    plan = { ...plan, unixLines: true };
    notes.push(`“${file.name}” mixes line ends; all were read as one kind.`);
    part = await attempt(job, table, plan);
  }
  if (part !== "mixed line ends" && part.rejects.encoding && plan.encoding === "utf-8") {
    plan = { ...plan, encoding: "windows-1252" };
    notes.push(`“${file.name}” holds bytes that are not UTF-8 and was read as windows-1252.`);
    part = await attempt(job, table, plan);
  }
  if (part === "mixed line ends")
    throw new UserError(
      `“${file.name}” could not be read as a table.`,
      "Save it again as plain CSV with a header line and open that.",
    );
  if (!part.rejects.swallowed) return { ...part, notes };
  const mended = await withoutQuotes(job, table, plan, part.rows);
  if (mended === null) return { ...part, notes };
  return {
    ...mended,
    notes: [...notes, `“${file.name}” has a quote that is never closed; quotes were removed line by line.`],
  };
}

/** The reading without quotes in the table's place if it keeps more rows, else null and the table as it was. */
async function withoutQuotes(
  job: Job,
  table: string,
  plan: Plan,
  rows: number,
): Promise<Omit<CsvPart, "notes"> | null> {
  const other = `${table} unquoted`;
  const part = await attempt(job, other, { ...plan, quoted: false });
  const better = part !== "mixed line ends" && part.rows > rows;
  if (part !== "mixed line ends") await job.engine.query(sql`DROP TABLE ${name(better ? table : other)}`);
  if (!better) return null;
  await job.engine.query(sql`ALTER TABLE ${name(other)} RENAME TO ${name(table)}`);
  return part;
}

async function attempt(job: Job, table: string, plan: Plan): Promise<Omit<CsvPart, "notes"> | "mixed line ends"> {
  const id = crypto.randomUUID().replaceAll("-", "_");
  const path = `/vault/${id}/data.csv`;
  const body = await csvBody(job.file.blob, job.head, plan);
  await job.engine.registerFile(path, body.blob);
  try {
    await job.engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
    await job.engine.query(
      createFrom(job, table, plan, { path, id, compressed: body.compressed, skip: body.skip }),
      job.signal,
    );
  } catch (error) {
    if (error instanceof Error && error.message.includes("reached an invalid state") && !plan.unixLines)
      return "mixed line ends";
    throw error;
  } finally {
    await job.engine.dropFile(path);
  }
  const counted = await job.engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${name(table)}`);
  const before = linesBefore(job.head) - body.skip;
  const rejects = await takeRejects(job.engine, `errors_${id}`, `scans_${id}`, job.file.name, before);
  return { rows: single(counted, "rows"), rejects };
}

interface Place {
  readonly path: string;
  readonly id: string;
  readonly compressed: boolean;
  readonly skip: number;
}

function createFrom(job: Job, table: string, plan: Plan, place: Place): Sql {
  const quote = plan.quoted ? '"' : "";
  const fields = joined(job.columns.map((column) => sql`${name(column)} := 'VARCHAR'`));
  const selected = joined(job.wanted.map((column) => (plan.quoted ? name(column) : unquoted(column))));
  return sql`
    CREATE TABLE ${name(table)} AS SELECT ${selected} FROM read_csv(${place.path},
      auto_detect = false, columns = struct_pack(${fields}), header = false, skip = ${place.skip},
      delim = ${job.head.dialect.delimiter}, quote = ${quote}, escape = ${quote}, nullstr = ${NEVER},
      compression = ${place.compressed ? "gzip" : "none"}, null_padding = ${job.head.dialect.padded}, strict_mode = true,
      store_rejects = true, rejects_table = ${`errors_${place.id}`}, rejects_scan = ${`scans_${place.id}`})`;
}

/** A null marker that no file holds: a field is NULL only where it is missing. */
const NEVER = "\u0001never\u0001";

function unquoted(column: string): Sql {
  const value = name(column);
  return sql`CASE WHEN length(${value}) > 1 AND starts_with(${value}, '"') AND ends_with(${value}, '"')
    THEN replace(substr(${value}, 2, length(${value}) - 2), '""', '"') ELSE ${value} END AS ${value}`;
}
