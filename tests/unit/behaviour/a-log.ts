import type { Context } from "../../../src/analyses/analysis";
import { chosenRoles } from "../../../src/behaviour/chosen-roles";
import { readLog, type Log } from "../../../src/behaviour/log";
import type { PathRecipe } from "../../../src/behaviour/recipe";
import { BOT_RATE, USUAL_RULES } from "../../../src/behaviour/rules";
import type { Engine } from "../../../src/data/engine";
import { logOf } from "./logs";

export const GUESSED = { what: "", when: "", session: "", order: "", quantity: "", price: "", amount: "" };

/** A CSV through the door and into path tables, with the usual recipe but for what is changed. */
export async function aLog(
  engine: Engine,
  csv: string,
  change: Partial<Omit<PathRecipe, "roles">> & { readonly what?: string } = {},
): Promise<{ context: Context; log: Log }> {
  const { context, columns } = await logOf(engine, csv);
  const { what = "", ...rest } = change;
  const roles = chosenRoles(columns, { ...GUESSED, what });
  const visits = roles.session === null ? { by: "gap" as const, minutes: 30 } : { by: "given" as const };
  const recipe: PathRecipe = { roles, visits, rules: USUAL_RULES, botRate: BOT_RATE, ...rest };
  return { context, log: await readLog(context, columns, recipe) };
}
