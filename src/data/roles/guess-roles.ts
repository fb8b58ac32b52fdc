import type { Role, RoleAssignment } from "../role";
import type { SourceColumn } from "../source";
import { evidence, type Head } from "./content";
import { nameWords } from "./name-words";
import { recognise } from "./recognise";
import { VOCABULARY } from "./vocabulary";

/** Below this a guess is not made: the column plays no part until a person says so. */
const LEAST_CONFIDENCE = 0.35;

/**
 * One assignment per column, in the columns' order. The name suggests, type and first values confirm or contradict; each
 * role goes to the best column only, the others of the same role become `none` and say which column fits better.
 * `head[i]` holds the first values of `columns[i]` as text, null for missing; it may be empty.
 */
export function guessRoles(columns: readonly SourceColumn[], head: readonly Head[]): readonly RoleAssignment[] {
  const guesses = withoutShared(
    columns,
    columns.map((column, index) => guess(column, head[index] ?? [])),
  );
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

/** In a table that has nothing else of a network, a brand or a model is not a handset's. */
function withoutShared(columns: readonly SourceColumn[], roles: readonly RoleAssignment[]): readonly RoleAssignment[] {
  const shared = columns.map(({ name }) => recognise(name).shared === true);
  if (
    columns.some(({ name }) => namesNetwork(name)) ||
    roles.some(({ role }, index) => shared[index] !== true && NETWORK.test(role))
  )
    return roles;
  return roles.map((one, index) =>
    one.role !== "none" && shared[index] === true
      ? {
          column: one.column,
          role: "none",
          confidence: 0.6,
          why: `${one.why}; but nothing else in this file is of a network`,
        }
      : one,
  );
}

const NETWORK = /^(?:duration|sessions?|download|upload|traffic|rtt|throughput|tcp|handset|maker|app)/u;

/** The identities that only networks give. */
const namesNetwork = (column: string): boolean =>
  nameWords(column).words.some((word) => IDENTITIES.some((topic) => VOCABULARY[topic].has(word)));
const IDENTITIES = ["msisdn", "imsi", "imei"] as const;

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
