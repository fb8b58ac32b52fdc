import type { Clean } from "../clean/build-clean";
import { joined, name, sql, type Sql } from "../sql";

/** What to keep; the same structure as the view's filters. Empty lists and nulls keep everything. */
export interface RowFilters {
  readonly makers: readonly string[];
  readonly handsets: readonly string[];
  readonly locations: readonly string[];
  /** Labels of applications: traffic then counts only these. */
  readonly apps: readonly string[];
  /** Milliseconds since 1970 UTC, inclusive / exclusive. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The word under which a missing handset, maker or location can be chosen. */
export const UNKNOWN = "Unknown";

/** Conditions on the rows of `clean`; empty when every row is kept. Filters on columns that the data lacks do nothing. */
export function rowConditions(clean: Clean, filters: RowFilters): readonly Sql[] {
  const chosen = { maker: filters.makers, handset: filters.handsets, location: filters.locations };
  const words = clean.categories.flatMap(({ column }) =>
    chosen[column].length === 0 ? [] : [oneOf(name(column), chosen[column])],
  );
  if (!clean.hasTime) return words;
  const from = filters.from === null ? [] : [sql`epoch_us(started) >= ${filters.from} * 1000.0`];
  const to = filters.to === null ? [] : [sql`epoch_us(started) < ${filters.to} * 1000.0`];
  return [...words, ...from, ...to];
}

function oneOf(column: Sql, values: readonly string[]): Sql {
  const text = sql`CAST(${column} AS VARCHAR)`;
  const among = sql`${text} IN (${joined(values.map((value) => sql`${value}`))})`;
  return values.includes(UNKNOWN) ? sql`(${among} OR ${column} IS NULL)` : among;
}
