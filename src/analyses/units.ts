import { format } from "../charts/format";
import type { Dataset } from "../data/dataset";

const UNITS = { customer: "customers", session: "sessions", row: "rows" } as const;

/** What one customer of the data stands for, in the plural. */
export const unitsOf = ({ unit }: Pick<Dataset, "unit">): string => UNITS[unit];

/** “1,234 customers”. */
export const counted = (count: number, of: Pick<Dataset, "unit">): string =>
  `${format(count, "count", "full")} ${count === 1 ? of.unit : unitsOf(of)}`;
