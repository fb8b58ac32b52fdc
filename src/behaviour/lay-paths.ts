import { numbers, single } from "../data/engine";
import type { PathAccount } from "./account";
import { countedQuery, customerRowsQuery, dropQuery, rowCountQuery, withoutRowsQuery } from "./queries-account";
import * as paths from "./queries-paths";
import { appendQuery, createQuery, plainQuery } from "./queries-slices";
import type { Range } from "./ranges";
import type { PathRecipe, PathTables } from "./recipe";
import { NUMBERS, type Query, type Source } from "./write-source";

const SORTED = "path_sorted";
const GROUPED = "path_grouped";

/** What a window without an order can look back; also more than any person does in a minute. */
const MOST_RATE = 2000;

const rateOf = ({ botRate }: PathRecipe): number => Math.min(MOST_RATE, botRate);

/** What only the order of events shows. */
export type Ordered = Pick<PathAccount, "bots" | "duplicates" | "unordered" | "other" | "interleaved">;

/**
 * Makes paths of the sources of each range of customers, one after the other: sorted, sifted by the rules, parted into visits.
 * A source is dropped once its paths are laid. `dwell` says that moments tell how long things took.
 */
export async function layPaths(
  query: Query,
  recipe: PathRecipe,
  tables: PathTables,
  sources: readonly Source[],
  dwell: boolean,
  tell: (share: number) => void,
): Promise<Ordered> {
  // What is read at once is no burden: making it small would take longer than all that is asked of it saves.
  const plain = sources.length === 1;
  await query(paths.createEventsQuery(tables, recipe, plain));
  const all = { bots: { customers: 0, rows: 0 }, duplicates: 0, unordered: 0, other: 0, interleaved: false };
  let write = plain ? plainQuery : createQuery;
  for (const [slice, { customers, table, rows }] of sources.entries()) {
    tell(slice / sources.length);
    await query(plainQuery(SORTED, paths.sortedRows(rows, NUMBERS, recipe)));
    await query(dropQuery(table));
    const found = await siftSorted(query, recipe, dwell);
    all.bots.customers += found.bots.customers;
    all.bots.rows += found.bots.rows;
    all.duplicates += found.duplicates;
    all.unordered += found.unordered;
    all.other += found.other;
    if (await layRange(query, recipe, tables, customers, write)) all.interleaved = true;
    write = appendQuery;
  }
  return all;
}

/** Counts what the order shows, and takes out what the rules leave out. */
async function siftSorted(query: Query, recipe: PathRecipe, dwell: boolean): Promise<Omit<Ordered, "interleaved">> {
  const facts = await query(paths.orderFactsQuery(SORTED, rateOf(recipe)));
  const [rapid, together] = [single(facts, "rapid"), single(facts, "together")];
  return {
    ...{ unordered: recipe.roles.when === null ? 0 : single(facts, "unordered"), other: single(facts, "other") },
    bots: dwell && rapid > 0 ? await takeBots(query, recipe) : { customers: 0, rows: 0 },
    duplicates: dwell && together > 0 ? await takeRepeated(query, recipe) : 0,
  };
}

/** True where visits that go on at the same time had to be put one after the other. */
async function layRange(
  query: Query,
  recipe: PathRecipe,
  tables: PathTables,
  range: Range,
  write: typeof appendQuery,
): Promise<boolean> {
  const ordered = recipe.roles.order !== null;
  const regrouped = recipe.visits.by === "given" && (ordered || (await interrupted(query)));
  if (regrouped) {
    await query(plainQuery(GROUPED, paths.byVisitRows(SORTED, ordered)));
    await query(dropQuery(SORTED));
  }
  const before = write === appendQuery ? single(await query(rowCountQuery(tables.visits)), "n") : 0;
  const options = { placed: regrouped && !ordered, before };
  await query(paths.eventsQuery(tables, regrouped ? GROUPED : SORTED, recipe, options));
  for (const table of [SORTED, GROUPED]) await query(dropQuery(table));
  await query(write(tables.visits, paths.visitsOf(tables, range)));
  return options.placed;
}

/** Sorting once more takes time and memory; most logs have one visit after the other. */
async function interrupted(query: Query): Promise<boolean> {
  const answer = await query(paths.stretchesQuery(SORTED));
  return single(answer, "stretches") !== single(answer, "visits");
}

async function takeBots(query: Query, recipe: PathRecipe): Promise<PathAccount["bots"]> {
  const found = [...numbers(await query(paths.botsQuery(SORTED, rateOf(recipe))), "customer_no")];
  const rows = single(await query(customerRowsQuery(SORTED, found)), "n");
  if (recipe.rules.includes("bots")) await query(paths.withoutCustomersQuery(SORTED, found));
  return { customers: found.length, rows };
}

async function takeRepeated(query: Query, recipe: PathRecipe): Promise<number> {
  const repeated = paths.repeatedRows(SORTED, recipe);
  const rows = single(await query(countedQuery(repeated)), "n");
  if (rows > 0 && recipe.rules.includes("duplicates")) await query(withoutRowsQuery(SORTED, repeated));
  return rows;
}
