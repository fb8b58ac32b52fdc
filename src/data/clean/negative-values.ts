import { numbers, type Engine } from "../engine";
import type { LedgerSample } from "../ledger";
import { name, sql } from "../sql";
import { parsedRows, type Parsed, type ParsedColumn } from "./parsed";
import type { Survey } from "./survey";

/** Values below zero of one amount, which no amount of this field can be. */
export interface NegativeValues {
  readonly column: ParsedColumn;
  readonly count: number;
  readonly samples: readonly LedgerSample[];
}

/** Looks only at columns where the survey found a value below zero. */
export async function negativeValues(
  engine: Engine,
  parsed: Parsed,
  counted: Survey,
): Promise<readonly NegativeValues[]> {
  const found: NegativeValues[] = [];
  for (const column of parsed.columns) {
    if (!(counted.columns.get(column.name)?.negative ?? false)) continue;
    const alias = name(column.alias);
    const below = sql`FROM (${parsedRows(parsed)}) WHERE ${alias} < 0`;
    const total = await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n ${below}`);
    const rows = await engine.query(
      sql`SELECT CAST(row_id + 1 AS DOUBLE) AS row_no, ${alias} AS v ${below} ORDER BY row_id LIMIT 5`,
    );
    const values = numbers(rows, "v");
    const samples = Array.from(numbers(rows, "row_no"), (row, index) => ({
      row,
      column: column.name,
      before: String(values[index]),
      after: "(missing)",
    }));
    found.push({ column, count: numbers(total, "n")[0] ?? 0, samples });
  }
  return found;
}
