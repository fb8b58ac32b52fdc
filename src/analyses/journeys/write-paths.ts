import { numbers, single, texts } from "../../data/engine";
import type { Sql } from "../../data/sql";
import { unremembered } from "./unremembered";
import type { Context } from "../analysis";
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
  const { onProgress } = context;
  const query = (statement: Sql): Promise<Answered> => context.query(unremembered(statement));
  const there = texts(await query(pathTablesQuery()), "label");
  if (there.includes(tables.account)) return readAccount(await query(accountQuery(tables)));
  const { roles, rules, visits } = recipe;
  for (const label of there) await query(dropQuery(label ?? ""));
  onProgress(0, "Reading the events");
  await query(codesQuery(CODES, recipe));
  await query(sourceQuery(SOURCE, CODES, recipe));
  const flagged = flaggedBy(await query(flagsQuery(SOURCE)), rules);
  onProgress(0.05, "Putting the events in order");
  await query(sortedQuery(SORTED, SOURCE, bitsOf(recipe)));
  await query(dropQuery(SOURCE));
  const facts = await query(sortedFactsQuery(SORTED, MOST_EVENTS));
  const unordered = roles.when === null ? 0 : single(await query(unorderedQuery(SORTED)), "n");
  const timed = single(facts, "timed") > 0 && !roles.baskets;
  const bots = timed ? await takeBots(query, recipe) : { customers: 0, rows: 0 };
  const duplicates = timed ? await takeRepeated(query, recipe) : 0;
  const given = visits.by === "given";
  onProgress(0.1, "Making visits of the events");
  if (given) await query(byVisitQuery(GROUPED, SORTED, roles.order !== null));
  const options = { placed: given && roles.order === null, dwell: timed };
  await query(eventsQuery(tables, given ? GROUPED : SORTED, visits, options));
  await query(visitsQuery(tables));
  await query(namesQuery(tables, CODES, OTHER_EVENTS));
  for (const table of [SORTED, GROUPED, CODES]) await query(dropQuery(table));
  const totals = await query(totalsQuery(tables.visits));
  const account: PathAccount = {
    ...flagged,
    bots,
    duplicates,
    unordered,
    other: single(facts, "other"),
    timed: single(facts, "timed") > 0,
    dwell: timed,
    events: single(totals, "events") || 0,
    visits: single(totals, "visits"),
    customers: single(totals, "customers"),
    amount: single(totals, "amount"),
    first: single(totals, "first"),
    last: single(totals, "last"),
  };
  // Written last: where it stands, the tables before it are whole.
  await query(keepAccountQuery(tables, JSON.stringify(account)));
  return account;
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

async function takeRepeated(query: Query, { rules }: PathRecipe): Promise<number> {
  const repeated = repeatedRows(SORTED);
  const rows = single(await query(countedQuery(repeated)), "n");
  if (rows > 0 && rules.includes("duplicates")) await query(withoutRowsQuery(SORTED, repeated));
  return rows;
}
