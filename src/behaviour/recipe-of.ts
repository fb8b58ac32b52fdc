import type { TableColumn } from "../data/table/table-column";
import type { Values } from "../view/settings";
import { chosenRoles } from "./chosen-roles";
import type { LOG_SETTINGS } from "./log-settings";
import type { PathRecipe, VisitRule } from "./recipe";
import { RULES } from "./rules";
import type { JourneyRoles } from "./roles";

type Chosen = Values<typeof LOG_SETTINGS>;

/** What the settings and the columns come to. */
export function recipeOf(columns: readonly TableColumn[], values: Chosen): PathRecipe {
  const roles = chosenRoles(columns, values);
  return {
    roles,
    visits: visitRule(roles, values),
    rules: RULES.filter((rule) => values.rules.includes(rule)),
    botRate: values.botRate,
  };
}

/** An id, a gap or a day that nothing tells leaves all events of a customer in one visit. */
function visitRule({ session, when }: JourneyRoles, { visits, gap }: Chosen): VisitRule {
  const wanted = visits === "auto" || visits === "given" ? (session === null ? "gap" : "given") : visits;
  if (wanted === "given") return { by: "given" };
  if (when === null || wanted === "customer") return { by: "customer" };
  if (wanted === "day" || when.by === "date") return { by: "day" };
  return { by: "gap", minutes: gap };
}
