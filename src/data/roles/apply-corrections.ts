import type { Role, RoleAssignment } from "../role";
import { isRole } from "./is-role";

/**
 * The guesses with a person's choices over them: [column, role] as a link carries them. A role chosen for one column is
 * taken from any other. Pairs that name no column of the file or no known role change nothing.
 */
export function applyCorrections(
  guesses: readonly RoleAssignment[],
  corrections: readonly (readonly [string, string])[],
): readonly RoleAssignment[] {
  return corrections.reduce((roles, [column, role]) => (isRole(role) ? withRole(roles, column, role) : roles), guesses);
}

function withRole(roles: readonly RoleAssignment[], column: string, role: Role): readonly RoleAssignment[] {
  if (!roles.some((one) => one.column === column)) return roles;
  return roles.map((one) => {
    if (one.column === column) return { column, role, confidence: 1, why: "chosen by you" };
    if (role !== "none" && one.role === role)
      return { column: one.column, role: "none", confidence: 1, why: `you gave this role to “${column}”` };
    return one;
  });
}
