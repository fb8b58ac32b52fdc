import { numbers, texts, type Engine } from "../../../../src/data/engine";
import { sql, type Sql } from "../../../../src/data/sql";

/** Changes as lines of text, in the order of rows and then of the file's columns: “2 Amount: -7 -> ∅ (Impossible values)”. */
export async function changedCells(engine: Engine, changes: Sql | null): Promise<readonly string[]> {
  if (changes === null) return [];
  const answer = await engine.query(
    sql`SELECT step, CAST("row" AS DOUBLE) AS "row", "column", before, after FROM (${changes}) WHERE "row" IS NOT NULL`,
  );
  const order = ["MSISDN", "Start", "Handset Type", "Gaming (Bytes)", "Dur. (s)"];
  const [steps, columns, before, after] = ["step", "column", "before", "after"].map((one) => texts(answer, one));
  return Array.from(numbers(answer, "row"), (row, at) => ({ row, at, place: order.indexOf(columns?.[at] ?? "") }))
    .sort((one, other) => one.row - other.row || one.place - other.place)
    .map(({ row, at }) => `${row} ${columns?.[at]}: ${before?.[at]} -> ${after?.[at] ?? "∅"} (${steps?.[at]})`);
}
