import type { Role } from "../role";

/** Whether the values look like what the name suggests. */
export interface Evidence {
  /** Multiplies the strength of the name: above 1 confirms, below 1 contradicts. */
  readonly weight: number;
  readonly says: string;
}

export type Head = readonly (string | null)[];

const MISSING = new Set(["", "\\n", "null", "n/a", "na", "nan", "undefined", "none", "-"]);
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;
const LOCAL_NUMBER = /^[+-]?\d{1,3}(?:[ .,]\d{3})*(?:[.,]\d+)?$/u;
const MOMENT =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d{1,2}:\d{2}.*)?$|^\d{1,2}[- ]\p{L}{3,9}[- ]\d{2,4}|^\d{10}(?:\d{3}){0,3}(?:\.0)?$/u;

const share = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? NaN : values.filter(test).length / values.length;

const isNumber = (value: string): boolean => NUMBER.test(value) || LOCAL_NUMBER.test(value);

const UNKNOWN: Evidence = { weight: 1, says: "no values among the first rows to check it" };
const confirms = (text: string): Evidence => ({ weight: 1.03, says: text });
const contradicts = (text: string): Evidence => ({ weight: 0.35, says: text });

/** Compares a role with the file's type and the first values of the column. */
export function evidence(role: Role, type: string, head: Head): Evidence {
  const values = head
    .filter((value): value is string => value !== null && !MISSING.has(value.trim().toLowerCase()))
    .map((value) => value.trim());
  if (role === "none") return { weight: 1, says: "" };
  if (role === "customer" || role === "session") return identifier(values);
  if (role === "start" || role === "end") return moment(type, values);
  if (role === "handset" || role === "maker" || role === "location") return wording(role, values);
  if (role === "start-ms" || role === "end-ms") return values.length === 0 ? UNKNOWN : offset(values);
  return amount(role, type, values);
}

function identifier(values: readonly string[]): Evidence {
  if (values.length === 0) return UNKNOWN;
  const distinct = new Set(values).size / values.length;
  if (share(values, (value) => /^[+-]?\d*\.\d*[1-9]\d*$/u.test(value)) > 0.2)
    return contradicts("its values have decimals");
  if (share(values, (value) => MOMENT.test(value) && /[-/:]/u.test(value)) > 0.5)
    return contradicts("its values are dates");
  if (values.length > 20 && distinct < 0.02) return { weight: 0.6, says: "its values repeat very often" };
  return confirms("many different whole values");
}

function moment(type: string, values: readonly string[]): Evidence {
  if (/^(?:TIMESTAMP|DATE)/u.test(type)) return confirms("the file stores times");
  if (values.length === 0) return UNKNOWN;
  return share(values, (value) => MOMENT.test(value)) > 0.8
    ? confirms("its values are times")
    : contradicts("its values are no times");
}

function wording(role: Role, values: readonly string[]): Evidence {
  if (values.length === 0) return UNKNOWN;
  // A region's code or a place on a page, not the cell or city that a filter would offer.
  if (role === "location" && share(values, (value) => /^\d{1,3}(?:\.0+)?$/u.test(value)) > 0.9)
    return contradicts("its values are small numbers");
  if (role !== "location" && share(values, (value) => NUMBER.test(value)) > 0.9)
    return { weight: 0.6, says: "its values are numbers" };
  return confirms("its values are names");
}

function offset(values: readonly string[]): Evidence {
  const inside = share(values, (value) => isNumber(value) && Number(value) >= 0 && Number(value) < 1000);
  return inside > 0.95 ? confirms("its values are 0 to 999") : contradicts("its values are not 0 to 999");
}

function amount(role: Role, type: string, values: readonly string[]): Evidence {
  if (values.length === 0) return UNKNOWN;
  const typed = type !== "" && !/^(?:VARCHAR|TIMESTAMP|DATE|TIME|BLOB)/iu.test(type);
  if (!typed && share(values, isNumber) < 0.8) return contradicts("its values are not numbers");
  if (role === "sessions" && share(values, (value) => /^\d+(?:\.0+)?$/u.test(value)) < 0.9)
    return contradicts("its values are not whole counts");
  return confirms("its values are numbers");
}
