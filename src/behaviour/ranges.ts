import { constant, sql, type Sql } from "../data/sql";

/** Whole numbers from `first` to `last`, both among them. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Rows that are worked on at once: few enough for their tables to be small beside the file, many enough to be worth a statement. */
export const ROWS_AT_ONCE = 1_000_000;

/** A column's values lie in a range. */
export const within = (column: Sql, { first, last }: Range): Sql =>
  sql`${column} BETWEEN ${constant(first)} AND ${constant(last)}`;

/** The numbers 1 … last in ranges of `size`; at least one, though it be empty. */
export function rangesUpTo(last: number, size: number): readonly Range[] {
  const count = Math.max(1, Math.ceil(last / size));
  return Array.from({ length: count }, (_, at) => ({ first: at * size + 1, last: Math.min(last, (at + 1) * size) }));
}
