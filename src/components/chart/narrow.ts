import { clipped } from "../../charts/clipped";
import type { Trace } from "../../charts/figure";
import { inLines, linesOf } from "./chart-text";

/** An axis as far as fitting its marks is concerned. */
interface MarkedAxis {
  readonly tickvals: readonly number[];
  readonly ticktext: readonly string[];
  readonly domain?: readonly [number, number];
  /** Names go on in a new line after so many letters. */
  readonly lettersInLine?: number;
}

/** Pixels of a letter at twelve pixels a line, and between two marks. */
const LETTER = 6.8;
const GAP = 12;

/** A layout whose marks fit a width: long names beside bars are shortened, crowded numbers below are thinned out. */
export function fitted(layout: Readonly<Record<string, unknown>>, width: number): Record<string, unknown> {
  const names = lettersBeside(width);
  const room = roomForColumns(layout, width);
  return Object.fromEntries(
    Object.entries(layout).map(([key, axis]) => {
      if (!isMarked(axis)) return [key, axis];
      if (key.startsWith("yaxis")) return [key, besideBars(axis, names)];
      const [from, to] = axis.domain ?? [0, 1];
      return [key, key.startsWith("xaxis") ? thinned(axis, room * (to - from)) : axis];
    }),
  );
}

/** Letters of a name beside bars or rows before it takes a second line or is shortened. */
const lettersBeside = (width: number): number => Math.max(11, Math.floor((width * 0.38) / LETTER));

/** Pixels that are left of a width beside the names of the rows. */
function roomForColumns(layout: Readonly<Record<string, unknown>>, width: number): number {
  return width - (longest(layout["yaxis"], lettersBeside(width)) * LETTER + 40 + rightMargin(layout["margin"]));
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

/** Lines that a name may take under an axis, and beside a bar. */
const [LINES_UNDER, LINES_BESIDE] = [3, 2];

/** Whether every name fits into so many lines of so many letters. */
function fitInLines(names: readonly string[], letters: number, most: number): boolean {
  return names.every((name) => {
    const lines = linesOf(name, letters);
    return lines.length <= most && lines.every((line) => line.length <= letters);
  });
}

/** Names beside bars: in two lines where that is enough for all, else shortened. */
function besideBars(axis: MarkedAxis, letters: number): MarkedAxis {
  if (axis.ticktext.every((text) => text.length <= letters)) return axis;
  if (fitInLines(axis.ticktext, letters, LINES_BESIDE)) return { ...axis, lettersInLine: letters };
  return { ...axis, ticktext: axis.ticktext.map((text) => clipped(text, letters)) };
}

/** A layout whose texts are escaped, with the names of its axes in the lines that `fitted` found room for. */
export function withLines(layout: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(layout).map(([key, axis]) => {
      if (!isMarked(axis) || axis.lettersInLine === undefined) return [key, axis];
      const { lettersInLine: letters, ...rest } = axis;
      return [key, { ...rest, ticktext: axis.ticktext.map((text) => inLines(text, letters)) }];
    }),
  );
}

/** Between names that stand aslant; closer ones stand upright. */
const ASLANT = 24;

/** Numbers: every second, third … mark is kept. Names are never left out; those that would touch take lines, or stand aslant. */
function thinned(axis: MarkedAxis, room: number): MarkedAxis & { readonly tickangle?: number } {
  const numeric = axis.ticktext.every((text) => /^[-−\d]/u.test(text));
  if (axis.ticktext.length < 2) return axis;
  if (!numeric) {
    const letters = Math.floor((room / axis.ticktext.length - GAP / 2) / LETTER);
    if (axis.ticktext.every((text) => text.length <= letters)) return axis;
    return fitInLines(axis.ticktext, letters, LINES_UNDER)
      ? { ...axis, lettersInLine: letters, tickangle: 0 }
      : { ...axis, tickangle: room / axis.ticktext.length < ASLANT ? -90 : -30 };
  }
  const needed = axis.ticktext.reduce((sum, text) => sum + text.length * LETTER + GAP, 0);
  const every = Math.ceil(needed / Math.max(1, room));
  const kept = (_: unknown, index: number): boolean => index % every === 0;
  return { ...axis, tickvals: axis.tickvals.filter(kept), ticktext: axis.ticktext.filter(kept) };
}

/**
 * Pixels that names which stand upright below a fitted chart need beyond those of level ones: they must not cost the chart its
 * height.
 */
export function roomBelow(layout: Readonly<Record<string, unknown>>): number {
  const axis = layout["xaxis"];
  if (!isMarked(axis) || !("tickangle" in axis) || axis.tickangle !== -90) return 0;
  return Math.round(LETTER * Math.max(0, ...axis.ticktext.map((text) => text.length - LEVEL)));
}

/** Letters of an upright name for which a chart's own height has room. */
const LEVEL = 6;

/** Traces without the words in the cells of a heat map that are too narrow for them; the colour and the tooltip stay. */
export function readable(
  data: readonly Trace[],
  layout: Readonly<Record<string, unknown>>,
  width: number,
): readonly Trace[] {
  return data.filter((trace) => {
    if (trace["mode"] !== "text" || !Array.isArray(trace["x"]) || !Array.isArray(trace["text"])) return true;
    const columns = new Set(trace["x"] as readonly number[]).size;
    const letters = Math.max(0, ...(trace["text"] as readonly string[]).map((text) => text.length));
    return letters * LETTER <= roomForColumns(layout, width) / columns;
  });
}
