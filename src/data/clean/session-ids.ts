import { single, type Engine } from "../engine";
import { name, sql } from "../sql";
import { columnOf, isText, type RawTable } from "./raw-table";

/** What the session identifiers of the file are like. */
export interface SessionIds {
  readonly column: string;
  /** Written like 1.31E+19: the last digits were lost before the file reached us. */
  readonly scientific: number;
  /** Whole numbers beyond 2^53, which survive only as integers or text. */
  readonly beyond: number;
  /** True when the file stores them as floating point, where digits beyond 2^53 are already gone. */
  readonly floating: boolean;
}

/** Counts them; null if no column is the session identifier. */
export async function sessionIds(engine: Engine, raw: RawTable): Promise<SessionIds | null> {
  const column = columnOf(raw, "session");
  if (column === null) return null;
  const cell = name(column.name);
  const text = isText(column);
  const beyond = text
    ? sql`length(${cell}) >= 16 AND TRY_CAST(${cell} AS DOUBLE) > 9007199254740992`
    : sql`TRY_CAST(${cell} AS DOUBLE) > 9007199254740992`;
  const scientific = text
    ? sql`(contains(${cell}, 'E+') OR contains(${cell}, 'e+')) AND TRY_CAST(${cell} AS DOUBLE) IS NOT NULL`
    : sql`false`;
  const answer = await engine.query(sql`
    SELECT CAST(count_if(${scientific}) AS DOUBLE) AS scientific, CAST(count_if(${beyond}) AS DOUBLE) AS beyond FROM ${name(raw.table)}`);
  return {
    column: column.name,
    scientific: single(answer, "scientific"),
    beyond: single(answer, "beyond"),
    floating: /^(?:DOUBLE|FLOAT)/u.test(column.type),
  };
}
