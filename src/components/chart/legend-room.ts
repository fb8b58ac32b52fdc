import type { Trace } from "../../charts/figure";

/** Pixels: of a letter, of an entry's symbol with its gaps, of a row, and of what stands beside the drawing. */
const LETTER = 6;
const SYMBOL = 51;
const ROW = 19;
const BESIDE = 100;

/** Pixels by which the top margin must grow so that a legend above the drawing, broken into rows, does not lie on it. */
export function legendRoom(layout: Readonly<Record<string, unknown>>, traces: readonly Trace[], width: number): number {
  if (layout["showlegend"] !== true) return 0;
  const names = traces.flatMap(({ name, showlegend }) =>
    typeof name === "string" && showlegend !== false ? [name] : [],
  );
  const entry = Math.max(1, ...names.map((name) => name.length)) * LETTER + SYMBOL;
  const beside = Math.max(1, Math.floor((width - BESIDE) / entry));
  return Math.max(0, Math.ceil(names.length / beside) - 1) * ROW;
}

/** The layout with that much more room at its top. */
export function withRoomAbove(
  layout: Readonly<Record<string, unknown>>,
  room: number,
): Readonly<Record<string, unknown>> {
  const margin = layout["margin"];
  if (room === 0 || typeof margin !== "object" || margin === null || !("t" in margin)) return layout;
  return { ...layout, margin: { ...margin, t: Number(margin.t) + room } };
}
