import type { Figure } from "../../charts/figure";

/** Columns of twelve that a card takes, on a wide page and on one with room for two cards beside each other. */
export interface Place {
  readonly wide: number;
  readonly middle: number;
}

/** The rows that a page may have. Each adds up to twelve; of two that suit as well the first is taken. */
const WIDE: readonly (readonly number[])[] = [[4, 4, 4], [6, 6], [4, 8], [8, 4], [12]];
const MIDDLE: readonly (readonly number[])[] = [[12], [6, 6]];

/** Places for cards in their order, so that every row is full and each card is about as wide as it asks to be. */
export function places(spans: readonly Figure["span"][]): readonly Place[] {
  const wide = fullRows(spans, WIDE);
  const middle = fullRows(
    spans.map((span) => (span <= 6 ? 6 : 12)),
    MIDDLE,
  );
  return spans.map((span, index) => ({ wide: wide[index] ?? span, middle: middle[index] ?? span }));
}

interface Layout {
  readonly cost: number;
  readonly widths: readonly number[];
}

/** The cheapest way to cut a sequence of cards into allowed rows, from the last card to the first. */
function fullRows(wanted: readonly number[], rows: readonly (readonly number[])[]): readonly number[] {
  const best: Layout[] = [];
  best[wanted.length] = { cost: 0, widths: [] };
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    for (const row of rows) {
      const rest = best[at + row.length];
      if (rest === undefined) continue;
      const cost = rest.cost + row.reduce((sum, width, index) => sum + misfit(width, wanted[at + index] ?? width), 0);
      if (cost < (best[at]?.cost ?? Infinity)) best[at] = { cost, widths: [...row, ...rest.widths] };
    }
  }
  return best[0]?.widths ?? [];
}

/** A card too wide is only less dense; one too narrow hides something, and what asks for a whole row gets it. */
function misfit(width: number, wanted: number): number {
  if (width >= wanted) return (width - wanted) ** 2;
  return wanted === 12 ? 1e6 : 4 * (wanted - width) ** 2;
}
