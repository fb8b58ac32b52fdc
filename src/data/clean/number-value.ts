import { numbers, single, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";
import { isText, type RawColumn } from "./raw-table";

/** How a column of text writes its numbers: "1234.5", "1.234,5" or "1,234.5". */
export type NumberStyle = "plain" | "decimal-comma" | "thousands-comma";

const INTEGERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|BOOLEAN|DECIMAL.*)$/u;

/** The cell as a DOUBLE; NULL where it does not read as one. NaN and infinity pass unless `guarded`, which costs time. */
export function numberValue(column: RawColumn, style: NumberStyle, guarded: boolean): Sql {
  const cell = sql`r.${name(column.name)}`;
  if (INTEGERS.test(column.type)) return sql`CAST(${cell} AS DOUBLE)`;
  const value = sql`TRY_CAST(${isText(column) ? withPoint(cell, style) : cell} AS DOUBLE)`;
  return guarded ? sql`CASE WHEN isfinite(${value}) THEN ${value} END` : value;
}

function withPoint(cell: Sql, style: NumberStyle): Sql {
  if (style === "decimal-comma") return sql`replace(replace(${cell}, '.', ''), ',', '.')`;
  if (style === "thousands-comma") return sql`replace(${cell}, ',', '')`;
  return cell;
}

/**
 * The style of each column, decided from at most 20,000 values spread over the table: other than plain only when at least
 * half of the values that hold a comma read in it.
 */
export async function numberStyles(
  engine: Engine,
  table: string,
  rows: number,
  columns: readonly RawColumn[],
): Promise<ReadonlyMap<string, NumberStyle>> {
  const text = columns.filter(isText);
  const styles = new Map<string, NumberStyle>(columns.map((column) => [column.name, "plain"]));
  if (text.length === 0) return styles;
  const stride = Math.max(1, Math.floor(rows / 20_000));
  const items = text.map(
    (column, index) => sql`CAST(count_if(contains(${name(column.name)}, ',')) AS DOUBLE) AS ${name(`c${index}`)}`,
  );
  const answer = await engine.query(sql`SELECT ${joined(items)} FROM ${name(table)} WHERE rowid % ${stride} = 0`);
  for (const [index, column] of text.entries())
    if ((numbers(answer, `c${index}`)[0] ?? 0) > 0)
      styles.set(column.name, await numberStyle(engine, table, stride, column));
  return styles;
}

async function numberStyle(engine: Engine, table: string, stride: number, column: RawColumn): Promise<NumberStyle> {
  const cell = name(column.name);
  const answer = await engine.query(sql`
    SELECT CAST(count(*) AS DOUBLE) AS commas,
      CAST(count_if(regexp_full_match(c, '[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?')) AS DOUBLE) AS thousands,
      CAST(count_if(regexp_full_match(c, '[+-]?([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+),[0-9]+')) AS DOUBLE) AS decimals
    FROM (SELECT trim(${cell}) AS c FROM ${name(table)} WHERE rowid % ${stride} = 0 AND contains(${cell}, ','))`);
  const commas = single(answer, "commas");
  const thousands = single(answer, "thousands");
  const decimals = single(answer, "decimals");
  if (decimals > thousands && decimals * 2 >= commas) return "decimal-comma";
  return thousands * 2 >= commas ? "thousands-comma" : "plain";
}
