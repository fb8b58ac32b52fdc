import { tableNames } from "../column-names";
import { isValue } from "./cell-kind";
import { plainFormat, type CsvFormat } from "./csv-format";
import { findHeader, type FoundHeader } from "./csv-header";
import { tried, type Trial } from "./csv-trial";

/** How a delimited file is written, and its columns. */
export interface CsvDialect {
  readonly format: CsvFormat;
  /** False when the first record is data; the columns are then numbered. */
  readonly header: boolean;
  /** Characters before the first record of data: blank lines, a spreadsheet's “sep=;”, titles, the header. */
  readonly start: number;
  /** Records above the header that were left out. */
  readonly titles: readonly string[];
  readonly columns: readonly string[];
  /** True when most records are shorter than the header: missing fields at the end are then empty, not an error. */
  readonly padded: boolean;
  readonly notes: readonly string[];
}

const COMMON = [",", ";", "\t", "|"] as const;
const RARE = ["^", "~", ":", "\u0001", "\u001f", "§", "¦", "#"] as const;

/**
 * The dialect of the head of a file: the delimiter that makes most records, the header included, equally long, and longer
 * than one field. Rarer delimiters, doubled ones and columns parted by blanks are looked for only where the four common
 * ones find no table. `complete` says that the head is the whole file.
 */
export function csvDialect(head: string, complete: boolean): CsvDialect {
  const separator = /^\uFEFF?sep=([^\r\n]{1,3})\r?\n/iu.exec(head);
  const before = separator === null ? 0 : separator[0].length;
  const body = head.slice(before);
  const best =
    separator === null ? bestTrial(body, complete) : seen(tried(body, plainFormat(separator[1] ?? ","), complete));
  const dialect = dialectOf(withOtherQuotes(body, best, complete), body);
  return { ...dialect, start: before + dialect.start };
}

interface Seen extends Trial {
  readonly head: FoundHeader;
  readonly names: number;
}

function seen(trial: Trial): Seen {
  const head = findHeader(
    trial.found.map(({ fields }) => fields),
    trial.width,
  );
  const table = trial.found.slice(head.titles);
  const even = table.filter(({ fields }) => fields.length === trial.width).length / Math.max(1, table.length);
  return { ...trial, even, head, names: table[0]?.fields.length ?? 0 };
}

function bestTrial(body: string, complete: boolean): Seen {
  const best = COMMON.map((delimiter) => seen(tried(body, plainFormat(delimiter), complete))).reduce(better);
  const doubled = twice(body, best, complete);
  if (doubled !== null) return doubled;
  if (best.names > 1 && best.width > 1 && best.even > 0.5) return best;
  const rare = [...RARE.map(plainFormat), { ...plainFormat(" "), runs: true }]
    .filter(({ delimiter }) => body.includes(delimiter))
    .map((format) => seen(tried(body, format, complete)))
    .filter((trial) => isTable(trial, body));
  return rare.length === 0 ? best : rare.reduce(better);
}

/** The evidence that a delimiter which ordinary text holds too must give. */
function isTable({ format, found, names, width, even }: Seen, body: string): boolean {
  if (found.length < 3 || names !== width || width < 2 || even < 0.95) return false;
  if (!format.runs) return true;
  const numbers = found.slice(1).every(({ fields }) => fields.some(isValue));
  return numbers && (width > 2 || /\S(?: {2,}|\t)\S/u.test(body));
}

/** “||” and its like: the delimiter never stands alone. */
function twice(body: string, best: Seen, complete: boolean): Seen | null {
  const delimiters = [...COMMON, ...RARE].filter((one) => body.includes(one + one) && !standsAlone(body, one));
  const trials = delimiters.map((one) => seen(tried(body, plainFormat(one + one), complete)));
  const good = trials.filter(({ names, width, even }) => names > 1 && names === width && even > 0.9);
  const first = good.reduce<Seen | null>((most, one) => (most === null ? one : better(most, one)), null);
  return first !== null && (best.width < 2 || best.format.delimiter === first.format.delimiter[0]) ? first : null;
}

function standsAlone(body: string, one: string): boolean {
  return body.split(one + one).some((piece) => piece.includes(one));
}

function better(winner: Seen, trial: Seen): Seen {
  const rank = ({ names, width, even }: Seen): readonly number[] => [
    Number(names > 1),
    Number(names === width),
    Math.round(even * 50),
    names,
  ];
  const [mine, theirs] = [rank(trial), rank(winner)];
  const differs = mine.findIndex((value, index) => value !== theirs[index]);
  return differs >= 0 && (mine[differs] ?? 0) > (theirs[differs] ?? 0) ? trial : winner;
}

/** Single quotes where double ones never enclose a field, and backslashes before quotes, where they read better. */
function withOtherQuotes(body: string, best: Seen, complete: boolean): Seen {
  const others: CsvFormat[] = [];
  if (body.includes('\\"')) others.push({ ...best.format, escape: "backslash" });
  const single = best.found.filter(({ fields }) => fields.some((field) => /^'.*'$/su.test(field.trim()))).length;
  if (!body.includes('"') && single * 2 > best.found.length) others.push({ ...best.format, quote: "'" });
  return others
    .map((format) => seen(tried(body, format, complete)))
    .reduce(
      (winner, trial) =>
        trial.even > winner.even ||
        (trial.even === winner.even && (trial.loose < winner.loose || trial.format.quote === "'"))
          ? trial
          : winner,
      best,
    );
}

function dialectOf(best: Seen, body: string): CsvDialect {
  const { format, found, width, head, names } = best;
  const header = head.records > 0;
  const count = Math.max(header ? names : 0, width);
  const columns = tableNames(Array.from({ length: count }, (_, index) => head.names[index] ?? ""));
  const padded = header && found.length > head.titles + 1 && width < names;
  const titles = found.slice(0, head.titles).map(({ start, stop }) => body.slice(start, stop));
  const last = head.titles + head.records - 1;
  const notes = notesOn(best, padded, columns.length);
  return { format, header, start: found[last]?.end ?? 0, titles, columns, padded, notes };
}

function notesOn({ format, head, names }: Seen, padded: boolean, columns: number): readonly string[] {
  const notes: string[] = [];
  if (head.titles > 0)
    notes.push(
      head.titles === 1
        ? "The first line stands above the table and was left out."
        : `The first ${head.titles} lines stand above the table and were left out.`,
    );
  if (head.records === 0) notes.push("The first line is data, not a header, so the columns are numbered.");
  if (head.records > 1)
    notes.push(`The header takes ${head.records} lines, of which the upper ones span columns; they were joined.`);
  if (head.records > 0 && names < columns)
    notes.push(`The header names ${names} columns but most lines have ${columns}; the last are numbered.`);
  if (padded) notes.push("Most lines are shorter than the header; fields missing at the end are empty.");
  if (format.runs) notes.push("The columns are parted by blanks.");
  if (!COMMON.some((one) => one === format.delimiter) && !format.runs)
    notes.push(`The columns are parted by “${format.delimiter}”.`);
  if (format.escape === "backslash") notes.push("Quotes inside fields are written with a backslash.");
  if (format.quote === "'") notes.push("Fields are enclosed in single quotes.");
  return notes;
}
