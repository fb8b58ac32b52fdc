import { numbers, texts, type Engine } from "../engine";
import type { LedgerSample } from "../ledger";
import { name, sql, type Sql } from "../sql";
import { isMarker } from "./markers";
import type { Parsed, ParsedColumn } from "./parsed";
import type { Survey } from "./survey";
import type { MissingCount } from "./words";

/** Cells of one column that do not read as its kind: markers counted by spelling, the others sampled. */
export interface FailedValues {
  readonly column: ParsedColumn;
  readonly markers: readonly MissingCount[];
  readonly failed: number;
  readonly samples: readonly LedgerSample[];
}

/** Looks only at columns where the survey found cells that did not parse. */
export async function failedValues(engine: Engine, parsed: Parsed, counted: Survey): Promise<readonly FailedValues[]> {
  const found: FailedValues[] = [];
  for (const column of parsed.columns) {
    const { present, parsed: read } = counted.columns.get(column.name) ?? { present: 0, parsed: 0 };
    if (present > read) found.push(await failedIn(engine, parsed.raw.table, column));
  }
  return found;
}

async function failedIn(engine: Engine, table: string, column: ParsedColumn): Promise<FailedValues> {
  const cell = sql`CAST(r.${name(column.name)} AS VARCHAR)`;
  const failing = sql`FROM ${name(table)} AS r WHERE r.${name(column.name)} IS NOT NULL AND ${column.value} IS NULL`;
  const markers = await groups(engine, sql`${failing} AND ${isMarker(cell)}`, cell);
  const others = sql`${failing} AND NOT (${isMarker(cell)})`;
  const answer = await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n ${others}`);
  const samples = await engine.query(
    sql`SELECT CAST(r.rowid + 1 AS DOUBLE) AS row_no, ${cell} AS v ${others} ORDER BY r.rowid LIMIT 5`,
  );
  const values = texts(samples, "v");
  return {
    column,
    markers,
    failed: numbers(answer, "n")[0] ?? 0,
    samples: Array.from(numbers(samples, "row_no"), (row, index) => ({
      row,
      column: column.name,
      before: values[index] ?? "",
      after: "(missing)",
    })),
  };
}

async function groups(engine: Engine, from: Sql, cell: Sql): Promise<readonly MissingCount[]> {
  const answer = await engine.query(sql`
    SELECT ${cell} AS v, CAST(count(*) AS DOUBLE) AS n, CAST(min(r.rowid) + 1 AS DOUBLE) AS row_no ${from} GROUP BY 1 ORDER BY n DESC, v LIMIT 50`);
  const counts = numbers(answer, "n");
  const rows = numbers(answer, "row_no");
  return texts(answer, "v").map((marker, index) => ({ marker, count: counts[index] ?? 0, firstRow: rows[index] ?? 0 }));
}
