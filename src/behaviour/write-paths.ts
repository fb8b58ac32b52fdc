import { numbers, single, texts } from "../data/engine";
import type { Sql } from "../data/sql";
import { unremembered } from "./unremembered";
import type { Context } from "../analyses/analysis";
import type { PathAccount } from "./account";
import {
  accountQuery,
  countedQuery,
  customerRowsQuery,
  dropQuery,
  flagsQuery,
  keepAccountQuery,
  pathTablesQuery,
  sortedFactsQuery,
  totalsQuery,
  withoutRowsQuery,
} from "./queries-account";
import {
  botsQuery,
  byVisitQuery,
  eventsQuery,
  namesQuery,
  repeatedRows,
  sortedQuery,
  stretchesQuery,
  unorderedQuery,
  visitsQuery,
  withoutCustomersQuery,
} from "./queries-paths";
import { codesQuery, MOST_EVENTS, OTHER_EVENTS, RULE_BITS, sourceQuery } from "./queries-source";
import type { PathRecipe, PathTables } from "./recipe";
import { flaggedBy } from "./flagged";

const CODES = "path_codes";
const SOURCE = "path_source";
const SORTED = "path_sorted";
const GROUPED = "path_grouped";

/** What a window without an order can look back; also more than any person does in a minute. */
const MOST_RATE = 2000;

/**
 * Writes the path tables of a recipe where they are not there, in place of those of another recipe, and resolves with the
 * account of what became of every row. All that a page says about journeys is computed from these tables.
 */
export async function writePaths(
  context: Pick<Context, "onProgress" | "query">,
  recipe: PathRecipe,
  tables: PathTables,
): Promise<PathAccount> {
  const query = (statement: Sql): Promise<Answered> => context.query(unremembered(statement));
  const there = texts(await query(pathTablesQuery()), "label");
  if (there.includes(tables.account)) return readAccount(await query(accountQuery(tables)));
  for (const label of there) await query(dropQuery(label ?? ""));
  try {
    const account = await write(query, context.onProgress, recipe, tables);
    // Written last: where it stands, the tables before it are whole.
    await query(keepAccountQuery(tables, JSON.stringify(account)));
    return account;
  } finally {
    for (const table of [SOURCE, SORTED, GROUPED, CODES]) await query(dropQuery(table));
  }
}

async function write(
  query: Query,
  onProgress: Context["onProgress"],
  recipe: PathRecipe,
  tables: PathTables,
): Promise<PathAccount> {
  onProgress(0, "Reading the events");
  await query(codesQuery(CODES, recipe));
  await query(sourceQuery(SOURCE, CODES, recipe));
  const flagged = flaggedBy(await query(flagsQuery(SOURCE, recipe)), recipe.rules);
  onProgress(0.05, "Putting the events in order");
  await query(sortedQuery(SORTED, SOURCE, recipe, bitsOf(recipe)));
  await query(dropQuery(SOURCE));
  const sorted = await siftSorted(query, recipe);
  onProgress(0.1, "Making visits of the events");
  await layPaths(query, recipe, tables, sorted.dwell);
  const totals = await query(totalsQuery(tables.visits));
  const total = (column: string): number => single(totals, column);
  return {
    ...{ ...flagged, ...sorted, events: total("events") || 0 },
    ...{ visits: total("visits"), customers: total("customers"), amount: total("amount") },
    ...{ first: total("first"), last: total("last") },
  };
}

type Sifted = Pick<PathAccount, "bots" | "duplicates" | "unordered" | "other" | "timed" | "dwell">;

/** Counts what only the order shows, and takes out what the rules leave out. */
async function siftSorted(query: Query, recipe: PathRecipe): Promise<Sifted> {
  const { when, baskets } = recipe.roles;
  const facts = await query(sortedFactsQuery(SORTED, MOST_EVENTS));
  const timed = single(facts, "timed") > 0;
  const dwell = timed && !baskets;
  return {
    ...{ timed, dwell, other: single(facts, "other") },
    unordered: when === null ? 0 : single(await query(unorderedQuery(SORTED)), "n"),
    bots: dwell ? await takeBots(query, recipe) : { customers: 0, rows: 0 },
    duplicates: dwell ? await takeRepeated(query, recipe) : 0,
  };
}

async function layPaths(query: Query, recipe: PathRecipe, tables: PathTables, dwell: boolean): Promise<void> {
  const ordered = recipe.roles.order !== null;
  const regrouped = recipe.visits.by === "given" && (ordered || (await interrupted(query)));
  if (regrouped) {
    await query(byVisitQuery(GROUPED, SORTED, ordered));
    await query(dropQuery(SORTED));
  }
  const options = { placed: regrouped && !ordered, dwell };
  await query(eventsQuery(tables, regrouped ? GROUPED : SORTED, recipe, options));
  for (const table of [SORTED, GROUPED]) await query(dropQuery(table));
  await query(visitsQuery(tables));
  await query(namesQuery(tables, CODES, OTHER_EVENTS));
}

/** Sorting once more takes time and memory; most logs have one visit after the other. */
async function interrupted(query: Query): Promise<boolean> {
  const answer = await query(stretchesQuery(SORTED));
  return single(answer, "stretches") !== single(answer, "visits");
}

/** JSON has no NaN: what is not known comes back as one. */
function readAccount(answer: Answered): PathAccount {
  const [text] = texts(answer, "account");
  return JSON.parse(text ?? "null", (_, value: unknown) => value ?? NaN) as PathAccount;
}

type Answered = Awaited<ReturnType<Context["query"]>>;
type Query = (statement: Sql) => Promise<Answered>;

const bitsOf = ({ rules }: PathRecipe): number => rules.reduce((bits, rule) => bits | (RULE_BITS[rule] ?? 0), 0);

async function takeBots(query: Query, { rules, botRate }: PathRecipe): Promise<PathAccount["bots"]> {
  const found = [...numbers(await query(botsQuery(SORTED, Math.min(MOST_RATE, botRate))), "customer_no")];
  if (found.length === 0) return { customers: 0, rows: 0 };
  const rows = single(await query(customerRowsQuery(SORTED, found)), "n");
  if (rules.includes("bots")) await query(withoutCustomersQuery(SORTED, found));
  return { customers: found.length, rows };
}

async function takeRepeated(query: Query, recipe: PathRecipe): Promise<number> {
  const repeated = repeatedRows(SORTED, recipe);
  const rows = single(await query(countedQuery(repeated)), "n");
  if (rows > 0 && recipe.rules.includes("duplicates")) await query(withoutRowsQuery(SORTED, repeated));
  return rows;
}
