import { clipped } from "../../charts/clipped";

/** An axis as far as fitting its marks is concerned. */
interface MarkedAxis {
  readonly tickvals: readonly number[];
  readonly ticktext: readonly string[];
  readonly domain?: readonly [number, number];
}

/** Pixels of a letter at twelve pixels a line, and between two marks. */
const LETTER = 6.8;
const GAP = 12;

/** A layout whose marks fit a width: long names beside bars are shortened, crowded numbers below are thinned out. */
export function fitted(layout: Readonly<Record<string, unknown>>, width: number): Record<string, unknown> {
  const names = Math.max(11, Math.floor((width * 0.38) / LETTER));
  const beside = longest(layout["yaxis"], names) * LETTER + 40 + rightMargin(layout["margin"]);
  return Object.fromEntries(
    Object.entries(layout).map(([key, axis]) => {
      if (!isMarked(axis)) return [key, axis];
      if (key.startsWith("yaxis"))
        return [key, { ...axis, ticktext: axis.ticktext.map((text) => clipped(text, names)) }];
      const [from, to] = axis.domain ?? [0, 1];
      return [key, key.startsWith("xaxis") ? thinned(axis, (width - beside) * (to - from)) : axis];
    }),
  );
}

function isMarked(axis: unknown): axis is MarkedAxis {
  return typeof axis === "object" && axis !== null && "tickvals" in axis && "ticktext" in axis;
}

function longest(axis: unknown, limit: number): number {
  return isMarked(axis) ? Math.min(limit, Math.max(0, ...axis.ticktext.map((text) => text.length))) : 0;
}

function rightMargin(margin: unknown): number {
  return typeof margin === "object" && margin !== null && "r" in margin && typeof margin.r === "number" ? margin.r : 0;
}

/** Numbers: every second, third … mark is kept. Names are never left out; those that would touch stand aslant. */
function thinned(axis: MarkedAxis, room: number): MarkedAxis & { readonly tickangle?: number } {
  const numeric = axis.ticktext.every((text) => /^[-−\d]/u.test(text));
  if (axis.ticktext.length < 2) return axis;
  if (!numeric) {
    const touch =
      Math.max(...axis.ticktext.map((text) => text.length)) * LETTER + GAP / 2 > room / axis.ticktext.length;
    return touch ? { ...axis, tickangle: -30 } : axis;
  }
  const needed = axis.ticktext.reduce((sum, text) => sum + text.length * LETTER + GAP, 0);
  const every = Math.ceil(needed / Math.max(1, room));
  const kept = (_: unknown, index: number): boolean => index % every === 0;
  return { ...axis, tickvals: axis.tickvals.filter(kept), ticktext: axis.ticktext.filter(kept) };
}
