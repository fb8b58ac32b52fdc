import { numbers, texts } from "../../data/engine";
import type { TableColumn } from "../../data/table/table-column";
import type { Context } from "../analysis";
import type { Log } from "../../behaviour/log";
import { type GroupBy, groupSizesQuery, type UnitKind } from "./queries-values";
import { writeValues } from "./write-values";

/** Values shown one by one; the rest are one group. */
const MOST_GROUPS = 12;

/** Units by the value of a column. */
export interface GroupedUnits {
  readonly by: GroupBy;
  readonly labels: readonly string[];
  readonly sizes: readonly number[];
}

/** The most frequent values of a column, and how many units have each; the last group holds all others, if there are any. */
export async function groupedUnits(
  context: Context,
  log: Log,
  unit: UnitKind,
  column: TableColumn,
): Promise<GroupedUnits> {
  await writeValues(context, log, [column]);
  const answer = await context.query(groupSizesQuery(log.tables, unit, column));
  const sizes = [...numbers(answer, "n")];
  const rows = texts(answer, "value").map((value, row) => ({ value, n: sizes[row] ?? 0 }));
  const shown = rows.filter((row): row is { value: string; n: number } => row.value !== null).slice(0, MOST_GROUPS);
  const others = sizes.reduce((sum, n) => sum + n, 0) - shown.reduce((sum, { n }) => sum + n, 0);
  return {
    by: { column, values: shown.map(({ value }) => value) },
    labels: [...shown.map(({ value }) => value), ...(others > 0 ? ["others"] : [])],
    sizes: [...shown.map(({ n }) => n), ...(others > 0 ? [others] : [])],
  };
}
