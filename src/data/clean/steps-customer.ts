import type { LedgerStep } from "../ledger";
import type { CleanFindings } from "./findings";
import { quantity } from "./wording";

/** Where no column is the customer: what was taken for one, to be said plainly; null where a column is. */
export function unitStep(found: CleanFindings): LedgerStep | null {
  if (found.unit === "customer") return null;
  const { column, customers } = found.identity;
  const text =
    column === null
      ? `No column names the customer, so each row stands for one: ${quantity(customers, "row")}. If several rows belong to one customer, choose the column that names them.`
      : `No column names the customer, so each “${column.name}” stands for one: ${quantity(customers, "session")}. A person with several sessions counts several times.`;
  return {
    id: "unit",
    title: "What a customer is",
    text,
    affected: customers,
    of: "rows",
    samples: [],
    enabled: true,
    switchable: false,
  };
}
