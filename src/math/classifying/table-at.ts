import type { FeatureTable, OutcomeTable } from "../../workers/lab/classifying";
import { valuesAt } from "../complete-rows";
import { outcomeAt } from "./roc";

/** Some rows of a table. */
export function* tableAt(table: OutcomeTable, rows: Int32Array): Generator<number, OutcomeTable, void> {
  const columns = yield* columnsAt(table, rows);
  const { categorical, names } = table;
  return { columns, categorical, names, outcome: outcomeAt(table.outcome, rows) };
}

/** The features of some rows. */
export function* columnsAt(table: FeatureTable, rows: Int32Array): Generator<number, Float64Array[], void> {
  const columns: Float64Array[] = [];
  for (const column of table.columns) {
    columns.push(valuesAt(column, rows));
    yield columns.length / table.columns.length;
  }
  return columns;
}
