import { isEmpty, isMissing, isValue, isYear } from "./cell-kind";

/** Where the header stands among the records of a head. */
export interface FoundHeader {
  /** The names, one for each column; empty when the file has no header. */
  readonly names: readonly string[];
  /** Records above it, left out. */
  readonly titles: number;
  /** Records that it takes: none, one, or more of which the upper ones span columns. */
  readonly records: number;
}

type Row = readonly string[];

const MOST_TITLES = 40;
const BODY = 60;
const MOST_LINES = 4;

/**
 * Finds the header. A record above it is a title when it has another number of fields, or nothing but its first filled,
 * and a record below is a header of the right width: words over a column of numbers or dates. The first record is data
 * when it holds numbers or dates wherever the records below do.
 */
export function findHeader(rows: readonly Row[], width: number): FoundHeader {
  const titles = titleRecords(rows, width);
  const first = rows[titles] ?? [];
  const typed = typedColumns(rows.slice(titles + 1), width);
  if (isData(first, typed, width)) return { names: [], titles, records: 0 };
  const block = headerLines(rows.slice(titles), width);
  return { names: block.length === 1 ? first : joined(block), titles, records: block.length };
}

function titleRecords(rows: readonly Row[], width: number): number {
  const later = (from: number): boolean =>
    rows.slice(from, MOST_TITLES).some((_, index) => isHeaderOver(rows, from + index, width));
  for (let at = 0; at < Math.min(MOST_TITLES, rows.length - 1); at++) {
    const row = rows[at] ?? [];
    if (row.length === width && !isTitle(row, width)) {
      if (at === 0 || startsTable(rows, at, width)) return at;
      if (!isBelowTitles(rows, at, width)) return 0;
      continue;
    }
    // A header may be short of names, or have more of them than its records have fields.
    if (!(width > 2 && (row.length === 1 || isTitle(row, width))) && !later(at + 1)) return 0;
  }
  return 0;
}

/** One field alone is filled. */
function isTitle(row: Row, width: number): boolean {
  const filled = row.filter((cell) => !isEmpty(cell)).length;
  return width > 2 ? filled <= 1 : width === 2 && filled === 1 && !isEmpty(row[0] ?? "");
}

/** Nothing but records of one filled field above. */
const isBelowTitles = (rows: readonly Row[], at: number, width: number): boolean =>
  rows.slice(0, at).every((row) => row.length === 1 || isTitle(row, width) || row.some(isLong));

const isLong = (cell: string): boolean => cell.length > 120;

/** Below titles of one field a table of three columns starts without more evidence than words. */
function startsTable(rows: readonly Row[], at: number, width: number): boolean {
  const words = (rows[at] ?? []).every((cell) => !isValue(cell) && !isLong(cell));
  if (isBelowTitles(rows, at, width) && width > 2 && words && rows[at + 1]?.length === width) return true;
  return rows.slice(at, at + MOST_LINES).some((_, index) => isHeaderOver(rows, at + index, width));
}

/** Words over at least one column of numbers or dates. */
function isHeaderOver(rows: readonly Row[], at: number, width: number): boolean {
  const row = rows[at] ?? [];
  if (row.length !== width || isTitle(row, width)) return false;
  const typed = typedColumns(rows.slice(at + 1), width);
  return (
    row.every((cell) => !isValue(cell) || isYear(cell)) &&
    typed.some((one, column) => one && !isEmpty(row[column] ?? ""))
  );
}

/** Which columns hold numbers or dates in four of five filled cells. */
function typedColumns(below: readonly Row[], width: number): readonly boolean[] {
  const body = below.slice(0, BODY).filter((row) => row.length === width);
  return Array.from({ length: width }, (_, column) => {
    const filled = body.map((row) => row[column] ?? "").filter((cell) => !isMissing(cell));
    return filled.length > 0 && filled.filter(isValue).length >= 0.8 * filled.length;
  });
}

function isData(first: Row, typed: readonly boolean[], width: number): boolean {
  const filled = first.filter((cell) => !isEmpty(cell));
  if (filled.length > 0 && filled.every((cell) => isValue(cell) && (!isYear(cell) || filled.length === first.length)))
    return true;
  if (first.length !== width) return false;
  const cells = first.filter((cell, column) => typed[column] === true && !isMissing(cell));
  return cells.length > 0 && cells.every((cell) => isValue(cell) && !isYear(cell));
}

/**
 * The header's lines: another follows where a line has gaps, as merged cells leave them, that words below fill, or where
 * words stand under a name over numbers and nothing under the first column.
 */
function headerLines(rows: readonly Row[], width: number): readonly Row[] {
  let count = 1;
  while (count < Math.min(MOST_LINES, rows.length - 1)) {
    const [upper = [], lower = []] = [rows[count - 1], rows[count]];
    if (upper.length !== width || lower.length !== width || lower.some((cell) => isValue(cell))) break;
    if (!fillsGaps(upper, lower) && !(count > 1 && isAfterthought(lower, rows.slice(count + 1), width))) break;
    count++;
  }
  return rows.slice(0, count);
}

function fillsGaps(upper: Row, lower: Row): boolean {
  const gaps = upper.flatMap((cell, column) => (isEmpty(cell) ? [column] : []));
  const named = gaps.filter((column) => !isEmpty(lower[column] ?? ""));
  return upper.length > 2 && named.length > 0 && named.length * 2 >= gaps.length;
}

function isAfterthought(lower: Row, below: readonly Row[], width: number): boolean {
  const typed = typedColumns(below, width);
  const filled = lower.flatMap((cell, column) => (isMissing(cell) ? [] : [column]));
  return isEmpty(lower[0] ?? "") && filled.length > 0 && filled.every((column) => typed[column] === true);
}

/** Each column's words from top to bottom; a line's gap is filled from its left where something stands below. */
function joined(block: readonly Row[]): readonly string[] {
  const width = block[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const deepest = block.findLastIndex((row) => !isEmpty(row[column] ?? ""));
    const parts = block.slice(0, deepest + 1).map((row, line) => {
      const own = row[column] ?? "";
      return isEmpty(own) && line < deepest ? (row.slice(0, column).findLast((cell) => !isEmpty(cell)) ?? "") : own;
    });
    return parts.filter((part) => !isEmpty(part)).join(" ");
  });
}
