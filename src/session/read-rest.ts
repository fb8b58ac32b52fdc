import type { View } from "../view/view";
import type { DataFlow } from "./data-flow";
import { failure, isAbort } from "./failure";

/** Once the pages stand that do not need them: the columns without a role, every column's profile, then all columns to be asked for; says why where that fails. */
export async function readRest(
  { desk, columns, table, mending, pages }: Pick<DataFlow, "desk" | "columns" | "table" | "mending" | "pages">,
  view: () => View,
  stop: AbortSignal,
): Promise<void> {
  const { source } = desk;
  if (source === null) return;
  // Labels that all pages have are made from every column.
  if (pages.lender(view()) === null) await pages.running;
  try {
    stop.throwIfAborted();
    await columns.begin(source, desk.columnsLeft(), stop);
    await table.offer(source, columns, view().stepsOff);
  } catch (error) {
    // With the tables back, this begins again by itself.
    if (mending.under || isAbort(error) || stop.aborted) return;
    table.giveUp(error);
    columns.giveUp(source, failure(error, "reading the other columns").message);
  }
}
