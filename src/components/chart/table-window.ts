/** Height of a table's row in CSS pixels; `chart.css` sets the same. */
export const ROW_HEIGHT = 32;

/** Rows kept drawn beyond what is in sight, so that scrolling shows no gap. */
const SPARE = 20;
/** More than any table's scroll area shows at once. */
const IN_SIGHT = 30;

/** The rows to draw (`from` … `to`, exclusive) and the empty heights above and below them. */
export interface TableWindow {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

/** Which of `count` rows to draw at a scroll position; all of them when `partly` is off. */
export function windowOf(count: number, scrolled: number, partly: boolean): TableWindow {
  if (!partly) return { from: 0, to: count, above: 0, below: 0 };
  const first = Math.floor(scrolled / ROW_HEIGHT) - SPARE;
  const from = Math.max(0, Math.min(first, count - IN_SIGHT - 2 * SPARE));
  const to = Math.min(count, from + IN_SIGHT + 2 * SPARE);
  return { from, to, above: from * ROW_HEIGHT, below: (count - to) * ROW_HEIGHT };
}
