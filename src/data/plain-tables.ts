import { sql, type Sql } from "./sql";

/** 160 MB of numbers: what takes no more is kept as it is, since making it small costs a tenth of opening a file. */
const PLAIN_CELLS = 20e6;

/** A table of so many cells is small enough to be kept as it is. */
export const isPlain = (rows: number, columns: number): boolean => rows * columns <= PLAIN_CELLS;

/** What to create for so many cells: a plain table, which only temporary ones are, or one that is kept compressed. */
export const tableFor = (rows: number, columns: number): Sql => (isPlain(rows, columns) ? sql`TEMP TABLE` : sql`TABLE`);
