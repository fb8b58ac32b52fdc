import type { Dataset } from "../../data/dataset";
import { format } from "../../charts/format";
import type { MemoryUse } from "../../data/memory-budget";
import type { Opened } from "../../session/session";

/** "1 row", "150,001 rows": a whole number with its noun, the plural made by adding s. */
export function counted(value: number, noun: string): string {
  return `${format(value, "count", "full")} ${noun}${value === 1 ? "" : "s"}`;
}

/**
 * What was found in the file, in one sentence: its size, and once the data is prepared the customers in it and the
 * rows that were set aside (also when there are none: silence would leave the reader guessing).
 */
export function foundSentence(opened: Opened, dataset: Dataset | null): string {
  const size = `${counted(opened.rows, "row")} and ${counted(opened.columns, "column")}`;
  if (dataset === null) return `${size}.`;
  const { customers, rowsSetAside } = dataset.counts;
  const aside = rowsSetAside === 0 ? "no rows set aside" : `${counted(rowsSetAside, "row")} set aside`;
  return `${size}; ${counted(customers, "customer")}; ${aside}.`;
}

/** What the tables take of what this tab may use: "In memory: 220 MB of 1,500 MB." */
export function memorySentence({ used, budget }: MemoryUse): string {
  const megabytes = (bytes: number): string => `${format(Math.ceil(bytes / 1e6), "count", "full")} MB`;
  return `In memory: ${megabytes(used)} of ${megabytes(budget)}.`;
}
