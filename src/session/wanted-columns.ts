import type { Role, RoleAssignment } from "../data/role";
import { ofNetwork } from "../data/roles/network-roles";
import type { LoadReport, Source } from "../data/source";

/** Beyond this many cells, columns without a role are not read until somebody asks for them. */
const CELLS_READ_UNASKED = 40_000_000;

/** What a cell of a text takes in its file, roughly: such a file does not say how many rows it has. */
const BYTES_PER_CELL = 6;

/**
 * Of a table about the use of a network the columns with a role, the rest later; of any other table, whose pages may ask for
 * every column, all of them, unless they are too many to be read unasked.
 */
export function wantedFirst(source: Source, roles: readonly RoleAssignment[]): readonly string[] {
  const all = source.columns.map(({ name }) => name);
  const rows = source.rows ?? source.bytes / (BYTES_PER_CELL * all.length);
  const ordinary = !roles.some(({ role }) => ofNetwork(role));
  if (ordinary && rows * all.length <= CELLS_READ_UNASKED) return all;
  const meaningful = withRole(roles);
  // A file in which nothing is recognised is opened all the same: a person then says what its columns mean.
  return meaningful.length > 0 ? meaningful : all.slice(0, 1);
}

/** Columns that are not read yet, if the file is small enough to read them without being asked. */
export function leftToRead(source: Source, report: LoadReport): readonly string[] {
  const read = new Set(report.columns.map(({ name }) => name));
  const left = source.columns.map(({ name }) => name).filter((name) => !read.has(name));
  return left.length * report.rows > CELLS_READ_UNASKED ? [] : left;
}

/** The columns that mean something. */
export function withRole(roles: readonly { column: string; role: Role }[]): readonly string[] {
  return roles.filter(({ role }) => role !== "none").map(({ column }) => column);
}
