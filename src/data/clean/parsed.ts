import type { Engine } from "../engine";
import type { Role } from "../role";
import { joined, name, sql, type Sql } from "../sql";
import { exchanged, momentFormat, momentValue, type MomentFormat } from "./moment-value";
import { numberStyles } from "./number-styles";
import { numberValue, type NumberStyle } from "./number-value";
import { columnOf, isAmount, isMoment, type RawColumn, type RawTable } from "./raw-table";

/** An amount or a moment of the file as a typed SQL expression over the alias `r`, visible under `alias`. */
export interface ParsedColumn extends RawColumn {
  readonly alias: string;
  readonly value: Sql;
  readonly kind: "amount" | "moment";
  readonly style: NumberStyle;
  /** Another way to read the numbers that fits every value, null where there is none; and whether that was chosen. */
  readonly otherStyle: NumberStyle | null;
  readonly moment: MomentFormat | null;
}

export interface Parsed {
  readonly raw: RawTable;
  readonly columns: readonly ParsedColumn[];
  /** Times with their milliseconds: aliases `t_start`, `t_end`, present when the role is. */
  readonly times: readonly ("t_start" | "t_end")[];
}

/** Decides how each amount and moment is read. Where the values leave two ways open, the steps switched off choose the other. */
export async function parsedColumns(
  engine: Engine,
  raw: RawTable,
  off: ReadonlySet<string> = new Set(),
): Promise<Parsed> {
  const columns: ParsedColumn[] = [];
  const readings = await numberStyles(engine, raw.table, raw.rows, raw.played.filter(isAmount));
  for (const column of raw.played) {
    if (isAmount(column)) {
      const { style: decided, other } = readings.get(column.name) ?? { style: "plain", other: null };
      const style = off.has("number-style") && other !== null ? other : decided;
      columns.push({
        ...column,
        alias: `v${columns.length}`,
        value: numberValue(column, style, false),
        kind: "amount",
        style,
        otherStyle: other,
        moment: null,
      });
    } else if (isMoment(column)) {
      const decided = await momentFormat(engine, raw.table, raw.rows, column);
      const moment = off.has("date-order") ? exchanged(decided) : decided;
      columns.push({
        ...column,
        alias: `v${columns.length}`,
        value: momentValue(column, moment),
        kind: "moment",
        style: "plain",
        otherStyle: null,
        moment,
      });
    }
  }
  const times = (["start", "end"] as const)
    .filter((role) => columnOf(raw, role) !== null)
    .map((role) => `t_${role}` as const);
  return { raw, columns, times };
}

/** The same, with NaN and infinity of these columns read as missing. */
export const guarded = (parsed: Parsed, names: readonly string[]): Parsed => ({
  ...parsed,
  columns: parsed.columns.map((column) =>
    names.includes(column.name) ? { ...column, value: numberValue(column, column.style, true) } : column,
  ),
});

export const parsedOf = (parsed: Parsed, role: Role): ParsedColumn | null =>
  parsed.columns.find((column) => column.role === role) ?? null;

/** The alias of a role's value, or null if no column plays it. */
export function aliasOf(parsed: Parsed, role: Role): Sql | null {
  const found = parsedOf(parsed, role);
  return found === null ? null : name(found.alias);
}

/** The SELECT list items that read every amount and moment from `r`. */
export const parsedItems = (parsed: Parsed): readonly Sql[] =>
  parsed.columns.map((column) => sql`${column.value} AS ${name(column.alias)}`);

/** Items over the parsed aliases: moments with their milliseconds added (unless the text already has a fraction). */
export function timeItems(parsed: Parsed): readonly Sql[] {
  return (["start", "end"] as const).flatMap((role) => {
    const base = aliasOf(parsed, role);
    if (base === null) return [];
    const offset = aliasOf(parsed, `${role}-ms`);
    const exact =
      offset === null
        ? base
        : sql`CASE WHEN ${offset} >= 0 AND ${offset} < 1000 AND epoch_us(${base}) % 1000000 = 0
            THEN make_timestamp(epoch_us(${base}) + CAST(${offset} * 1000 AS BIGINT)) ELSE ${base} END`;
    return [sql`${exact} AS ${name(`t_${role}`)}`];
  });
}

/** All rows of the file, read: `row_id`, every alias, the times, and any further items over the alias `r`. */
export function parsedRows(parsed: Parsed, further: readonly Sql[] = []): Sql {
  const inner = sql`SELECT ${joined([sql`r.rowid AS row_id`, ...parsedItems(parsed), ...further])} FROM ${name(parsed.raw.table)} AS r`;
  return sql`SELECT ${joined([sql`*`, ...timeItems(parsed)])} FROM (${inner})`;
}
