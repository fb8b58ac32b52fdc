import { single, texts, type Answer } from "../data/engine";
import type { Sql } from "../data/sql";
import type { Context } from "../analyses/analysis";
import type { PathAccount } from "./account";
import { layPaths } from "./lay-paths";
import { accountQuery, dropQuery, keepAccountQuery, pathTablesQuery, totalsQuery } from "./queries-account";
import { namesQuery } from "./queries-paths";
import { OTHER_EVENTS } from "./queries-source";
import { ROWS_AT_ONCE } from "./ranges";
import type { PathRecipe, PathTables } from "./recipe";
import { unremembered } from "./unremembered";
import { CODES, writeSource, type Query } from "./write-source";

/** The share of the page's work that is done when the rows are read, and when they are paths. */
const READ = 0.2;
const LAID = 0.45;

/**
 * Writes the path tables of a recipe where they are not there, in place of those of another recipe, and resolves with the
 * account of what became of every row. All that a page says about journeys is computed from these tables. About `rowsAtOnce`
 * rows are worked on at a time; how many makes no difference to the tables.
 */
export async function writePaths(
  context: Pick<Context, "onProgress" | "query">,
  recipe: PathRecipe,
  tables: PathTables,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<PathAccount> {
  const query = (statement: Sql): Promise<Answer> => context.query(unremembered(statement));
  const there = texts(await query(pathTablesQuery()), "label");
  if (there.includes(tables.account)) return readAccount(await query(accountQuery(tables)));
  await dropOthers(query, []);
  const account = await write(query, context.onProgress, recipe, tables, rowsAtOnce);
  // Written last: where it stands, the tables before it are whole.
  await query(keepAccountQuery(tables, JSON.stringify(account)));
  return account;
}

async function write(
  query: Query,
  onProgress: Context["onProgress"],
  recipe: PathRecipe,
  tables: PathTables,
  rowsAtOnce: number,
): Promise<PathAccount> {
  try {
    const { sources, ...source } = await writeSource(query, recipe, rowsAtOnce, (share) =>
      onProgress(READ * share, "Reading the events"),
    );
    const dwell = source.timed && !recipe.roles.baskets;
    const ordered = await layPaths(query, recipe, tables, sources, dwell, (share) =>
      onProgress(READ + (LAID - READ) * share, "Making visits of the events"),
    );
    await query(namesQuery(tables, CODES, OTHER_EVENTS));
    const totals = await query(totalsQuery(tables.visits));
    const total = (column: string): number => single(totals, column);
    return {
      ...{
        ...source,
        ...ordered,
        dwell,
        slices: sources.map(({ customers }) => customers),
        events: total("events") || 0,
      },
      ...{ visits: total("visits"), customers: total("customers"), amount: total("amount") },
      ...{ first: total("first"), last: total("last") },
    };
  } finally {
    await dropOthers(query, Object.values(tables) as readonly string[]);
  }
}

/** Takes away every table of paths but these. */
export async function dropOthers(query: Query, kept: readonly string[]): Promise<void> {
  for (const label of texts(await query(pathTablesQuery()), "label"))
    if (label !== null && !kept.includes(label)) await query(dropQuery(label));
}

/** JSON has no NaN: what is not known comes back as one. */
function readAccount(answer: Answer): PathAccount {
  const [text] = texts(answer, "account");
  return JSON.parse(text ?? "null", (_, value: unknown) => value ?? NaN) as PathAccount;
}
