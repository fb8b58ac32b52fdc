import { constant, joined, name, sql, type Sql } from "../sql";
import { MENDED } from "../mended-lines";
import { isOn, type CleanFindings } from "./findings";
import { isMarker, trimmed } from "./markers";
import type { ParsedColumn } from "./parsed";
import type { RawColumn } from "./raw-table";
import { REPAIRED } from "./steps-text";
import type { Word } from "./words";

/**
 * Every value that is another in `clean` than in the file, and every line of a text that was mended, as a statement over
 * the tables as they stand: step, row (of the table, from 1), column, file, line, last_line, before, after. Where a value
 * became missing, `after` is NULL; an empty cell, which stays empty, is none. What is converted as a whole column by one
 * rule (units, offsets of times, the reading of numbers) is told by the ledger alone. Null where nothing was changed.
 */
export function changedValues(found: CleanFindings): Sql | null {
  const cells = [
    ...identifiers(found),
    ...found.words.flatMap(names(found)),
    ...found.parsed.columns.flatMap(amounts(found)),
  ];
  const lines = (found.load.text ?? []).some(({ repairs }) => repairs.length > 0) ? [mendedLines()] : [];
  if (cells.length + lines.length === 0) return null;
  return sql`SELECT * FROM (${joined([...lines, ...cells], " UNION ALL ")}) ORDER BY "row" NULLS FIRST, line`;
}

interface Change {
  readonly column: RawColumn;
  /** Over the aliases `r` (the file's table) and `c` (`clean`). */
  readonly step: Sql;
  readonly after: Sql;
  readonly where: Sql;
}

const cellOf = (column: RawColumn): Sql => sql`CAST(r.${name(column.name)} AS VARCHAR)`;

/** Changed cells of one column; empty ones are left out. */
function change({ parsed: { raw } }: CleanFindings, { column, step, after, where }: Change, from?: Sql): Sql {
  const cell = cellOf(column);
  return sql`
    SELECT ${step} AS step, CAST(r.rowid + 1 AS BIGINT) AS "row", ${column.name} AS "column", CAST(NULL AS VARCHAR) AS file,
      CAST(NULL AS BIGINT) AS line, CAST(NULL AS BIGINT) AS last_line, ${cell} AS before, CAST(${after} AS VARCHAR) AS after
    FROM ${name(raw.table)} AS r ${from ?? sql``} WHERE ${cell} <> '' AND ${where}`;
}

const MISSING = sql`CAST(NULL AS VARCHAR)`;
const SAID_MISSING = constant("Missing values");

function identifiers(found: CleanFindings): readonly Sql[] {
  const { column, rewritten, missing } = found.identity;
  if (column === null || (rewritten === 0 && !missing.some(isWritten))) return [];
  const step = sql`CASE WHEN c.customer_key IS NULL THEN ${SAID_MISSING} ELSE ${constant("Identifiers")} END`;
  const key = sql`CAST(c.customer_key AS VARCHAR)`;
  const where = sql`${key} IS DISTINCT FROM ${cellOf(column)}`;
  return [change(found, { column, step, after: key, where }, sql`JOIN clean AS c ON c.row_no = r.rowid + 1`)];
}

const names =
  (found: CleanFindings) =>
  ({ column, missing, untidy }: Word): readonly Sql[] => {
    if (untidy === 0 && !missing.some(isWritten)) return [];
    const cell = cellOf(column);
    const gone = isOn(found, "null-markers") ? isMarker(cell) : sql`${trimmed(cell)} = ''`;
    const step = sql`CASE WHEN ${gone} THEN ${SAID_MISSING} ELSE ${constant("Blanks around names")} END`;
    const after = sql`CASE WHEN NOT (${gone}) THEN ${trimmed(cell)} END`;
    return [change(found, { column, step, after, where: sql`(${after}) IS DISTINCT FROM ${cell}` })];
  };

const amounts =
  (found: CleanFindings) =>
  (column: ParsedColumn): readonly Sql[] => {
    const unread = found.failed.find((one) => one.column.name === column.name);
    const negative = isOn(found, "impossible") && found.negatives.some((one) => one.column.name === column.name);
    const cell = cellOf(column);
    const step = sql`CASE WHEN ${isMarker(cell)} THEN ${SAID_MISSING} ELSE ${constant("Values that do not read")} END`;
    return [
      ...(unread !== undefined && (unread.failed > 0 || unread.markers.some(isWritten))
        ? [change(found, { column, step, after: MISSING, where: sql`${column.value} IS NULL` })]
        : []),
      ...(negative
        ? [
            change(found, {
              column,
              step: constant("Impossible values"),
              after: MISSING,
              where: sql`${column.value} < 0`,
            }),
          ]
        : []),
    ];
  };

/** More than an empty cell, which has nothing to lose. */
const isWritten = ({ marker }: { readonly marker: string | null }): boolean => marker !== null && marker !== "";

function mendedLines(): Sql {
  const kinds = Object.entries(REPAIRED).map(([what, words]) => sql`WHEN ${constant(what)} THEN ${constant(words)}`);
  return sql`
    SELECT ${constant("Lines of the file")} AS step, CAST(NULL AS BIGINT) AS "row", CAST(NULL AS VARCHAR) AS "column", file, line,
      last_line, "text" AS before, CASE what ${joined(kinds, " ")} END AS after FROM ${name(MENDED)}`;
}
