import { numbers, type Engine } from "../engine";
import { constant, joined, name, sql, type Sql } from "../sql";
import { isMarker, trimmed } from "./markers";
import { isText, type RawColumn } from "./raw-table";
import { quantity } from "./wording";
import { momentInUtc, offsetCount } from "./zone-offset";

/** How a column tells time, and how that was decided. */
export interface MomentFormat {
  readonly kind: "timestamp" | "iso" | "iso-offset" | "pattern" | "epoch";
  /** strptime's pattern; only for kind "pattern". */
  readonly pattern: string;
  /** Microseconds of one unit of the number; only for kind "epoch". */
  readonly microseconds: number;
  /** Units before 1970 at which the numbers begin to count; a spreadsheet's days begin 25,569 before. */
  readonly origin?: number;
  readonly says: string;
  /** The pattern with day and month exchanged where every value fits both, so that the order was assumed. */
  readonly other?: string;
}

const DAYS = [
  "%d/%m/%Y",
  "%m/%d/%Y",
  "%d/%m/%y",
  "%m/%d/%y",
  "%d.%m.%Y",
  "%d.%m.%y",
  "%d-%m-%Y",
  "%m-%d-%Y",
  "%d-%b-%Y",
  "%d %b %Y",
  "%Y/%m/%d",
  "%Y%m%d",
];
const TIMES = ["", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", " %I:%M %p", " %I:%M:%S %p"];
const PATTERNS = DAYS.flatMap((day) => TIMES.map((time) => day + time));

/** "19" read as the year 19 is no match. */
const EARLIEST = sql`TIMESTAMP '1901-01-01'`;

const STORED: MomentFormat = { kind: "timestamp", pattern: "", microseconds: 1, says: "stored as times" };
const ISO: MomentFormat = { kind: "iso", pattern: "", microseconds: 1, says: "read as year-month-day" };

/** The cell as a UTC TIMESTAMP; NULL where it does not read as one. */
export function momentValue(column: RawColumn, format: MomentFormat): Sql {
  const cell = sql`r.${name(column.name)}`;
  switch (format.kind) {
    case "timestamp":
      return column.type === "DATE" ? sql`CAST(${cell} AS TIMESTAMP)` : sql`make_timestamp(epoch_us(${cell}))`;
    case "iso":
      return sql`TRY_CAST(${cell} AS TIMESTAMP)`;
    case "iso-offset":
      return momentInUtc(cell);
    case "pattern":
      return sql`try_strptime(${trimmed(cell)}, ${constant(format.pattern)})`;
    case "epoch":
      return format.origin === undefined
        ? sql`make_timestamp(CAST(TRY_CAST(${cell} AS DOUBLE) * ${constant(format.microseconds)} AS BIGINT))`
        : sql`make_timestamp(CAST(round((TRY_CAST(${cell} AS DOUBLE) - ${constant(format.origin)}) * 86400000) * 1000 AS BIGINT))`;
  }
}

/**
 * Decides the format from at most 5,000 values spread over the column; where day and month could be exchanged, from all
 * of them, and if that leaves both possible, for the shorter span of time. The words say what was decided and why.
 */
export async function momentFormat(
  engine: Engine,
  table: string,
  rows: number,
  column: RawColumn,
): Promise<MomentFormat> {
  if (/^(?:TIMESTAMP|DATE)/u.test(column.type)) return STORED;
  if (!isText(column)) return epochFormat(engine, table, column);
  const spread = (most: number): Sql =>
    sql`(SELECT ${trimmed(name(column.name))} AS c FROM ${name(table)} WHERE rowid % ${Math.max(1, Math.floor(rows / most))} = 0)`;
  const few = await countPatterns(engine, spread(100), []);
  if (few.iso > 0.5 * few.values) return isoFormat(engine, table, column);
  if (few.numbers > 0.5 * few.values) return epochFormat(engine, table, column);
  const first = await countPatterns(engine, spread(100), PATTERNS);
  const possible = PATTERNS.filter((_, index) => (first.patterns[index] ?? 0) > 0);
  if (possible.length === 0) return ISO;
  const counts = await countPatterns(engine, spread(5000), possible);
  const best = Math.max(...counts.patterns);
  const candidates = possible.filter((_, index) => counts.patterns[index] === best);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return patternFormat(only, "the only order that fits");
  return dayOrMonth(engine, table, column, candidates);
}

async function isoFormat(engine: Engine, table: string, column: RawColumn): Promise<MomentFormat> {
  const count = await offsetCount(engine, table, column.name);
  if (count === 0) return ISO;
  const says = `read as year-month-day, ${quantity(count, "value")} moved to UTC by the offset it carries, such as +02:00; those without one are taken for UTC`;
  return { ...ISO, kind: "iso-offset", says };
}

const patternFormat = (pattern: string, reason: string): MomentFormat => ({
  kind: "pattern",
  pattern,
  microseconds: 1,
  says: `read as ${inWords(pattern)} (${reason})`,
});

const NAMES: Readonly<Record<string, string>> = { d: "day", m: "month", b: "month", Y: "year", y: "year" };

const inWords = (pattern: string): string =>
  [...pattern.matchAll(/%([dmbYy])/gu)].map((match) => NAMES[match[1] ?? ""] ?? "").join(", ");

interface PatternCounts {
  readonly values: number;
  readonly iso: number;
  readonly numbers: number;
  /** In the order of the patterns asked for. */
  readonly patterns: readonly number[];
}

async function countPatterns(engine: Engine, from: Sql, patterns: readonly string[]): Promise<PatternCounts> {
  const counted = patterns.map(
    (pattern, index) =>
      sql`CAST(count_if(try_strptime(c, ${pattern}) > ${EARLIEST}) AS DOUBLE) AS ${name(`p${index}`)}`,
  );
  // A condition would be asked of every row of the table, before the few are taken from it.
  const given = sql`(SELECT CASE WHEN ${isMarker(sql`c`)} THEN NULL ELSE c END AS c FROM ${from})`;
  const answer = await engine.query(sql`
    SELECT ${joined([sql`count(c) AS given`, sql`count(TRY_CAST(c AS TIMESTAMP)) AS iso`, sql`count(TRY_CAST(c AS DOUBLE)) AS numbers`, ...counted])}
    FROM ${given}`);
  const cell = (label: string): number => numbers(answer, label)[0] ?? 0;
  return {
    values: cell("given"),
    iso: cell("iso"),
    numbers: cell("numbers"),
    patterns: patterns.map((_, index) => cell(`p${index}`)),
  };
}

async function dayOrMonth(
  engine: Engine,
  table: string,
  column: RawColumn,
  candidates: readonly string[],
): Promise<MomentFormat> {
  const read = candidates.map((pattern) => sql`try_strptime(c, ${pattern})`);
  const parts = read.flatMap((value, index) => [
    sql`count(${value}) AS ${name(`n${index}`)}`,
    sql`CAST(epoch_us(max(${value})) - epoch_us(min(${value})) AS DOUBLE) AS ${name(`s${index}`)}`,
  ]);
  const answer = await engine.query(
    sql`SELECT ${joined(parts)} FROM (SELECT ${trimmed(name(column.name))} AS c FROM ${name(table)})`,
  );
  const ranked = candidates
    .map((pattern, index) => ({
      pattern,
      count: numbers(answer, `n${index}`)[0] ?? 0,
      span: numbers(answer, `s${index}`)[0] ?? Infinity,
    }))
    .sort((a, b) => b.count - a.count || a.span - b.span);
  const [first, second] = ranked;
  if (first === undefined) return ISO;
  if (second === undefined || second.count < first.count)
    return patternFormat(first.pattern, "decided from all values");
  const assumed = patternFormat(
    first.pattern,
    "day and month could be exchanged in every value; assumed, for the shorter span of time",
  );
  return { ...assumed, other: second.pattern };
}

/** The same with day and month exchanged, for who knows better. */
export function exchanged(format: MomentFormat): MomentFormat {
  if (format.other === undefined) return format;
  return { ...patternFormat(format.other, "as chosen"), other: format.pattern };
}

/** A spreadsheet's days from 1954 to 2119; as seconds they would all be the first day of 1970. */
const [FIRST_DAY, LAST_DAY] = [20_000, 80_000];

const SPREADSHEET_DAYS: MomentFormat = {
  kind: "epoch",
  pattern: "",
  microseconds: 86_400_000_000,
  origin: 25_569,
  says: "read as a spreadsheet's days since 1900",
};

/** A spreadsheet's days, or seconds, milliseconds, microseconds or nanoseconds since 1970, by the size of the numbers. */
async function epochFormat(engine: Engine, table: string, column: RawColumn): Promise<MomentFormat> {
  const answer = await engine.query(
    sql`SELECT max(abs(TRY_CAST(${name(column.name)} AS DOUBLE))) AS largest, min(TRY_CAST(${name(column.name)} AS DOUBLE)) AS least FROM ${name(table)}`,
  );
  const largest = numbers(answer, "largest")[0] ?? 0;
  if ((numbers(answer, "least")[0] ?? 0) >= FIRST_DAY && largest < LAST_DAY) return SPREADSHEET_DAYS;
  const [microseconds, unit] =
    largest < 1e11
      ? [1e6, "seconds"]
      : largest < 1e14
        ? [1e3, "milliseconds"]
        : largest < 1e17
          ? [1, "microseconds"]
          : [1e-3, "nanoseconds"];
  return {
    kind: "epoch",
    pattern: "",
    microseconds: microseconds as number,
    says: `read as ${unit as string} since 1970`,
  };
}
