import { numbers, single, type Answer } from "../data/engine";
import type { Sql } from "../data/sql";
import type { PathAccount } from "./account";
import { flaggedBy } from "./flagged";
import { dropQuery, flagsQuery, rowCountQuery } from "./queries-account";
import * as slices from "./queries-slices";
import * as source from "./queries-source";
import { rangesUpTo, type Range } from "./ranges";
import type { PathRecipe } from "./recipe";

/** Numbers and names of events. */
export const CODES = "path_codes";
/** The number of an event by that which its rows have until every event was counted. */
export const NUMBERS = "path_numbers";
const COUNTS = "path_counts";
const PART = "path_part";

/** The rows of one range of customers. */
export const sourceOf = (slice: number): string => `path_source_${slice}`;

/** What is asked of the engine, each time anew. */
export type Query = (statement: Sql) => Promise<Answer>;

/** What the rows said while they were read. */
export interface WrittenSource extends Pick<PathAccount, "rowsRead" | "flagged" | "withoutVisit" | "timed"> {
  /** Ranges of customers, in their order; their rows stand in `sourceOf` of each place. */
  readonly customers: readonly Range[];
}

/**
 * Reads every row into a narrow table per range of customers, `rowsAtOnce` rows at a time, so that no more than one such
 * part is in memory beside what is kept. The file's words are looked at once: a part numbers its events as it finds them,
 * and `NUMBERS` says afterwards which events those are. `tell` hears of the share that is read.
 */
export async function writeSource(
  query: Query,
  recipe: PathRecipe,
  rowsAtOnce: number,
  tell: (share: number) => void,
): Promise<WrittenSource> {
  const ranges = rangesUpTo(single(await query(slices.lastRowQuery()), "last"), rowsAtOnce);
  const customers = await customerRanges(query, rowsAtOnce);
  const flags: Answer[] = [];
  for (const [at, rows] of ranges.entries()) {
    tell(at / ranges.length);
    await query(slices.passingQuery(PART, source.sourceRows(recipe, rows)));
    flags.push(await query(flagsQuery(PART, recipe)));
    await deal(query, recipe, customers, at === 0);
  }
  await query(slices.passingQuery(CODES, source.codesOf(COUNTS)));
  await query(slices.passingQuery(NUMBERS, source.numbersOf(COUNTS, CODES)));
  for (const table of [PART, COUNTS]) await query(dropQuery(table));
  return { ...flaggedBy(flags, recipe.rules), customers };
}

/** One range at least, though nobody be in it. */
async function customerRanges(query: Query, size: number): Promise<readonly Range[]> {
  const answer = await query(slices.customerRangesQuery(size));
  const [first, last] = [numbers(answer, "first"), numbers(answer, "last")];
  if (answer.rowCount === 0) return [{ first: 0, last: 0 }];
  return [...first].map((one, at) => ({ first: one, last: last[at] ?? one }));
}

/** The rows that were read and count, to the tables of their customers. */
async function deal(query: Query, recipe: PathRecipe, customers: readonly Range[], first: boolean): Promise<void> {
  const write = (table: string, rows: Sql): Promise<Answer> =>
    query(first ? slices.passingQuery(table, rows) : slices.appendQuery(table, rows));
  const before = first ? 0 : single(await query(rowCountQuery(COUNTS)), "n");
  await write(COUNTS, source.eventCounts(PART, before));
  const bits = source.bitsOf(recipe.rules);
  for (const [slice, range] of customers.entries())
    await write(sourceOf(slice), source.countedOf(PART, COUNTS, range, bits, before));
}
