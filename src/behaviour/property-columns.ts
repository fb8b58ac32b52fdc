import type { TableColumn } from "../data/table/table-column";
import type { JourneyRoles } from "./roles";

/** Different values of a property worth comparing one by one. */
const MOST_VALUES = 60;

/** Columns that may say who or what kind a customer or visit is: few values, and no other role. */
export function propertyColumns(columns: readonly TableColumn[], roles: JourneyRoles): readonly TableColumn[] {
  const { who, session, what, when, order, quantity, price, amount } = roles;
  const dated = when === null ? [] : when.by === "moment" ? [when.column] : [when.year, when.month, when.day];
  const used = new Set([who, session, what, order, quantity, price, amount, ...dated]);
  return columns.filter(
    (column) =>
      !used.has(column) &&
      ["category", "truth", "integer"].includes(column.kind) &&
      column.distinct >= 2 &&
      column.distinct <= MOST_VALUES,
  );
}
