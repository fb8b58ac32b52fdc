import { single, texts } from "../../data/engine";
import type { Sql } from "../../data/sql";
import type { TableColumn } from "../../data/table/table-column";
import type { Context } from "../analysis";
import type { Log } from "../../behaviour/log";
import { appendQuery, createQuery, lastRowQuery } from "../../behaviour/queries-slices";
import { valuesOf, writtenValuesQuery } from "./queries-values";
import { rangesUpTo, ROWS_AT_ONCE } from "../../behaviour/ranges";
import { unremembered } from "../../behaviour/unremembered";

/**
 * Writes down the values of columns at the first event of each visit, where they are not yet, for all that groups by them:
 * looking them up in the file takes long, and many together take little longer than one.
 */
export async function writeValues(context: Context, log: Log, columns: readonly TableColumn[]): Promise<void> {
  const query = (statement: Sql): ReturnType<Context["query"]> => context.query(unremembered(statement));
  const there = new Set(texts(await query(writtenValuesQuery(log.tables)), "id"));
  const wanted = new Set(columns.map(({ id }) => id));
  if ([...wanted].every((id) => there.has(id))) return;
  const all = log.columns.filter(({ id }) => there.has(id) || wanted.has(id));
  const ranges = rangesUpTo(single(await query(lastRowQuery()), "last"), ROWS_AT_ONCE);
  for (const [at, rows] of ranges.entries()) {
    const values = valuesOf(log.tables, all, rows);
    await query(at === 0 ? createQuery(log.tables.values, values) : appendQuery(log.tables.values, values));
  }
}
