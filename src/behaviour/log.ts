import { numbers, texts } from "../data/engine";
import { UserError } from "../data/user-error";
import type { TableColumn } from "../data/table/table-column";
import type { Context } from "../analyses/analysis";
import type { PathAccount } from "./account";
import { eventNamesQuery } from "./queries-names";
import { pathTables, type PathRecipe, type PathTables } from "./recipe";
import { writePaths } from "./write-paths";

/** Events by number. */
export interface EventNames {
  /** By falling count over the file. */
  readonly labels: readonly string[];
  /** The number of each label. */
  readonly numbers: Float64Array;
  readonly counts: Float64Array;
  /** Money of each. */
  readonly amounts: Float64Array;
  /** Numbers are below this. */
  readonly size: number;
}

/** An event log ready to be asked: its path tables and what is in them. */
export interface Log {
  readonly recipe: PathRecipe;
  readonly tables: PathTables;
  readonly account: PathAccount;
  readonly names: EventNames;
  readonly columns: readonly TableColumn[];
}

/** Writes the path tables where needed and reads what they hold. UserError where no event is left. */
export async function readLog(context: Context, columns: readonly TableColumn[], recipe: PathRecipe): Promise<Log> {
  const tables = pathTables(context.dataset.version, recipe);
  const account = await writePaths(context, recipe, tables);
  if (account.events === 0)
    throw new UserError(
      account.rowsRead === 1
        ? "The only row does not count as an event with these rules."
        : `None of the ${account.rowsRead} rows counts as an event with these rules.`,
      "Switch a rule off, or choose another column for the time.",
    );
  return { recipe, tables, account, columns, names: await readNames(context, tables) };
}

/** The events of path tables. */
export async function readNames(context: Context, tables: PathTables): Promise<EventNames> {
  const answer = await context.query(eventNamesQuery(tables));
  const codes = numbers(answer, "event_no");
  return {
    labels: texts(answer, "event").map((label) => label ?? ""),
    numbers: codes,
    counts: numbers(answer, "n"),
    amounts: numbers(answer, "amount"),
    size: codes.reduce((most, code) => Math.max(most, code + 1), 0),
  };
}

/** The label of an event number; the visit's end where there is none. */
export function eventLabel({ labels, numbers: codes }: EventNames, code: number): string {
  const place = codes.indexOf(code);
  return place < 0 ? "(the visit ends)" : (labels[place] ?? "");
}

/** The number of the event of that name; null where it is none. */
export function eventNumber({ labels, numbers: codes }: EventNames, label: string): number | null {
  return codes[labels.indexOf(label)] ?? null;
}
