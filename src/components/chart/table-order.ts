import type { DataTable, TableValues } from "../../charts/figure";

/** Which column a table is sorted by. */
export interface TableOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** Row numbers in the asked order; equal rows keep their places, missing values always come last. */
export function rowOrder(table: DataTable, order: TableOrder | null): readonly number[] {
  const rows = Array.from({ length: table.values[0]?.length ?? 0 }, (_, row) => row);
  const column = order === null ? undefined : table.values[order.column];
  if (order === null || column === undefined) return rows;
  return rows.sort((a, b) => compare(column, a, b, order.descending));
}

function compare(column: TableValues, a: number, b: number, descending: boolean): number {
  const [left, right] = [column[a] ?? null, column[b] ?? null];
  const [noLeft, noRight] = [missing(left), missing(right)];
  if (noLeft || noRight) return Number(noLeft) - Number(noRight);
  const by =
    typeof left === "number" && typeof right === "number"
      ? left - right
      : collator.compare(String(left), String(right));
  return descending ? -by : by;
}

const collator = new Intl.Collator("en", { numeric: true });

function missing(value: string | number | null): boolean {
  return value === null || (typeof value === "number" && Number.isNaN(value));
}

/** The next order after a click on a column: numbers start with the largest, words with the first, then the reverse. */
export function nextOrder(current: TableOrder | null, column: number, isText: boolean): TableOrder {
  if (current?.column === column) return { column, descending: !current.descending };
  return { column, descending: !isText };
}
