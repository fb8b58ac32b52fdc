import type { Cell, SheetRow } from "./xlsx-sheet";

/** Where a table begins on a sheet. */
export interface TableStart {
  /** Rows with something in them that stand above. */
  readonly above: number;
  /** Titles by column; null where the first row is data already. */
  readonly titles: ReadonlyMap<number, string> | null;
}

/**
 * Finds the header among the first rows of a sheet: the first row that fills about as many columns as the table does,
 * below titles and notes that fill fewer. It is a header if it holds only text, or text and a rising series of numbers
 * such as years.
 */
export function tableStart(rows: readonly SheetRow[]): TableStart {
  const widths = rows.map(({ cells }) => cells.length);
  const needed = Math.min(Math.max(1, Math.ceil(0.6 * usual(widths))), Math.max(...widths));
  const above = Math.max(
    0,
    widths.findIndex((width) => width >= needed),
  );
  const cells = rows[above]?.cells ?? [];
  const alone = above === rows.length - 1 && rows.length > 1;
  return { above, titles: isHeader(cells) && !alone ? new Map(cells.map(({ column, text }) => [column, text])) : null };
}

/** The commonest width; of two as common, the greater. */
function usual(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
    [0, 0],
  )[0];
}

function isHeader(cells: readonly Cell[]): boolean {
  const others = cells.filter(({ kind }) => kind !== "text");
  if (others.length === 0) return true;
  const series = others.map(({ text }) => Number(text));
  const rising = series.every(
    (value, index) => Number.isInteger(value) && (index === 0 || value > (series[index - 1] ?? 0)),
  );
  return others.length > 1 && others.length < cells.length && rising && others.every(({ kind }) => kind === "number");
}
