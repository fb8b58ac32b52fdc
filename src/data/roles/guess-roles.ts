import type { Role, RoleAssignment } from "../role";
import type { SourceColumn } from "../source";
import { evidence, type Head } from "./content";
import { recognise } from "./recognise";

/** Below this a guess is not made: the column plays no part until a person says so. */
const LEAST_CONFIDENCE = 0.35;

/**
 * One assignment per column, in the columns' order. The name suggests, type and first values confirm or contradict; each
 * role goes to the best column only, the others of the same role become `none` and say which column fits better.
 * `head[i]` holds the first values of `columns[i]` as text, null for missing; it may be empty.
 */
export function guessRoles(columns: readonly SourceColumn[], head: readonly Head[]): readonly RoleAssignment[] {
  const guesses = columns.map((column, index) => guess(column, head[index] ?? []));
  const best = new Map<Role, RoleAssignment>();
  for (const one of guesses) {
    const other = best.get(one.role);
    if (other === undefined || one.confidence > other.confidence) best.set(one.role, one);
  }
  return withoutMixedApps(guesses.map((one) => keepBest(one, best)));
}

function guess(column: SourceColumn, values: Head): RoleAssignment {
  const named = recognise(column.name);
  const found = evidence(named.role, column.type, values);
  const confidence = Math.min(1, named.strength * found.weight);
  const why = [named.says, found.says].filter((text) => text !== "").join("; ");
  if (named.role !== "none" && confidence < LEAST_CONFIDENCE)
    return { column: column.name, role: "none", confidence: 1 - confidence, why };
  return { column: column.name, role: named.role, confidence: Math.round(confidence * 100) / 100, why };
}

function keepBest(one: RoleAssignment, best: ReadonlyMap<Role, RoleAssignment>): RoleAssignment {
  const winner = best.get(one.role);
  if (one.role === "none" || winner === one || winner === undefined) return one;
  return { column: one.column, role: "none", confidence: 0.6, why: `${one.why}; but “${winner.column}” fits better` };
}

/** An application known by direction needs no second, undirected column: it would count its traffic twice. */
function withoutMixedApps(roles: readonly RoleAssignment[]): readonly RoleAssignment[] {
  const directed = new Set(roles.filter(({ role }) => /^app-[du]l:/u.test(role)).map(({ role }) => role.slice(7)));
  return roles.map((one) =>
    one.role.startsWith("app:") && directed.has(one.role.slice(4))
      ? {
          column: one.column,
          role: "none",
          confidence: 0.6,
          why: `${one.why}; but its two directions are columns of their own`,
        }
      : one,
  );
}
