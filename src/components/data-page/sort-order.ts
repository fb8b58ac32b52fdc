import type { PreviewOrder } from "../../data/preview";

/** What a click on a header asks for: ascending, then descending, then the order of the file again. */
export function nextOrder(current: PreviewOrder | null, column: string): PreviewOrder | null {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? null : { column, descending: true };
}

/** The value of `aria-sort` for a header. */
export function ariaSort(order: PreviewOrder | null, column: string): "ascending" | "descending" | "none" {
  if (order?.column !== column) return "none";
  return order.descending ? "descending" : "ascending";
}
