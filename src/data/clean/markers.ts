import { constant, joined, sql, type Sql } from "../sql";

/** How files write "no value", trimmed and in lower case. The empty string also stands for blanks. */
export const MARKERS: readonly string[] = [
  "",
  "\\n",
  "null",
  "(null)",
  "<null>",
  "nil",
  "n/a",
  "#n/a",
  "n.a.",
  "na",
  "<na>",
  "nan",
  "-nan",
  "undefined",
  "none",
  "-",
  "--",
  "–",
  "—",
];

const BLANKS = constant(" \t\r\n\u00a0");

/** The text without blanks at its ends. */
export const trimmed = (text: Sql): Sql => sql`trim(${text}, ${BLANKS})`;

/** True where a text only says that there is no value. */
export const isMarker = (text: Sql): Sql =>
  sql`lower(${trimmed(text)}) IN (${joined(MARKERS.map((marker) => sql`${marker}`))})`;

/** A marker as the ledger shows it. */
export const shownMarker = (marker: string | null): string =>
  marker === null ? "(null)" : marker.trim() === "" ? "(blank)" : marker;
