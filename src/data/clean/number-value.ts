import { constant, name, sql, type Sql } from "../sql";
import { isText, type RawColumn } from "./raw-table";

/** How a column of text writes its numbers: "1234.5", "1.234,5", "1,234.5", "1 234.5" or "1'234.5". */
export type NumberStyle = "plain" | "decimal-comma" | "thousands-comma" | "thousands-point" | "thousands-gap";

const INTEGERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|BOOLEAN|DECIMAL.*)$/u;

/** Blanks and apostrophes between thousands; no-break and narrow ones too. */
export const GAPS = constant(" \u00a0\u202f\u2009'’");

/** No amount of anything is larger: squares of such numbers leave the range of doubles, and with them every statistic. */
export const BEYOND_AMOUNTS = 1e100;

/**
 * The cell as a DOUBLE; NULL where it does not read as one. NaN, infinity and what is beyond all amounts pass unless
 * `guarded`, which costs time.
 */
export function numberValue(column: RawColumn, style: NumberStyle, guarded: boolean): Sql {
  const cell = sql`r.${name(column.name)}`;
  if (INTEGERS.test(column.type)) return sql`CAST(${cell} AS DOUBLE)`;
  const value = sql`TRY_CAST(${isText(column) ? withPoint(cell, style) : cell} AS DOUBLE)`;
  return guarded ? sql`CASE WHEN abs(${value}) < ${BEYOND_AMOUNTS} THEN ${value} END` : value;
}

function withPoint(cell: Sql, style: NumberStyle): Sql {
  const close = (text: Sql): Sql => sql`translate(trim(${text}), ${GAPS}, '')`;
  switch (style) {
    case "plain":
      return cell;
    case "decimal-comma":
      return sql`replace(replace(${close(cell)}, '.', ''), ',', '.')`;
    case "thousands-comma":
      return sql`replace(${close(cell)}, ',', '')`;
    case "thousands-point":
      return sql`replace(${close(cell)}, '.', '')`;
    case "thousands-gap":
      return close(cell);
  }
}
