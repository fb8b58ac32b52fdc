import { numbers, single, type Answer } from "../data/engine";
import type { Sql } from "../data/sql";
import type { PathAccount } from "./account";
import { flaggedBy } from "./flagged";
import { dropQuery, flagsQuery, sourceFactsQuery } from "./queries-account";
import * as slices from "./queries-slices";
import { codesQuery, eventCounts, MOST_EVENTS, RULE_BITS, sourceRows } from "./queries-source";
import { rangesUpTo, type Range } from "./ranges";
import type { PathRecipe } from "./recipe";

/** Numbers and names of events. */
export const CODES = "path_codes";
const COUNTS = "path_counts";
const PART = "path_part";

/** The rows of one range of customers. */
export const sourceOf = (slice: number): string => `path_source_${slice}`;

/** What is asked of the engine, each time anew. */
export type Query = (statement: Sql) => Promise<Answer>;

/** What the rows said while they were read. */
export interface WrittenSource extends Pick<PathAccount, "rowsRead" | "flagged" | "withoutVisit" | "other" | "timed"> {
  /** Ranges of customers, in their order; their rows stand in `sourceOf` of each place. */
  readonly customers: readonly Range[];
}

/** Bits of the rules that leave rows out before anything else is known. */
const bitsOf = ({ rules }: PathRecipe): number => rules.reduce((bits, rule) => bits | (RULE_BITS[rule] ?? 0), 0);

/**
 * Reads every row into a narrow table per range of customers, `rowsAtOnce` rows at a time, so that no more than one such
 * part is in memory beside what is kept. `tell` hears of the share that is read.
 */
export async function writeSource(
  query: Query,
  recipe: PathRecipe,
  rowsAtOnce: number,
  tell: (share: number) => void,
): Promise<WrittenSource> {
  const ranges = rangesUpTo(single(await query(slices.lastRowQuery()), "last"), rowsAtOnce);
  const customers = await customerRanges(query, rowsAtOnce);
  await writeCodes(query, recipe, ranges, (share) => tell(share / 2));
  const flags: Answer[] = [];
  const facts = { timed: 0, other: 0 };
  for (const [at, rows] of ranges.entries()) {
    tell(0.5 + at / ranges.length / 2);
    await query(slices.createQuery(PART, sourceRows(CODES, recipe, rows)));
    flags.push(await query(flagsQuery(PART, recipe)));
    const found = await query(sourceFactsQuery(PART, MOST_EVENTS, bitsOf(recipe)));
    facts.timed += single(found, "timed");
    facts.other += single(found, "other");
    await deal(query, recipe, customers, at === 0);
  }
  await query(dropQuery(PART));
  return { ...flaggedBy(flags, recipe.rules), other: facts.other, timed: facts.timed > 0, customers };
}

/** One range at least, though nobody be in it. */
async function customerRanges(query: Query, size: number): Promise<readonly Range[]> {
  const answer = await query(slices.customerRangesQuery(size));
  const [first, last] = [numbers(answer, "first"), numbers(answer, "last")];
  if (answer.rowCount === 0) return [{ first: 0, last: 0 }];
  return [...first].map((one, at) => ({ first: one, last: last[at] ?? one }));
}

async function writeCodes(
  query: Query,
  recipe: PathRecipe,
  ranges: readonly Range[],
  tell: (share: number) => void,
): Promise<void> {
  for (const [at, rows] of ranges.entries()) {
    tell(at / ranges.length);
    const counts = eventCounts(recipe, rows);
    await query(at === 0 ? slices.createQuery(COUNTS, counts) : slices.appendQuery(COUNTS, counts));
  }
  await query(codesQuery(CODES, COUNTS));
  await query(dropQuery(COUNTS));
}

/** The rows that were read and count, to the tables of their customers. */
async function deal(query: Query, recipe: PathRecipe, customers: readonly Range[], first: boolean): Promise<void> {
  for (const [slice, range] of customers.entries()) {
    const rows = slices.countedOf(PART, range, bitsOf(recipe));
    await query(first ? slices.createQuery(sourceOf(slice), rows) : slices.appendQuery(sourceOf(slice), rows));
  }
}
