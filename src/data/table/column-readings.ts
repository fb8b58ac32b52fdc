import { exchanged, momentFormat, momentValue } from "../clean/moment-value";
import { numberStyles, type NumberReading } from "../clean/number-styles";
import { numberValue } from "../clean/number-value";
import { isText, type RawColumn } from "../clean/raw-table";
import { trimmed } from "../clean/markers";
import { single, texts, type Engine } from "../engine";
import type { StepId } from "../ledger";
import { hasValue } from "../profile-missing";
import { name, sql, type Sql } from "../sql";
import type { TableColumn } from "./table-column";

/** A table that holds some of the file's columns, all of its rows, in the file's order. */
export interface ColumnsTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** How one column is read: an expression over its table under the alias `r`, without bound values. */
export interface ColumnReading {
  readonly id: string;
  readonly table: string;
  readonly value: Sql;
}

/** A comma of one column tells how others are read; so many are looked at together. */
const AT_ONCE = 500;

/**
 * Looks once at every column to decide how it is read: as the cleaning reads it, with the steps “number-style” and
 * “date-order” switched off where `off` holds them. Numbers and truths are DOUBLE, moments TIMESTAMP, words and ids VARCHAR
 * without blanks around; what says “no value”, does not read or is not finite is NULL. Empty columns are left out.
 */
export async function columnReadings(
  engine: Engine,
  tables: readonly ColumnsTable[],
  columns: readonly TableColumn[],
  off: ReadonlySet<StepId> = new Set(),
): Promise<readonly ColumnReading[]> {
  const found: ColumnReading[] = [];
  for (const { table, columns: held } of tables) {
    const types = await columnTypes(engine, table);
    const rows = single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(table)}`), "n");
    const here = new Set(held);
    const typed = columns.flatMap((column): Typed[] => {
      const type = here.has(column.label) && column.kind !== "empty" ? types.get(column.label) : undefined;
      return type === undefined ? [] : [{ ...column, raw: { name: column.label, type, role: column.role } }];
    });
    const styles = await stylesOf(
      engine,
      table,
      rows,
      typed.filter(isNumeric).map(({ raw }) => raw),
    );
    for (const column of typed) {
      const value = await valueOf(engine, { table, rows, styles, off }, column);
      found.push({ id: column.id, table, value });
    }
  }
  return found;
}

type Typed = TableColumn & { readonly raw: RawColumn };

interface Looked {
  readonly table: string;
  readonly rows: number;
  readonly styles: ReadonlyMap<string, NumberReading>;
  readonly off: ReadonlySet<StepId>;
}

const isNumeric = ({ kind }: TableColumn): boolean => kind === "number" || kind === "integer";

async function columnTypes(engine: Engine, table: string): Promise<ReadonlyMap<string, string>> {
  const answer = await engine.query(
    sql`SELECT column_name AS label, data_type AS type FROM duckdb_columns() WHERE table_name = ${table}`,
  );
  const types = texts(answer, "type");
  return new Map(texts(answer, "label").map((label, index) => [label ?? "", types[index] ?? ""]));
}

async function stylesOf(
  engine: Engine,
  table: string,
  rows: number,
  columns: readonly RawColumn[],
): Promise<ReadonlyMap<string, NumberReading>> {
  const all = new Map<string, NumberReading>();
  for (let first = 0; first < columns.length; first += AT_ONCE)
    for (const [label, reading] of await numberStyles(engine, table, rows, columns.slice(first, first + AT_ONCE)))
      all.set(label, reading);
  return all;
}

async function valueOf(engine: Engine, looked: Looked, { kind, raw }: Typed): Promise<Sql> {
  switch (kind) {
    case "number":
    case "integer": {
      const { style, other } = looked.styles.get(raw.name) ?? { style: "plain", other: null };
      return numberValue(raw, looked.off.has("number-style") && other !== null ? other : style, true);
    }
    case "moment": {
      const decided = await momentFormat(engine, looked.table, looked.rows, raw);
      const value = momentValue(raw, looked.off.has("date-order") ? exchanged(decided) : decided);
      return sql`CASE WHEN isfinite(${value}) THEN ${value} END`;
    }
    case "truth":
      return truthValue(raw);
    case "category":
    case "id":
    case "empty":
      return wordValue(raw);
  }
}

function truthValue(column: RawColumn): Sql {
  const cell = sql`r.${name(column.name)}`;
  if (!isText(column)) return sql`CAST(${cell} AS DOUBLE)`;
  const word = sql`lower(${trimmed(cell)})`;
  return sql`CASE WHEN ${word} IN ('true', 'yes', 't', 'y') THEN 1.0::DOUBLE WHEN ${word} IN ('false', 'no', 'f', 'n') THEN 0.0::DOUBLE END`;
}

function wordValue(column: RawColumn): Sql {
  const text = sql`CAST(r.${name(column.name)} AS VARCHAR)`;
  return sql`CASE WHEN ${hasValue(column)} THEN ${isText(column) ? trimmed(text) : text} END`;
}
