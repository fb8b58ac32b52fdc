import type { Context } from "../analysis";
import type { Log } from "../../behaviour/log";
import type { GroupBy } from "./queries-values";
import type { ShownEvents } from "./shown-events";
import { groupedTransitions, type Transitions } from "./transitions";
import { writeValues } from "./write-values";

/** One cell of two transition matrices side by side. */
export interface ComparedCell {
  readonly from: string;
  readonly to: string;
  /** Share of the moves from there, in each group. */
  readonly shares: readonly [number, number];
  readonly counts: readonly [number, number];
  readonly totals: readonly [number, number];
  readonly p: number;
  /** Corrected over all cells (Benjamini and Hochberg). */
  readonly q: number;
  readonly sparse: boolean;
}

export interface ComparedGroups {
  readonly property: string;
  readonly groups: readonly [string, string];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Cells in which one of both groups has a move, by falling difference. */
  readonly cells: readonly ComparedCell[];
}

/** Two groups' transitions cell by cell: a chi-squared test of each, corrected over all of them. */
export async function compareGroups(
  context: Context,
  log: Log,
  shown: ShownEvents,
  by: GroupBy,
): Promise<ComparedGroups | null> {
  const [one, other] = by.values;
  if (one === undefined || other === undefined) return null;
  await writeValues(context, log, [by.column]);
  const [first, second] = await groupedTransitions(context, log, shown, { ...by, values: [one, other] });
  if (first === undefined || second === undefined) return null;
  const cells = first.from.flatMap((from, row) =>
    first.to.flatMap((to, column) => {
      const counts = [first, second].map((matrix) => cell(matrix, row, column)) as [number, number];
      const totals = [first, second].map((matrix) => sumOf(matrix, row)) as [number, number];
      return counts[0] + counts[1] === 0 || totals.includes(0) ? [] : [{ from, to, counts, totals }];
    }),
  );
  const tables = cells.map(({ counts, totals }) => counts.map((n, group) => [n, (totals[group] ?? 0) - n]));
  const { p, q, sparse } = await context.compute("independence", { tables }, { signal: context.signal });
  return {
    property: by.column.label,
    groups: [one, other],
    ...{ from: first.from, to: first.to },
    cells: cells
      .map((one, at) => ({
        ...one,
        shares: one.counts.map((n, group) => n / (one.totals[group] ?? NaN)) as [number, number],
        ...{ p: p[at] ?? NaN, q: q[at] ?? NaN, sparse: sparse[at] ?? false },
      }))
      .toSorted((a, b) => difference(b) - difference(a)),
  };
}

const cell = ({ counts }: Transitions, row: number, column: number): number => counts[row]?.[column] ?? 0;
const sumOf = ({ counts }: Transitions, row: number): number => (counts[row] ?? []).reduce((sum, n) => sum + n, 0);
const difference = ({ shares }: ComparedCell): number => Math.abs(shares[0] - shares[1]);
