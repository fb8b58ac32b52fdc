import { numbers, single, texts, type Engine } from "../engine";
import type { RejectedRow } from "../source";
import { joined, name, sql } from "../sql";

/** What DuckDB's reader refused of one file. */
export interface Rejects {
  readonly count: number;
  readonly samples: readonly RejectedRow[];
  /** Some refused records span lines: a stray quote may have swallowed good ones. */
  readonly swallowed: boolean;
  /** Some bytes are not UTF-8. */
  readonly encoding: boolean;
}

const SAMPLES = 20;

/** Reads and drops the two reject tables. `linesBefore` is how many lines of the file stand before what was read. */
export async function takeRejects(
  engine: Engine,
  errors: string,
  scans: string,
  fileName: string,
  linesBefore: number,
): Promise<Rejects> {
  const table = name(errors);
  const counted = await engine.query(sql`
    SELECT CAST(count(DISTINCT line) AS DOUBLE) AS refused,
           coalesce(max(CAST(contains(trim(csv_line, chr(10) || chr(13)), chr(10)) AS INTEGER)), 0) AS swallowed,
           coalesce(max(CAST(error_type = 'INVALID ENCODING' AS INTEGER)), 0) AS encoding
    FROM ${table}`);
  const sampled = await engine.query(sql`
    SELECT CAST(line AS DOUBLE) AS line, CAST(first(error_type) AS VARCHAR) AS kind, first(error_message) AS message,
           left(trim(first(csv_line), chr(10) || chr(13)), 200) AS record
    FROM ${table} GROUP BY ALL ORDER BY line LIMIT ${SAMPLES}`);
  const lines = numbers(sampled, "line");
  const [kinds, messages, rows] = [texts(sampled, "kind"), texts(sampled, "message"), texts(sampled, "record")];
  await engine.query(joined([sql`DROP TABLE ${table}`], " "));
  await engine.query(sql`DROP TABLE ${name(scans)}`);
  return {
    count: single(counted, "refused"),
    swallowed: single(counted, "swallowed") === 1,
    encoding: single(counted, "encoding") === 1,
    samples: kinds.map((kind, index) => ({
      file: fileName,
      line: Number.isNaN(lines[index]) ? null : (lines[index] ?? 0) + linesBefore,
      reason: inWords(kind ?? "", messages[index] ?? ""),
      text: rows[index] ?? "",
    })),
  };
}

function inWords(kind: string, message: string): string {
  const fields = /Expected Number of Columns: (\d+) Found: (\d+)/u.exec(message);
  if (fields !== null) return `has ${fields[2]} fields instead of ${fields[1]}`;
  if (kind === "UNQUOTED VALUE") return "has a quote that is not closed properly";
  if (kind === "LINE SIZE OVER MAXIMUM") return "is longer than 2 MB";
  if (kind === "INVALID ENCODING") return "holds bytes that are not UTF-8 text";
  return message === "" ? kind.toLowerCase() : message;
}
