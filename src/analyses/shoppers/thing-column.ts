import { NONE } from "../../behaviour/chosen-roles";
import { says } from "../../behaviour/label-words";
import type { JourneyRoles } from "../../behaviour/roles";
import type { TableColumn } from "../../data/table/table-column";

const THINGS = [
  ...["product", "item", "sku", "article", "model", "stock", "description", "title", "asin"],
  ...["page", "url", "screen", "category", "section", "department"],
];

/** The column of what events are about, beside the one that names them: products, pages, categories. Null for none. */
export function thingColumn(
  columns: readonly TableColumn[],
  { who, session, what, order, quantity, price, amount }: JourneyRoles,
  chosen: string,
): TableColumn | null {
  if (chosen === NONE) return null;
  const used = new Set([who, session, what, order, quantity, price, amount]);
  const free = columns.filter(
    (column) => !used.has(column) && column.kind !== "empty" && column.kind !== "moment" && column.distinct > 1,
  );
  const own = free.find(({ label }) => label === chosen);
  const [best] = free
    .map((column) => ({ column, score: says(column.label, THINGS) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return own ?? best?.column ?? null;
}
