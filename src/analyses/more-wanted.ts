import type { Dataset } from "../data/dataset";
import { unitsOf } from "./units";

/** The next step where a page needs more customers, sessions or rows than there are: a filter may have left them out. */
export function moreWanted(dataset: Pick<Dataset, "counts" | "unit">): string {
  const { rowsFiltered, rowsSetAside } = dataset.counts;
  if (rowsFiltered > 0) return "Take a filter away.";
  const more = `Open a file with more ${unitsOf(dataset)}`;
  return rowsSetAside > 0
    ? `${more}, or switch off a cleaning step that sets rows aside, on the data page.`
    : `${more}.`;
}
