import type { Dataset } from "../data/dataset";

/** The next step where a page needs more customers, sessions or rows than there are: a filter may have left them out. */
export function moreWanted({ counts, unit }: Pick<Dataset, "counts" | "unit">): string {
  if (counts.rowsFiltered > 0) return "Take a filter away.";
  if (counts.rowsSetAside > 0)
    return `Open a file with more ${unit}s, or switch off a cleaning step that sets rows aside, on the data page.`;
  return `Open a file with more ${unit}s.`;
}
