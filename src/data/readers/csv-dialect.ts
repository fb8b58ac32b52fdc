import { tableNames } from "./column-names";
import { records, type CsvRecord } from "./csv-records";

/** How a delimited file is written, and its columns. */
export interface CsvDialect {
  readonly delimiter: string;
  /** False when the first record is data; the columns are then numbered. */
  readonly header: boolean;
  /** Characters before the first record of data: blank lines, a spreadsheet's “sep=;”, titles, the header. */
  readonly start: number;
  readonly columns: readonly string[];
  /** True when most records are shorter than the header: missing fields at the end are then empty, not an error. */
  readonly padded: boolean;
  readonly notes: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
const NUMBER = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/iu;

/**
 * The dialect of the head of a file: the delimiter that makes most records, the header included, equally long, and longer
 * than one field. Quote and escape are always the double quote. `complete` says that the head is the whole file.
 */
export function csvDialect(head: string, complete: boolean): CsvDialect {
  const separator = /^\uFEFF?sep=([,;\t|])\r?\n/iu.exec(head);
  const before = separator === null ? 0 : separator[0].length;
  const body = head.slice(before);
  const trials = (separator === null ? DELIMITERS : [separator[1] ?? ","]).map((delimiter) =>
    tried(body, delimiter, complete),
  );
  const best = trials.reduce((winner, trial) => (better(trial, winner) ? trial : winner));
  const dialect = dialectOf(best);
  return { ...dialect, start: before + dialect.start };
}

interface Trial {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** The commonest number of fields after the first record. */
  readonly width: number;
  /** Share of all records that have it. */
  readonly even: number;
  readonly headerEnd: number;
  readonly skipped: number;
}

const MOST_TITLES = 10;

/** How many records of one field stand before a header of at least three: titles that a report put above its table. */
function titleLines(found: readonly CsvRecord[]): number {
  const first = found.findIndex((record) => record.fields.length > 1);
  const header = found[first]?.fields ?? [];
  const next = found[first + 1]?.fields ?? [];
  const plausible =
    header.length > 2 && header.length === next.length && header.every((field) => !NUMBER.test(field.trim()));
  return first > 0 && first <= MOST_TITLES && plausible ? first : 0;
}

function tried(text: string, delimiter: string, complete: boolean): Trial {
  const found = records(text, delimiter, complete);
  const skipped = titleLines(found);
  const all = found.slice(skipped);
  const rows = all.map((record) => record.fields);
  const counts = new Map<number, number>();
  for (const row of rows.length > 1 ? rows.slice(1) : rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [1, 0]);
  const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
  return { delimiter, rows, width, even, headerEnd: all[0]?.end ?? 0, skipped };
}

function better(trial: Trial, winner: Trial): boolean {
  const rank = (one: Trial): readonly number[] => {
    const header = one.rows[0]?.length ?? 0;
    return [Number(header > 1), Number(header === one.width), Math.round(one.even * 50), header];
  };
  const [mine, theirs] = [rank(trial), rank(winner)];
  const differs = mine.findIndex((value, index) => value !== theirs[index]);
  return differs >= 0 && (mine[differs] ?? 0) > (theirs[differs] ?? 0);
}

function dialectOf({ delimiter, rows, width, headerEnd, skipped }: Trial): CsvDialect {
  const first = rows[0] ?? [];
  const header = !(first.length > 0 && first.every((field) => NUMBER.test(field.trim())));
  const count = Math.max(first.length, width);
  const titles = Array.from({ length: count }, (_, index) => (header ? (first[index] ?? "") : ""));
  const padded = header && rows.length > 1 && width < first.length;
  const notes: string[] = [];
  if (skipped > 0) notes.push(`The first ${skipped} lines stand above the table and were left out.`);
  if (!header) notes.push("The first line holds only numbers, so it was read as data and the columns are numbered.");
  if (header && first.length < width)
    notes.push(`The header names ${first.length} columns but most lines have ${width}; the last are numbered.`);
  if (padded) notes.push("Most lines are shorter than the header; fields missing at the end are empty.");
  return { delimiter, header, start: header ? headerEnd : 0, columns: tableNames(titles), padded, notes };
}
