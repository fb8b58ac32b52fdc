import type { TableColumn } from "../data/table/table-column";
import type { JourneyRoles } from "./roles";
import type { Rule } from "./rules";

/** How events become visits: by the id given, after a gap in time, by day, or all of a customer's events as one. */
export type VisitRule =
  | { readonly by: "given" }
  | { readonly by: "gap"; readonly minutes: number }
  | { readonly by: "day" }
  | { readonly by: "customer" };

/** Everything that decides what stands in the path table. */
export interface PathRecipe {
  readonly roles: JourneyRoles;
  readonly visits: VisitRule;
  readonly rules: readonly Rule[];
  /** Events within 60 seconds above which a customer is a bot. */
  readonly botRate: number;
}

/** The tables of one recipe; their names hold its key, so that answers about one are never taken for another's. */
export interface PathTables {
  /**
   * One row per event that counts: customer_no, path_no (0-based, by customer and start), step (1 … n in the visit), place
   * (1 … n of the customer), event_no, next_no (NULL: the visit ends), "at" TIMESTAMP, amount, row_no. In the order of path_no and step.
   */
  readonly events: string;
  /** One row per visit: path_no, customer_no, visit (1 … n of the customer), started, ended, events, entry_no, exit_no, amount, row_no of its first event, mask (bit of each event in it, see `MASKED`). */
  readonly visits: string;
  /** One row per visit: path_no, customer_no, first (it is the customer's first), then values of columns at its first event. */
  readonly values: string;
  /** event_no, event, n: by falling count over the file; the last may be “other events”. */
  readonly names: string;
  /** What became of every row, as JSON. */
  readonly account: string;
}

/** The names of the tables for a recipe on one version of the data. */
export function pathTables(version: string, recipe: PathRecipe): PathTables {
  const key = hashOf(JSON.stringify([version, recipe], (_, value: unknown) => (isColumn(value) ? value.id : value)));
  const named = (what: string): string => `path_${what}_${key}`;
  const [events, visits, values] = [named("events"), named("visits"), named("values")];
  return { events, visits, values, names: named("names"), account: named("account") };
}

const isColumn = (value: unknown): value is TableColumn =>
  typeof value === "object" && value !== null && "id" in value && "distinct" in value;

/** FNV-1a over UTF-16 units, in two halves of 32 bits. */
function hashOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
