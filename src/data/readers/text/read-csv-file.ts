import { single, type Engine } from "../../engine";
import type { SourceFile } from "../../source";
import type { TextAccount } from "../../text-account";
import { joined, name, sql, type Sql } from "../../sql";
import { UserError } from "../../user-error";
import { accountOf, prefixCount, readingNotes } from "./csv-account";
import { csvBody, type CsvBody } from "./csv-body";
import { csvHead, type CsvHead } from "./csv-head";
import { records } from "./csv-records";
import type { RecordCount } from "./record-counter";
import type { OnBytes, TextPlan, TextReader } from "./text-plan";
import { usualValues } from "./swapped-fields";
import { writeText } from "./write-text";

/** What reading one delimited file needs. */
export interface CsvJob {
  readonly file: SourceFile;
  /** The table's columns, and those of them that are wanted. */
  readonly columns: readonly string[];
  readonly wanted: readonly string[];
  /** The new table. */
  readonly table: string;
  /** Where refused records go: appended, the table made when there is none; null to forget them. */
  readonly rejects: string | null;
  /** Where records go that were mended, in the same way. */
  readonly mended: string | null;
  readonly engine: Engine;
  readonly text: TextReader;
  readonly signal: AbortSignal | undefined;
  /** Hears how far the file was read or, where the engine reads it, counted beside. */
  readonly onBytes?: OnBytes;
}

/** What one delimited file became. */
export interface CsvPart {
  readonly account: TextAccount;
  readonly notes: readonly string[];
}

/** Files that DuckDB read whole before, with their counts, and others (null): a second reading need not ask again. */
const known = new WeakMap<Blob, RecordCount | "odd">();

/**
 * Reads one file into a new table. DuckDB reads what is written by the book, while every record is counted
 * independently; where it refuses a record, where the counts differ, or where anything is odd, the careful reader reads
 * the file anew and accounts for every line.
 */
export async function readCsvFile(job: CsvJob): Promise<CsvPart> {
  const head = await csvHead(job.file);
  const plan = planOf(head, job);
  const quick = await readQuickly(job, head, plan);
  if (quick !== null) return { account: accountOf(job.file, head, plan, quick), notes: head.dialect.notes };
  known.set(job.file.blob, "odd");
  const read = await writeText(job, plan);
  const notes = [...head.dialect.notes, ...readingNotes(job.file.name, plan, read)];
  return { account: accountOf(job.file, head, plan, read), notes };
}

function planOf(head: CsvHead, { columns, wanted }: CsvJob): TextPlan {
  const { format, start, padded } = head.dialect;
  const first = records(head.text.slice(start, start + LOOKED_AT), format, false, columns.length);
  return {
    format,
    encoding: head.encoding,
    gzip: head.gzip,
    prefix: head.text.slice(0, start),
    width: columns.length,
    wanted: wanted.map((column) => columns.indexOf(column)),
    padded,
    names: columns,
    usual: usualValues(
      first.map(({ fields }) => fields),
      columns.length,
    ),
  };
}

/** Characters of the first records that tell what to expect of the others. */
const LOOKED_AT = 48 * 1024;

/** Rows and count of a file that DuckDB read whole; null, and no table, where the careful reader must do it. */
async function readQuickly(
  job: CsvJob,
  head: CsvHead,
  plan: TextPlan,
): Promise<{ readonly rows: number; readonly count: RecordCount | null } | null> {
  const before = known.get(job.file.blob);
  const small = before === undefined && !head.gzip && job.file.blob.size <= SMALL && plan.width <= NARROW;
  const body = small || before === "odd" || !isByTheBook(head, plan) ? null : csvBody(job.file.blob, head);
  if (body === null) return null;
  const counting =
    before === undefined ? job.text.count(job.file, plan, job.onBytes) : Promise.resolve(before as RecordCount);
  const [rows, count] = await Promise.all([intoTable(job, head, body), counting]);
  const whole = rows !== null && (count === null || isWhole(rows, count, plan));
  if (!whole) await job.engine.query(sql`DROP TABLE IF EXISTS ${name(job.table)}`);
  else if (count !== null) known.set(job.file.blob, count);
  return whole ? { rows, count } : null;
}

/** Packed or not, bytes that the careful reader reads as quickly; it also looks for values in the wrong column. */
const SMALL = 2 * 1024 * 1024;
/** With more columns than these, handing the rows over takes longer than reading them. */
const NARROW = 1000;

/** What DuckDB can be trusted with, as far as the head tells. */
function isByTheBook(head: CsvHead, { format, padded, width, prefix }: TextPlan): boolean {
  const { delimiter, quote, escape, runs } = format;
  if (delimiter.length !== 1 || delimiter > "~" || quote !== '"' || escape !== "doubled" || runs || padded)
    return false;
  const found = records(head.text.slice(prefix.length, prefix.length + LOOKED_AT), format, false);
  return found.every(({ fields, loose }) => fields.length === width && loose === 0);
}

/** A quoted field of more lines may be a stray quote that swallowed records. */
const TALLEST = 4;

function isWhole(rows: number, count: RecordCount, plan: TextPlan): boolean {
  const { records: prefix, uneven } = prefixCount(plan);
  const odd = !count.strict || count.nul || count.hollow > 0 || count.tallest > TALLEST || count.uneven > uneven;
  return !odd && rows === count.records - prefix;
}

async function intoTable(job: CsvJob, head: CsvHead, body: CsvBody): Promise<number | null> {
  const path = `/vault/${crypto.randomUUID()}/data.csv`;
  await job.engine.registerFile(path, body.blob);
  try {
    await job.engine.query(createFrom(job, head, body, path), job.signal);
  } catch (error) {
    if (error instanceof UserError || (error instanceof Error && error.name === "AbortError")) throw error;
    return null;
  } finally {
    await job.engine.dropFile(path);
  }
  return single(await job.engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(job.table)}`), "n");
}

function createFrom(job: CsvJob, head: CsvHead, body: CsvBody, path: string): Sql {
  const fields = joined(job.columns.map((column) => sql`${name(column)} := 'VARCHAR'`));
  return sql`
    CREATE TABLE ${name(job.table)} AS SELECT ${joined(job.wanted.map(name))} FROM read_csv(${path},
      auto_detect = false, columns = struct_pack(${fields}), header = false, skip = ${body.skip},
      delim = ${head.dialect.format.delimiter}, quote = '"', escape = '"', nullstr = ${NEVER},
      compression = ${body.compressed ? "gzip" : "none"}, strict_mode = true)`;
}

/** A null marker that no file holds: a field is NULL only where it is missing. */
const NEVER = "\u0001never\u0001";
