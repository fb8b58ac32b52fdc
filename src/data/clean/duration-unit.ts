import { numbers, type Engine } from "../engine";
import { recognise } from "../roles/recognise";
import { secondsUnit } from "../roles/unit";
import { joined, name, sql, type Sql } from "../sql";
import { aliasOf, parsedOf, parsedRows, type Parsed } from "./parsed";

interface UnitCandidate {
  readonly word: string;
  /** Seconds of one unit. */
  readonly seconds: number;
}

const CANDIDATES: readonly UnitCandidate[] = [
  { word: "seconds", seconds: 1 },
  { word: "milliseconds", seconds: 0.001 },
  { word: "minutes", seconds: 60 },
  { word: "microseconds", seconds: 1e-6 },
];

/** The unit that a duration is really in, and how that is known. */
export interface DurationUnit {
  readonly column: string;
  /** Seconds of one unit. */
  readonly seconds: number;
  readonly word: string;
  /** What the header says; null if nothing. */
  readonly header: string | null;
  readonly basis: "times" | "ratio" | "header" | "assumed";
  readonly agree: number;
  readonly compared: number;
  /** The column beside it that was compared, for basis "ratio". */
  readonly beside: string | null;
  /** Share of the values that are 86,399 or 86,400: the seconds of a day, told only when the header cannot be checked. */
  readonly dayShare: number;
}

/** Share of the comparable rows that must agree before the values overrule the header. */
const ENOUGH = 0.9;

const wordFor = (seconds: number): string =>
  CANDIDATES.find((one) => one.seconds === seconds)?.word ?? (seconds === 3600 ? "hours" : "seconds");

/** end − start in seconds; NULL unless the file has both. */
export function elapsed(parsed: Parsed): Sql | null {
  if (parsed.times.length < 2) return null;
  return sql`((epoch_us(t_end) - epoch_us(t_start)) / 1e6)`;
}

/** Items that count, for each unit, the rows on which duration = end − start (± 1.5 s, or ± 60.5 s for whole minutes). */
export function unitItems(parsed: Parsed): readonly Sql[] {
  const duration = aliasOf(parsed, "duration");
  const span = elapsed(parsed);
  const start = aliasOf(parsed, "start");
  if (duration === null || span === null || start === null) return [];
  const within = CANDIDATES.flatMap(({ seconds }, index) =>
    [1.5, 60.5].map(
      (tolerance, finer) =>
        sql`CAST(count_if(${span} > 0 AND abs(${duration} * ${seconds} - ${span}) <= ${tolerance}) AS DOUBLE) AS ${name(`unit_${index}_${finer}`)}`,
    ),
  );
  return [
    ...within,
    sql`CAST(count_if(${span} > 0 AND ${duration} IS NOT NULL) AS DOUBLE) AS unit_compared`,
    sql`CAST(count_if(epoch_us(${start}) % 60000000 <> 0) AS DOUBLE) AS unit_seconds_told`,
  ];
}

/** Decides the unit: by end − start, else by a second duration column 1000 times as large, else by the header. */
export async function durationUnit(
  engine: Engine,
  parsed: Parsed,
  cell: (label: string) => number,
): Promise<DurationUnit | null> {
  const column = parsedOf(parsed, "duration");
  if (column === null) return null;
  const named = secondsUnit(column.name);
  const base = { column: column.name, header: named?.symbol ?? null, agree: 0, compared: 0, beside: null, dayShare: 0 };
  const byTimes = unitItems(parsed).length === 0 ? null : byElapsed(cell);
  if (byTimes !== null) return { ...base, ...byTimes, basis: "times" };
  const beside = await besideColumn(engine, parsed);
  if (beside !== null) return { ...base, ...beside, basis: "ratio" };
  if (named !== null)
    return {
      ...base,
      seconds: named.factor,
      word: wordFor(named.factor),
      basis: "header",
      dayShare: await dayShare(engine, parsed),
    };
  return { ...base, seconds: 1, word: "seconds", basis: "assumed" };
}

/** A session that lasts the whole day is the most common long one: 86,399 or 86,400 betrays seconds under any header. */
async function dayShare(engine: Engine, parsed: Parsed): Promise<number> {
  const duration = aliasOf(parsed, "duration");
  if (duration === null) return 0;
  const answer = await engine.query(sql`
    SELECT CAST(count_if(${duration} IN (86399, 86400)) AS DOUBLE) / greatest(count(${duration}), 1) AS days FROM (${parsedRows(parsed)})`);
  return numbers(answer, "days")[0] ?? 0;
}

function byElapsed(
  cell: (label: string) => number,
): Pick<DurationUnit, "seconds" | "word" | "agree" | "compared"> | null {
  const compared = cell("unit_compared");
  const finer = cell("unit_seconds_told") > 0 ? 0 : 1;
  const ranked = CANDIDATES.map((one, index) => ({ ...one, agree: cell(`unit_${index}_${finer}`) })).sort(
    (a, b) => b.agree - a.agree,
  );
  const best = ranked[0];
  if (best === undefined || compared === 0 || best.agree < ENOUGH * compared) return null;
  return { seconds: best.seconds, word: best.word, agree: best.agree, compared };
}

/** Another column that its name calls a duration and that is 1000 times, or a thousandth, of this one on nearly every row. */
async function besideColumn(
  engine: Engine,
  parsed: Parsed,
): Promise<Pick<DurationUnit, "seconds" | "word" | "agree" | "compared" | "beside"> | null> {
  const column = parsedOf(parsed, "duration");
  const other = parsed.raw.all.find((one) => one.name !== column?.name && recognise(one.name).role === "duration");
  if (column === null || other === undefined) return null;
  const pair = [column.name, other.name].map((label) => sql`TRY_CAST(${name(label)} AS DOUBLE)`);
  const [own, beside] = pair;
  if (own === undefined || beside === undefined) return null;
  const near = (factor: number): Sql =>
    sql`CAST(count_if(abs(${beside} - ${own} * ${factor}) <= ${factor > 1 ? factor : 1}) AS DOUBLE)`;
  const answer = await engine.query(sql`
    SELECT ${joined([sql`${near(1000)} AS larger`, sql`${near(0.001)} AS smaller`])}, CAST(count_if(${own} > 0 AND ${beside} > 0) AS DOUBLE) AS compared
    FROM ${name(parsed.raw.table)} WHERE ${own} > 0 AND ${beside} > 0`);
  const [larger, smaller, compared] = ["larger", "smaller", "compared"].map((label) => numbers(answer, label)[0] ?? 0);
  if (larger === undefined || smaller === undefined || compared === undefined || compared === 0) return null;
  if (larger >= ENOUGH * compared) return { seconds: 1, word: "seconds", agree: larger, compared, beside: other.name };
  if (smaller >= ENOUGH * compared)
    return { seconds: 0.001, word: "milliseconds", agree: smaller, compared, beside: other.name };
  return null;
}
