import { numbers, texts, type Engine } from "../engine";
import type { LedgerSample } from "../ledger";
import { joined, name, sql } from "../sql";
import { MARKERS } from "./markers";
import { parsedRows, type Parsed, type ParsedColumn } from "./parsed";
import { isAmount } from "./raw-table";
import type { Survey } from "./survey";

/** The last row of the file when it is no record but a summary of the others. */
export interface MeansRow {
  /** rowid, 0-based. */
  readonly rowId: number;
  readonly holds: "means" | "totals";
  /** A word such as “Total” stands where the customer would. */
  readonly named: boolean;
  readonly samples: readonly LedgerSample[];
  readonly values: number;
}

/** Spreadsheets round; a mean is recognised within 0.1 %. */
const NEAR = 1e-3;

/** How tables name a row that sums up the others. */
const SUMMARY =
  /^(?:(?:grand |sub)?totals?|sum|summe|gesamt(?:summe)?|insgesamt|ergebnis|total g[eé]n[eé]ral|somme|totale|suma|totaal|average|mean|mittelwert|durchschnitt|moyenne|media)\s*:?$/iu;

/**
 * Looks at the last row: no customer, no time, no name, or a word such as “Total” in place of them, but amounts that equal
 * the columns' means (or totals).
 */
export async function findMeansRow(engine: Engine, parsed: Parsed, counted: Survey): Promise<MeansRow | null> {
  const last = parsed.raw.rows - 1;
  const amounts = parsed.columns.filter((column) => column.kind === "amount");
  if (amounts.length === 0) return null;
  const who = last < 2 ? "somebody" : await whose(engine, parsed, last);
  if (who === "somebody") return null;
  const items = amounts.map((column) => name(column.alias));
  const answer = await engine.query(sql`SELECT ${joined(items)} FROM (${parsedRows(parsed)}) WHERE row_id = ${last}`);
  const values = amounts
    .map((column) => ({ column, value: numbers(answer, column.alias)[0] ?? NaN }))
    .filter(({ value }) => !Number.isNaN(value));
  if (values.length < (who === "a summary" ? 1 : 2)) return null;
  const holds = values.every(({ column, value }) => near(value, meanOfOthers(counted, column, value)))
    ? "means"
    : values.every(({ column, value }) => near(value, (counted.columns.get(column.name)?.sum ?? NaN) - value))
      ? "totals"
      : null;
  if (holds === null) return null;
  const samples = values.slice(0, 5).map(({ column, value }) => ({
    row: last + 1,
    column: column.name,
    before: String(value),
    after: "(row set aside)",
  }));
  return { rowId: last, holds, named: who === "a summary", samples, values: values.length };
}

const near = (value: number, target: number): boolean =>
  Math.abs(value - target) <= NEAR * Math.max(Math.abs(target), 1e-9);

function meanOfOthers(counted: Survey, column: ParsedColumn, value: number): number {
  const found = counted.columns.get(column.name);
  return found === undefined ? NaN : (found.sum - value) / (found.parsed - 1);
}

/** Nobody's when the row's customer, times and names are all null or markers; a summary's when one of them says so. */
async function whose(engine: Engine, parsed: Parsed, row: number): Promise<"nobody" | "a summary" | "somebody"> {
  const bare = parsed.raw.played.filter((column) => !isAmount(column));
  const items = bare.map((column, index) => sql`CAST(${name(column.name)} AS VARCHAR) AS ${name(`c${index}`)}`);
  const answer = await engine.query(sql`SELECT ${joined(items)} FROM ${name(parsed.raw.table)} WHERE rowid = ${row}`);
  const written = bare
    .map((_, index) => (texts(answer, `c${index}`)[0] ?? "").trim())
    .filter((cell) => !MARKERS.includes(cell.toLowerCase()));
  if (written.length === 0) return "nobody";
  return written.every((cell) => SUMMARY.test(cell)) ? "a summary" : "somebody";
}
