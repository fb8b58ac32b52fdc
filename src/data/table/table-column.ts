import type { ColumnProfile } from "../profile";
import type { Role, RoleAssignment } from "../role";
import { nameWords } from "../roles/name-words";
import type { SourceColumn } from "../source";

/** A column of any table: what its values are, counted over every row of the file. */
export interface TableColumn {
  /** "c0", "c1" …: its place in the file, and its name in the view `rows`. */
  readonly id: string;
  /** Its name in the file. */
  readonly label: string;
  /** A column that is empty, was not read or could not be profiled is "empty" and not in the view. */
  readonly kind: "number" | "integer" | "moment" | "truth" | "category" | "id" | "empty";
  readonly rows: number;
  readonly missing: number;
  readonly distinct: number;
  readonly distinctApproximate: boolean;
  /** Of numbers and moments (ms since 1970 UTC); NaN for words. */
  readonly min: number;
  readonly max: number;
  /** Fisher and Pearson's g1 of numbers: 0 is symmetric, above 2 has a long right tail; null where it has no meaning. */
  readonly skewness: number | null;
  readonly role: Role;
}

const KINDS: Readonly<Record<ColumnProfile["kind"], TableColumn["kind"]>> = {
  number: "number",
  integer: "integer",
  time: "moment",
  boolean: "truth",
  text: "category",
  id: "id",
  empty: "empty",
};

/** Every column of the file in its order, from what its profile says and the role it plays. */
export function tableColumns(
  profiles: ReadonlyMap<string, ColumnProfile>,
  sourceColumns: readonly SourceColumn[],
  roles: readonly RoleAssignment[],
): readonly TableColumn[] {
  const roleOf = new Map(roles.map(({ column, role }) => [column, role]));
  return sourceColumns.map(({ name }, place) => {
    const profile = profiles.get(name);
    const base = { id: `c${place}`, label: name, role: roleOf.get(name) ?? "none" };
    return profile === undefined || profile.problem !== null
      ? { ...base, ...UNKNOWN, rows: profile?.rows ?? 0 }
      : { ...base, ...described(profile, namesSomebody(name, base.role)) };
  });
}

const IDENTIFIER = /^(?:id|ids|uuid|guid|no|nr|number|numero|nummer|key|identifier|identifiant|identificador)$/u;

/** An invoice's number or a user's id is no amount, though it is written in digits. */
function namesSomebody(label: string, role: Role): boolean {
  if (role === "customer" || role === "session") return true;
  return IDENTIFIER.test(nameWords(label).words.at(-1) ?? "");
}

const UNKNOWN = {
  kind: "empty",
  missing: 0,
  distinct: 0,
  distinctApproximate: false,
  min: NaN,
  max: NaN,
  skewness: null,
} as const;

const IDENTIFIABLE: readonly ColumnProfile["kind"][] = ["integer", "number", "text"];

function described(profile: ColumnProfile, identifies: boolean): Omit<TableColumn, "id" | "label" | "role"> {
  const { rows, missingTotal, distinct, distinctApproximate, numbers } = profile;
  const kind = identifies && IDENTIFIABLE.includes(profile.kind) ? "id" : KINDS[profile.kind];
  const skewed = kind === "number" || kind === "integer";
  return {
    kind,
    rows,
    missing: missingTotal,
    distinct,
    distinctApproximate,
    min: numbers?.min ?? NaN,
    max: numbers?.max ?? NaN,
    skewness: skewed ? (numbers?.skewness ?? null) : null,
  };
}
