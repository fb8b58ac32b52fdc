import type { LabelColumn } from "../../data/derive";
import type { Behaviour } from "./read-features";

/** The names of the columns that every export of customers carries. */
const COLUMNS = {
  kind: { customer: "shopper_kind", visit: "latest_visit_kind" },
  segment: { customer: "shopper_segment", visit: "latest_visit_segment" },
} as const;

/** Groups of customers or visits. */
export interface Groups {
  readonly groups: keyof typeof COLUMNS;
  /** In the order of `behaviour`, in which a customer's visits stand together, the earliest first; -1 is in no group. */
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** The group of each customer by name, for a derived table; where visits are grouped, that of the customer's latest visit. */
export function groupColumns(
  { unit, customerNo }: Pick<Behaviour, "unit" | "customerNo">,
  groupings: readonly Groups[],
): [customerNo: Int32Array, columns: Readonly<Record<string, LabelColumn>>] {
  const last = Int32Array.from(customerNo.keys()).filter((at) => customerNo[at] !== customerNo[at + 1]);
  const columns = groupings.map(
    ({ groups, codes, names }) =>
      [COLUMNS[groups][unit], { codes: last.map((at) => codes[at] ?? -1), labels: names }] as const,
  );
  return [last.map((at) => customerNo[at] ?? 0), Object.fromEntries(columns)];
}
