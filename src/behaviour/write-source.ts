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

const sourceOf = (slice: number): string => `path_source_${slice}`;

/** What is asked of the engine, each time anew. */
export type Query = (statement: Sql) => Promise<Answer>;

/** The rows of one range of customers, which stand in a table that nothing else needs. */
export interface Source {
  readonly customers: Range;
  readonly table: string;
  readonly rows: Sql;
}

/** What the rows said while they were read. */
export interface WrittenSource extends Pick<PathAccount, "rowsRead" | "flagged" | "withoutVisit" | "timed"> {
  /** By ranges of customers, in their order. */
  readonly sources: readonly Source[];
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
    await query(slices.plainQuery(PART, source.sourceRows(recipe, rows)));
    flags.push(await query(flagsQuery(PART, recipe)));
    const before = await count(query, at === 0);
    if (ranges.length > 1) await deal(query, recipe, customers, before);
  }
  await query(slices.plainQuery(CODES, source.codesOf(COUNTS)));
  await query(slices.plainQuery(NUMBERS, source.numbersOf(COUNTS, CODES)));
  return { ...flaggedBy(flags, recipe.rules), sources: await sourcesOf(query, recipe, customers, ranges.length > 1) };
}

/** One range at least, though nobody be in it. */
async function customerRanges(query: Query, size: number): Promise<readonly Range[]> {
  const answer = await query(slices.customerRangesQuery(size));
  const [first, last] = [numbers(answer, "first"), numbers(answer, "last")];
  if (answer.rowCount === 0) return [{ first: 0, last: 0 }];
  return [...first].map((one, at) => ({ first: one, last: last[at] ?? one }));
}

/** Counts the events of the part; resolves with the number from which it names them. */
async function count(query: Query, first: boolean): Promise<number> {
  const before = first ? 0 : single(await query(rowCountQuery(COUNTS)), "n");
  const counts = source.eventCounts(PART, before);
  await query(first ? slices.plainQuery(COUNTS, counts) : slices.appendQuery(COUNTS, counts));
  return before;
}

/** The rows that were read and count, to the tables of their customers. */
async function deal(query: Query, recipe: PathRecipe, customers: readonly Range[], before: number): Promise<void> {
  const bits = source.bitsOf(recipe.rules);
  for (const [slice, range] of customers.entries()) {
    const rows = source.countedOf(PART, COUNTS, range, bits, before);
    await query(before === 0 ? slices.plainQuery(sourceOf(slice), rows) : slices.appendQuery(sourceOf(slice), rows));
  }
}

async function sourcesOf(
  query: Query,
  { rules }: PathRecipe,
  customers: readonly Range[],
  dealt: boolean,
): Promise<readonly Source[]> {
  // A single part is of a single range of customers, whose rows can be taken from it while they are sorted.
  const whole = (range: Range): Sql => source.countedOf(PART, COUNTS, range, source.bitsOf(rules), 0);
  if (!dealt) return customers.map((range) => ({ customers: range, table: PART, rows: whole(range) }));
  for (const table of [PART, COUNTS]) await query(dropQuery(table));
  return customers.map((range, slice) => {
    const table = sourceOf(slice);
    return { customers: range, table, rows: slices.allOf(table) };
  });
}
