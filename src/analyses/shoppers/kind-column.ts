import type { LabelColumn } from "../../data/derive";
import type { Behaviour } from "./read-features";

/** The name of the column that every export of customers carries. */
const COLUMNS = { customer: "shopper_kind", visit: "latest_visit_kind" } as const;

/**
 * The kind of each customer by name, as a derived table; where visits have kinds, that of the customer's latest visit.
 * `labels` in the order of `behaviour`, in which a customer's visits stand together, the earliest first.
 */
export function kindColumn(
  { unit, customerNo }: Pick<Behaviour, "unit" | "customerNo">,
  labels: Int32Array,
  names: readonly string[],
): [customerNo: Int32Array, columns: Readonly<Record<string, LabelColumn>>] {
  const last = Int32Array.from(customerNo.keys()).filter((at) => customerNo[at] !== customerNo[at + 1]);
  return [
    last.map((at) => customerNo[at] ?? 0),
    { [COLUMNS[unit]]: { codes: last.map((at) => labels[at] ?? 0), labels: names } },
  ];
}
