import { single } from "../../data/engine";
import type { TableAccess } from "../../data/table/table-access";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import { cutOffText, NO_CUT_OFF, readCutOff } from "./cut-off-text";
import type { Outcome } from "./outcome";
import { sidesQuery, spanQuery, variesQuery } from "./queries-cut-off";
import type { LEAD_SETTINGS } from "./settings";
import { timeColumn } from "./time-column";

/** A moment that parts what was known from what came about, and what lies on its sides. */
export interface CutOff {
  readonly column: TableColumn;
  /** Milliseconds since 1970, UTC: rows before it make features, rows from it on the outcome. */
  readonly at: number;
  readonly guessed: boolean;
  /** The outcome is what the rows from it on say; else a fact about the customer that its rows repeat. */
  readonly dated: boolean;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** On neither side. */
  readonly rowsUndated: number;
  readonly customersBefore: number;
  /** Of those, with rows from it on. */
  readonly cameAgain: number;
  /** Without a row before it. */
  readonly onlyAfter: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The chosen cut-off, or a guess where customers have several rows with times and the outcome differs between them; null for
 * none. UserError where the chosen one leaves a side empty, or there can be none but must be.
 */
export async function findCutOff(
  context: Context,
  { columns, repeated }: TableAccess,
  outcome: Outcome,
  values: Values<typeof LEAD_SETTINGS>,
): Promise<CutOff | null> {
  const needed = outcome.column === null;
  if (values.cutoff === NO_CUT_OFF && !needed) return null;
  const chosen = readCutOff(values.cutoff);
  const column = repeated ? timeColumn(columns, values.time) : null;
  if (column === null) {
    if (chosen === null) return null;
    throw new UserError(
      repeated
        ? "No column of this file holds times, so nothing lies before a date or after it."
        : "Each customer has one row, so a cut-off date cannot part what came before from what came after.",
      "Take the cut-off date away.",
    );
  }
  const dated = outcome.column === null || single(await context.query(variesQuery(outcome.column)), "n") > 0;
  if (chosen === null && !dated) return null;
  const at = chosen ?? (await guessed(context, column));
  const sides = await context.query(sidesQuery({ column, at }));
  const side = (name: string): number => single(sides, name);
  const [rowsBefore, rowsAfter] = [side("rows_before"), side("rows_after")];
  if (rowsBefore === 0 || rowsAfter === 0)
    throw new UserError(
      `No row of this file has a “${column.label}” ${rowsBefore === 0 ? "before" : "from"} ${cutOffText(at)}${rowsBefore === 0 ? "" : " on"}.`,
      "Choose a cut-off date between the first row and the last, or leave it empty for a guess.",
    );
  return {
    ...{ column, at, guessed: chosen === null, dated, rowsBefore, rowsAfter },
    rowsUndated: side("rows_undated"),
    customersBefore: side("customers_before"),
    cameAgain: side("came_again"),
    onlyAfter: side("only_after"),
  };
}

/** The least share of the rows that a guess leaves before it. */
const LEAST_BEFORE = 0.5;

/** The start of the day, or of the minute in a short log, before which about three quarters of the rows lie. */
async function guessed(context: Context, column: TableColumn): Promise<number> {
  const span = await context.query(spanQuery(column));
  const [first, last, late] = [single(span, "first"), single(span, "last"), single(span, "late")];
  for (const step of [DAY, MINUTE]) {
    const start = Math.floor(late / step) * step;
    for (const at of [start, start + step]) {
      if (!(at > first && at <= last)) continue;
      const sides = await context.query(sidesQuery({ column, at }));
      const [before, after] = [single(sides, "rows_before"), single(sides, "rows_after")];
      if (before >= LEAST_BEFORE * (before + after)) return at;
    }
  }
  throw new UserError(
    `Nearly all rows have the same “${column.label}”, so no cut-off parts them.`,
    "Choose another column that says when, or a column as the outcome.",
  );
}
