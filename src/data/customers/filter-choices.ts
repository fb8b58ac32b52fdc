import type { Clean } from "../clean/build-clean";
import { numbers, texts, type Engine } from "../engine";
import { name, sql } from "../sql";
import { UNKNOWN } from "./row-filters";

/** The values that a filter can take, most frequent first. */
export interface RowFilterChoices {
  readonly makers: ValueChoices;
  readonly handsets: ValueChoices;
  readonly locations: ValueChoices;
  readonly apps: readonly string[];
  /** First start and one millisecond after the last, ms since 1970 UTC; null without time. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The most frequent values of one column, and how many it has. */
export interface ValueChoices {
  readonly listed: readonly RowFilterChoice[];
  readonly total: number;
}

export interface RowFilterChoice {
  readonly value: string;
  readonly rows: number;
}

/** A list longer than this helps nobody to choose; `findValues` reaches the rest. */
const MOST = 2000;

/** Counts over the kept rows of `clean`, filters left aside; missing values are offered as “Unknown”. */
export async function filterChoices(engine: Engine, clean: Clean): Promise<RowFilterChoices> {
  const has = (column: string): boolean => clean.categories.some((category) => category.column === column);
  const list = async (column: "maker" | "handset" | "location"): Promise<ValueChoices> =>
    has(column) ? choices(engine, column) : { listed: [], total: 0 };
  const span = clean.hasTime ? await timeSpan(engine) : [null, null];
  return {
    makers: await list("maker"),
    handsets: await list("handset"),
    locations: await list("location"),
    apps: clean.apps.map(({ label }) => label),
    from: span[0] ?? null,
    to: span[1] ?? null,
  };
}

async function choices(engine: Engine, column: string): Promise<ValueChoices> {
  const answer = await engine.query(sql`
    SELECT coalesce(CAST(word AS VARCHAR), ${UNKNOWN}) AS word, n, CAST(count(*) OVER () AS DOUBLE) AS total
    FROM (SELECT ${name(column)} AS word, CAST(count(*) AS DOUBLE) AS n FROM clean WHERE set_aside IS NULL GROUP BY 1)
    ORDER BY n DESC, word LIMIT ${MOST}`);
  const rows = numbers(answer, "n");
  return {
    listed: texts(answer, "word").map((value, index) => ({ value: value ?? UNKNOWN, rows: rows[index] ?? 0 })),
    total: numbers(answer, "total")[0] ?? 0,
  };
}

async function timeSpan(engine: Engine): Promise<readonly (number | null)[]> {
  const answer = await engine.query(sql`
    SELECT CAST(epoch_us(min(started)) AS DOUBLE) / 1000 AS earliest, CAST(epoch_us(max(started)) AS DOUBLE) / 1000 AS latest
    FROM clean WHERE set_aside IS NULL`);
  const [earliest, latest] = [numbers(answer, "earliest")[0] ?? NaN, numbers(answer, "latest")[0] ?? NaN];
  return Number.isNaN(earliest) || Number.isNaN(latest) ? [null, null] : [Math.floor(earliest), Math.floor(latest) + 1];
}
