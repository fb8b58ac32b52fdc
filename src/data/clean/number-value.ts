import type { Engine } from "../engine";
import { numbers } from "../engine";
import { name, sql, type Sql } from "../sql";
import { isMarker } from "./markers";
import { isText, type RawColumn } from "./raw-table";

/** How a column of text writes its numbers: "1234.5", "1.234,5" or "1,234.5". */
export type NumberStyle = "plain" | "decimal-comma" | "thousands-comma";

const INTEGERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|BOOLEAN|DECIMAL.*)$/u;

/** The cell as a finite DOUBLE; NULL where it does not read as one. */
export function numberValue(column: RawColumn, style: NumberStyle): Sql {
  const cell = sql`r.${name(column.name)}`;
  if (INTEGERS.test(column.type)) return sql`CAST(${cell} AS DOUBLE)`;
  const value = isText(column) ? sql`TRY_CAST(${withPoint(cell, style)} AS DOUBLE)` : sql`TRY_CAST(${cell} AS DOUBLE)`;
  return sql`CASE WHEN isfinite(${value}) THEN ${value} END`;
}

function withPoint(cell: Sql, style: NumberStyle): Sql {
  if (style === "decimal-comma") return sql`replace(replace(${cell}, '.', ''), ',', '.')`;
  if (style === "thousands-comma") return sql`replace(${cell}, ',', '')`;
  return cell;
}

/**
 * Decided from at most 20,000 values spread over the column: a style other than plain only when at least half of the
 * values that hold a comma read in it.
 */
export async function numberStyle(engine: Engine, table: string, rows: number, column: RawColumn): Promise<NumberStyle> {
  if (!isText(column)) return "plain";
  const cell = name(column.name);
  const stride = Math.max(1, Math.floor(rows / 20_000));
  const answer = await engine.query(sql`
    SELECT CAST(count(*) AS DOUBLE) AS commas,
      CAST(count_if(regexp_full_match(c, '[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?')) AS DOUBLE) AS thousands,
      CAST(count_if(regexp_full_match(c, '[+-]?([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+),[0-9]+')) AS DOUBLE) AS decimals
    FROM (SELECT trim(${cell}) AS c FROM ${name(table)} WHERE rowid % ${stride} = 0 AND contains(${cell}, ','))
    WHERE NOT (${isMarker(sql`c`)})`);
  const [commas, thousands, decimals] = ["commas", "thousands", "decimals"].map((column) => numbers(answer, column)[0] ?? 0);
  if (commas === undefined || thousands === undefined || decimals === undefined || commas === 0) return "plain";
  if (decimals > thousands && decimals * 2 >= commas) return "decimal-comma";
  return thousands * 2 >= commas ? "thousands-comma" : "plain";
}
