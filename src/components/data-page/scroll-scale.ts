/**
 * Browsers stop at about 8.9 million (Firefox) or 17 million pixels for one element: a million rows at 32 px would not
 * fit. So the scrollbar runs over a shorter, physical height, and the rows over their true, virtual height.
 */
export const MAX_PHYSICAL = 8_000_000;

export interface ScrollGeometry {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height in which rows are seen, without the header. */
  readonly viewport: number;
}

/** Height of all rows, in px. */
export function virtualHeight(geometry: ScrollGeometry): number {
  return geometry.rows * geometry.rowHeight;
}

/** Height that the scrollbar runs over, in px. */
export function physicalHeight(geometry: ScrollGeometry): number {
  return Math.min(virtualHeight(geometry), MAX_PHYSICAL);
}

/** The furthest that rows can be scrolled, in virtual px. */
export function lastTop(geometry: ScrollGeometry): number {
  return Math.max(0, virtualHeight(geometry) - geometry.viewport);
}

function lastPhysical(geometry: ScrollGeometry): number {
  return Math.max(0, physicalHeight(geometry) - geometry.viewport);
}

/** Where the scrollbar stands when the rows are scrolled to `top`. */
export function physicalTop(top: number, geometry: ScrollGeometry): number {
  const last = lastTop(geometry);
  return last === 0 ? 0 : (clampTop(top, geometry) / last) * lastPhysical(geometry);
}

/** A virtual position brought inside the table. */
export function clampTop(top: number, geometry: ScrollGeometry): number {
  return Math.min(Math.max(0, top), lastTop(geometry));
}

/**
 * The virtual position after the scrollbar moved from `before` to `after`. A small move (a wheel, a finger) moves the
 * rows by just as many pixels, so that every row can be reached; a large one (the thumb dragged) moves in proportion.
 */
export function topAfterScroll(top: number, before: number, after: number, geometry: ScrollGeometry): number {
  const last = lastPhysical(geometry);
  if (virtualHeight(geometry) <= MAX_PHYSICAL) return clampTop(after, geometry);
  if (after <= 0) return 0;
  if (after >= last) return lastTop(geometry);
  const move = after - before;
  if (Math.abs(move) < 2 * geometry.viewport) return clampTop(top + move, geometry);
  return clampTop((after / last) * lastTop(geometry), geometry);
}

/** Rows to draw, `from` inclusive, `to` exclusive, with a few more on both sides. */
export function rowWindow(top: number, geometry: ScrollGeometry, extra: number): { from: number; to: number } {
  const first = Math.floor(top / geometry.rowHeight);
  const seen = Math.ceil(geometry.viewport / geometry.rowHeight) + 1;
  return { from: Math.max(0, first - extra), to: Math.min(geometry.rows, first + seen + extra) };
}

/** Where a key moves the rows, in virtual px; null for a key that does not scroll. */
export function topAfterKey(key: string, top: number, geometry: ScrollGeometry): number | null {
  const page = Math.max(geometry.rowHeight, geometry.viewport - geometry.rowHeight);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: top + geometry.rowHeight,
    ArrowUp: top - geometry.rowHeight,
    PageDown: top + page,
    PageUp: top - page,
    Home: 0,
    End: lastTop(geometry),
  };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return next === undefined ? null : clampTop(next, geometry);
}
