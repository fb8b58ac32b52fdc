import { joined, name, sql, type Sql } from "../sql";
import { parsedOf, type Parsed, type ParsedColumn } from "./parsed";
import { bytesOf } from "./traffic";

/** A sum that two ways of counting the same traffic should give; tested on every row that has all its parts. */
export interface Balance {
  /** In the file's own column names: "Total DL (Bytes) = the applications' download without Other DL". */
  readonly says: string;
  /** left − right; NULL where a part is missing. */
  readonly difference: Sql;
  /** True where they agree to half a byte (or 1e-9 of the amount, for rounded files). */
  readonly holds: Sql;
  /** True when it is the expected accounting, so that nothing is reported as odd. */
  readonly plain: boolean;
}

export interface CheckedBalance extends Balance {
  readonly rows: number;
  readonly compared: number;
}

const OTHER = /^(?:others?|autres?|otros?|outros?|sonstiges?|andere|rest)$/iu;

const plus = (parts: readonly Sql[]): Sql => sql`(${parts.reduce((left, right) => sql`${left} + ${right}`)})`;

function balance(says: string, left: readonly Sql[], right: readonly Sql[], plain: boolean): Balance[] {
  if (left.length === 0 || right.length === 0) return [];
  const difference = sql`${plus(left)} - ${plus(right)}`;
  return [{ says, difference, holds: sql`abs(${difference}) <= greatest(0.5, 1e-9 * abs(${plus(left)}))`, plain }];
}

interface Group {
  readonly all: readonly ParsedColumn[];
  readonly named: readonly ParsedColumn[];
  readonly other: ParsedColumn | null;
}

function group(parsed: Parsed, prefix: string): Group {
  const all = parsed.columns.filter((column) => column.role.startsWith(prefix));
  const other = all.find((column) => OTHER.test(column.role.slice(prefix.length))) ?? null;
  return { all, named: all.filter((column) => column !== other), other };
}

const inBytes = (columns: readonly ParsedColumn[]): readonly Sql[] => columns.map(bytesOf);

/** The balances that the columns of this file allow to check. */
export function balances(parsed: Parsed): readonly Balance[] {
  const directions = (["download", "upload"] as const).flatMap((role) => {
    const total = parsedOf(parsed, role);
    const apps = group(parsed, role === "download" ? "app-dl:" : "app-ul:");
    if (total === null || apps.all.length < 2) return [];
    const left = inBytes([total]);
    const what = `“${total.name}” = the sum of the ${apps.all.length} applications' ${role}s`;
    const without =
      apps.other === null ? [] : balance(`${what} without “${apps.other.name}”`, left, inBytes(apps.named), false);
    return [...balance(what, left, inBytes(apps.all), true), ...without];
  });
  return [...directions, ...bothDirections(parsed), ...trafficBalance(parsed)];
}

function bothDirections(parsed: Parsed): readonly Balance[] {
  const totals = [parsedOf(parsed, "download"), parsedOf(parsed, "upload")].filter((column) => column !== null);
  const whole = group(parsed, "app:");
  if (totals.length < 2 || whole.all.length < 2) return [];
  const what = `${totals.map((column) => `“${column.name}”`).join(" + ")} = the sum of the ${whole.all.length} applications`;
  const without =
    whole.other === null
      ? []
      : balance(`${what} without “${whole.other.name}”`, inBytes(totals), inBytes(whole.named), false);
  return [...balance(what, inBytes(totals), inBytes(whole.all), true), ...without];
}

function trafficBalance(parsed: Parsed): readonly Balance[] {
  const [traffic, down, up] = (["traffic", "download", "upload"] as const).map((role) => parsedOf(parsed, role));
  if (!traffic || !down || !up) return [];
  return balance(`“${traffic.name}” = “${down.name}” + “${up.name}”`, inBytes([traffic]), inBytes([down, up]), true);
}

/** The SELECT list items that check them, as `balance_0`, `compared_0` … */
export const balanceItems = (all: readonly Balance[]): readonly Sql[] =>
  all.map((one, index) =>
    joined([
      sql`CAST(count_if(${one.holds}) AS DOUBLE) AS ${name(`balance_${index}`)}`,
      sql`CAST(count(${one.difference}) AS DOUBLE) AS ${name(`compared_${index}`)}`,
    ]),
  );
