import type { ColumnProfile } from "../../data/profile";
import type { RoleAssignment } from "../../data/role";
import { columnProblems } from "./column-facts";

export type ColumnFilter = "all" | "with-role" | "without-role" | "problems";

export interface ColumnQuery {
  readonly search: string;
  readonly filter: ColumnFilter;
}

type Profiles = ReadonlyMap<string, ColumnProfile>;

/** One entry per column of the file, those that play a part first, otherwise in the order of the file. */
export function listColumns(roles: readonly RoleAssignment[], profiles: Profiles): readonly RoleAssignment[] {
  const known = new Set(roles.map((role) => role.column));
  const unguessed = [...profiles.keys()].filter((column) => !known.has(column));
  const all = [
    ...roles,
    ...unguessed.map((column): RoleAssignment => ({ column, role: "none", confidence: 0, why: "" })),
  ];
  return [...all.filter((entry) => entry.role !== "none"), ...all.filter((entry) => entry.role === "none")];
}

/** The columns that a search (in any case, anywhere in the name) and a filter leave. */
export function chooseColumns(
  columns: readonly RoleAssignment[],
  profiles: Profiles,
  query: ColumnQuery,
): readonly RoleAssignment[] {
  const wanted = query.search.trim().toLocaleLowerCase("en");
  return columns.filter(
    (entry) =>
      entry.column.toLocaleLowerCase("en").includes(wanted) && passes(entry, profiles.get(entry.column), query.filter),
  );
}

function passes(entry: RoleAssignment, profile: ColumnProfile | undefined, filter: ColumnFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "with-role":
      return entry.role !== "none";
    case "without-role":
      return entry.role === "none";
    case "problems":
      return columnProblems(profile, entry).length > 0;
  }
}
