import { format } from "../../charts/format";
import type { CutOff } from "./cut-off";
import type { LeadsResult } from "./result";
import { counted, unitsOf } from "../units";
import { dateWords } from "./words";

/** How many rows and customers lie on each side of the cut-off, and what that means for the scores. */
export function cutOffWords(result: LeadsResult, cut: CutOff): readonly string[] {
  const { column, at, guessed, dated, rowsBefore, rowsAfter, customersBefore, cameAgain } = cut;
  const rows = (count: number): string => `${format(count, "count", "full")} row${count === 1 ? "" : "s"}`;
  const after = dated
    ? `the outcome is what ${rows(rowsAfter)} from it on say, where ${counted(cameAgain, result)} of these came again; who did not come again does not have it`
    : `${rows(rowsAfter)} from it on play no part`;
  return [
    `Cut-off ${dateWords(at)} by “${column.label}”${guessed ? ` (guessed, so that ${format(rowsBefore / (rowsBefore + rowsAfter), "share")} of the rows lie before it)` : ""}: features are made of ${rows(rowsBefore)} of ${counted(customersBefore, result)} before it; ${after}.`,
    `Scores say how likely it looked on that day, from what was known by then.`,
  ];
}

/** What a reader must know of the cut-off before trusting it. */
export function cutOffCautions(
  result: LeadsResult,
  { column, onlyAfter, rowsUndated, dated, rowsAfter }: CutOff,
): readonly string[] {
  return [
    ...(onlyAfter > 0
      ? [
          `${counted(onlyAfter, result)} have no row before the cut-off, so nothing was known of them and they have no score.`,
        ]
      : []),
    ...(rowsUndated > 0
      ? [
          `${format(rowsUndated, "count", "full")} rows have no “${column.label}” and count on neither side of the cut-off.`,
        ]
      : []),
    ...(dated || rowsAfter === 0
      ? []
      : [
          `The outcome is the same in all rows of each of the ${unitsOf(result)}, so it is taken as known of them, not of a time: rows before the cut-off may still be later than it.`,
        ]),
  ];
}
