import { categorical } from "./colours";
import type { Chart, Trace, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, nameAxis, valueAxis, type Layout } from "./layout";

/** Five numbers of one group, computed elsewhere; base units. `low` and `high` are the whiskers' ends. */
export interface Box {
  readonly label: string;
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  readonly mean?: number;
  /** 95 % interval of the mean. */
  readonly interval?: readonly [number, number];
  /** How many values the box stands for. */
  readonly n: number;
  readonly colour?: string;
}

export interface BoxesInput {
  readonly boxes: readonly Box[];
  readonly format: ValueFormat;
  readonly axis: string;
  /** What n counts, e.g. "customers". */
  readonly counted: string;
  /** Positions by logarithm: whiskers at or below zero are drawn from the smallest value above zero. */
  readonly log?: boolean;
  readonly description: string;
}

/** Horizontal box plots from five-number summaries, each with its mean (and interval) where given. */
export function boxes(input: BoxesInput): Chart {
  const floor = smallestAboveZero(input.boxes);
  const at = (value: number): number => (input.log ? Math.log10(Math.max(value, floor)) : value);
  const ends = input.boxes.flatMap((box) => [box.low, box.high, box.mean ?? box.median]).filter(Number.isFinite);
  const low = input.log ? floor : Math.min(0, ...ends);
  const high = Math.max(low + Number.EPSILON, ...ends);
  const layout: Layout = {
    boxgap: 0.45,
    // The sentence of a box shows wherever the pointer is on its line.
    hovermode: "y",
    xaxis: valueAxis({
      title: input.axis,
      format: input.format,
      low,
      high: input.log ? high * 1.3 : high + (high - low) * 0.04,
      ...(input.log ? { log: true } : {}),
    }),
    yaxis: nameAxis(
      input.boxes.map((box) => box.label),
      true,
    ),
  };
  return {
    data: input.boxes.flatMap((box, index) => [boxTrace(input, box, index, at), ...meanTrace(input, box, index, at)]),
    layout: baseLayout(layout),
    height: Math.max(150, 72 + 38 * input.boxes.length),
    description: input.description,
  };
}

function boxTrace(input: BoxesInput, box: Box, index: number, at: (value: number) => number): Trace {
  const colour = box.colour ?? (input.boxes.length > 8 ? categorical(0) : categorical(index));
  return {
    type: "box",
    orientation: "h",
    y: [index],
    q1: [at(box.q1)],
    median: [at(box.median)],
    q3: [at(box.q3)],
    lowerfence: [at(box.low)],
    upperfence: [at(box.high)],
    width: 0.55,
    whiskerwidth: 0.4,
    line: { color: colour, width: 2 },
    hoverinfo: "skip",
    boxpoints: false,
  };
}

/** The mean's mark also carries the sentence of the whole box. */
function meanTrace(input: BoxesInput, box: Box, index: number, at: (value: number) => number): Trace[] {
  if (!Number.isFinite(box.median)) return [];
  const centre = box.mean ?? box.median;
  const error = box.interval && {
    type: "data",
    symmetric: false,
    array: [at(box.interval[1]) - at(centre)],
    arrayminus: [at(centre) - at(box.interval[0])],
    color: "var(--text)",
    thickness: 1.5,
    width: 4,
  };
  return [
    {
      type: "scatter",
      mode: "markers",
      x: [at(centre)],
      y: [index],
      ...(error ? { error_x: error } : {}),
      marker: {
        symbol: "diamond",
        size: box.mean === undefined ? 1 : 8,
        color: "var(--text)",
        line: { width: 1, color: "var(--surface)" },
      },
      hovertext: [boxSentence(box, input.format, input.counted)],
      hoverinfo: "text",
    },
  ];
}

/** One sentence of a box, for tooltips and tables: median, middle half, whiskers, mean, n. */
export function boxSentence(box: Box, as: ValueFormat, counted: string): string {
  const mean = box.mean === undefined ? "" : `, mean ${format(box.mean, as)}`;
  return `${box.label}: median ${format(box.median, as)}${mean}; half lie between ${format(box.q1, as)} and ${format(box.q3, as)} (${format(box.n, "count", "full")} ${counted})`;
}

function smallestAboveZero(list: readonly Box[]): number {
  const above = list.flatMap((box) => [box.low, box.q1, box.median]).filter((value) => value > 0);
  return above.length === 0 ? 1 : Math.min(...above);
}
