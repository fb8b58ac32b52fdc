import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";

/** The column that says when: the chosen one, else the start of a session, else the first with times; null where there is none. */
export function timeColumn(columns: readonly TableColumn[], chosen: string): TableColumn | null {
  const moments = columns.filter(({ kind }) => kind === "moment");
  if (chosen === "") return moments.find(({ role }) => role === "start") ?? moments[0] ?? null;
  const found = moments.find(({ label }) => label === chosen);
  if (found !== undefined) return found;
  throw new UserError(`“${chosen}” holds no times.`, "Choose another column that says when.");
}
