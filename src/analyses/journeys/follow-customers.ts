import { single } from "../../data/engine";
import type { Sql } from "../../data/sql";
import { UserError } from "../../data/user-error";
import type { Context } from "../analysis";
import { readNames, type Log } from "../../behaviour/log";
import { totalsQuery } from "../../behaviour/queries-account";
import { createQuery } from "../../behaviour/queries-slices";
import { followedEvents, followedNames, followedQuery, followedVisits } from "./queries-who";
import { pathTables } from "../../behaviour/recipe";
import { unremembered } from "../../behaviour/unremembered";
import { dropOthers } from "../../behaviour/write-paths";

const WHO = "path_who";

/**
 * The log of some customers alone: their own path tables, beside those of all. What rows were left out, and when watching
 * began and ended, stays that of the file. `key` names who they are. UserError where nobody is among them.
 */
export async function followCustomers(context: Context, log: Log, key: string, customers: Int32Array): Promise<Log> {
  if (customers.length === 0)
    throw new UserError("No customer is among those to be followed.", "Follow other customers, or all of them.");
  const query = (statement: Sql): ReturnType<Context["query"]> => context.query(unremembered(statement));
  const tables = pathTables(`${context.dataset.version} ${key}`, log.recipe);
  await dropOthers(query, Object.values(log.tables));
  await query(followedQuery(WHO, [...customers]));
  await query(createQuery(tables.visits, followedVisits(log.tables, WHO)));
  await query(createQuery(tables.events, followedEvents(log.tables, tables.visits)));
  await query(createQuery(tables.names, followedNames(log.tables, tables.events)));
  const totals = await query(totalsQuery(tables.visits));
  const [events, visits, amount] = ["events", "visits", "amount"].map((column) => single(totals, column));
  const left = { events: events ?? 0, visits: visits ?? 0, amount: amount ?? NaN, customers: customers.length };
  return { ...log, tables, account: { ...log.account, ...left }, names: await readNames(context, tables) };
}
