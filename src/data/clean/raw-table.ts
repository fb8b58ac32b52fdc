import type { Role, RoleAssignment } from "../role";
import type { SourceColumn } from "../source";

/** One column of the raw table with the role it plays. */
export interface RawColumn {
  readonly name: string;
  /** DuckDB's type. */
  readonly type: string;
  readonly role: Role;
}

/** The table of the file, with the columns that play a part and all that are there. */
export interface RawTable {
  readonly table: string;
  readonly rows: number;
  /** Columns with a role, in the file's order. */
  readonly played: readonly RawColumn[];
  readonly all: readonly SourceColumn[];
}

/** Joins roles to the columns that were really read; a role of a column that was not read is dropped. */
export function rawTable(
  table: string,
  rows: number,
  columns: readonly SourceColumn[],
  roles: readonly RoleAssignment[],
): RawTable {
  const played = columns.flatMap((column) => {
    const role = roles.find((one) => one.column === column.name)?.role ?? "none";
    return role === "none" ? [] : [{ name: column.name, type: column.type.toUpperCase(), role }];
  });
  return { table, rows, played, all: columns };
}

export const columnOf = (raw: RawTable, role: Role): RawColumn | null =>
  raw.played.find((column) => column.role === role) ?? null;

export const isText = (column: RawColumn): boolean => column.type === "VARCHAR";

const WORDS: readonly Role[] = ["handset", "maker", "location"];
const MOMENTS: readonly Role[] = ["start", "end"];
const IDS: readonly Role[] = ["customer", "session"];

export const isWord = (column: RawColumn): boolean => WORDS.includes(column.role);
export const isMoment = (column: RawColumn): boolean => MOMENTS.includes(column.role);
export const isId = (column: RawColumn): boolean => IDS.includes(column.role);
/** Everything that is neither an id, a word nor a time. */
export const isAmount = (column: RawColumn): boolean => !isWord(column) && !isMoment(column) && !isId(column);
