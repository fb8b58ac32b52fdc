import type { Engine } from "../engine";
import type { StepId } from "../ledger";
import { joined, name, sql, type Sql } from "../sql";
import { columnReadings, type ColumnReading, type ColumnsTable } from "./column-readings";
import type { TableColumn } from "./table-column";

/**
 * Makes the view `rows` over the rows of `kept_rows`, which must be there: customer_no, row_no, then every column that is not
 * empty under its id, typed. A filter that changes `kept_rows` changes it too. Resolves with how each column is read.
 */
export async function writeRowsView(
  engine: Engine,
  tables: readonly ColumnsTable[],
  columns: readonly TableColumn[],
  off: ReadonlySet<StepId> = new Set(),
): Promise<readonly ColumnReading[]> {
  const readings = await columnReadings(engine, tables, columns, off);
  await engine.query(rowsView(columns, readings));
  return readings;
}

function rowsView(columns: readonly TableColumn[], readings: readonly ColumnReading[]): Sql {
  const tables = [...new Set(readings.map(({ table }) => table))];
  const read = new Set(readings.map(({ id }) => id));
  const items = columns.filter(({ id }) => read.has(id)).map(({ id }) => name(id));
  const joins = tables.map((table, index) => {
    const values = readings.filter((one) => one.table === table).map(({ id, value }) => sql`${value} AS ${name(id)}`);
    const alias = name(`t${index}`);
    // The bare rowid: asked for some rows alone, the engine reads only the part of the table that holds them.
    return sql`JOIN (SELECT ${joined([sql`r.rowid AS place`, ...values])} FROM ${name(table)} AS r) AS ${alias} ON ${alias}.place = k.row_no - 1`;
  });
  return sql`CREATE OR REPLACE VIEW "rows" AS
    SELECT ${joined([sql`k.customer_no`, sql`k.row_no`, ...items])} FROM kept_rows AS k ${joined(joins, " ")}`;
}
