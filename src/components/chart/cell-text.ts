import type { DataTable, TableColumn } from "../../charts/figure";
import { formatCell } from "../../charts/format";
import { unitOf } from "../../charts/unit-scale";

/** A table's cell as a person reads it: whole numbers in full, others to six significant digits, "–" where there is nothing. */
export function cellText(table: DataTable, row: number, column: number): string {
  const value = table.values[column]?.[row] ?? null;
  if (value === null) return "–";
  return typeof value === "string" ? value : formatCell(value, table.columns[column]?.format ?? "number");
}

/** A column's heading with its unit. */
export function headingText(column: TableColumn): string {
  const unit = unitOf(column.format);
  return unit === "" ? column.label : `${column.label} (${unit})`;
}

/** A row as a sentence for the ear: "Handset: Apple iPhone 6. Sessions: 523." */
export function rowSentence(table: DataTable, row: number): string {
  const parts = table.columns.map((column, at) =>
    `${column.label}: ${cellText(table, row, at)} ${unitOf(column.format)}`.trim(),
  );
  return `${parts.join(". ")}.`;
}
