import type { Chart, Trace } from "./figure";
import { baseLayout, legendAbove, type Layout } from "./layout";
import { clipped } from "./clipped";

/** Values of several features side by side, one line per group and thin ones per member. */
export interface ParallelLinesInput {
  readonly axes: readonly ParallelAxis[];
  readonly groups: readonly ParallelGroup[];
  readonly lines: readonly { readonly group: number; readonly values: readonly number[] }[];
  readonly description: string;
}

export interface ParallelAxis {
  readonly label: string;
  /** What stands at the foot and the head of the axis. */
  readonly low: number;
  readonly high: number;
  say(value: number): string;
}

export interface ParallelGroup {
  readonly label: string;
  readonly colour: string;
  /** One value per axis; NaN for none. */
  readonly centre: readonly number[];
}

/** Parallel coordinates: each feature from its low to its high end, cut there. */
export function parallelLines(input: ParallelLinesInput): Chart {
  const at = (value: number, axis: number): number | null => {
    const { low, high } = input.axes[axis] ?? { low: 0, high: 1 };
    if (!Number.isFinite(value)) return null;
    return Math.min(1, Math.max(0, high > low ? (value - low) / (high - low) : 0.5));
  };
  const x = input.axes.map((_, axis) => axis);
  const thin = input.groups.map(({ colour }, group) => thinTrace(input, group, colour, at));
  const thick = input.groups.map(({ label, colour, centre }): Trace => ({
    type: "scatter",
    mode: "lines+markers",
    name: label,
    x,
    y: centre.map(at),
    line: { color: colour, width: 3 },
    marker: { color: colour, size: 8, line: { width: 1.5, color: "var(--surface)" } },
    hovertext: centre.map(
      (value, axis) => `${label}: ${input.axes[axis]?.label ?? ""} ${input.axes[axis]?.say(value) ?? ""}`,
    ),
    hoverinfo: "text",
    connectgaps: false,
  }));
  return {
    data: [...thin, ...thick],
    layout: baseLayout({ ...legendAbove(), ...axesOf(input.axes) }),
    height: 380,
    description: input.description,
  };
}

/** All thin lines of one group as one trace, parted by gaps: a trace per line costs a hundred times as much. */
function thinTrace(
  { lines, axes }: ParallelLinesInput,
  group: number,
  colour: string,
  at: (value: number, axis: number) => number | null,
): Trace {
  const own = lines.filter((line) => line.group === group);
  return {
    type: "scatter",
    mode: "lines",
    x: own.flatMap(() => [...axes.map((_, axis) => axis), null]),
    y: own.flatMap(({ values }) => [...values.map(at), null]),
    line: { color: colour, width: 1 },
    opacity: 0.22,
    hoverinfo: "skip",
    showlegend: false,
    connectgaps: false,
  };
}

/** Letters for all names under the axes together; the component parts them into lines where it is narrower. */
const LETTERS = 260;

function axesOf(axes: readonly ParallelAxis[]): Layout {
  const ends = axes.flatMap((axis, x) => [
    { x, y: -0.03, yanchor: "top", text: axis.say(axis.low) },
    { x, y: 1.03, yanchor: "bottom", text: axis.say(axis.high) },
  ]);
  return {
    xaxis: {
      type: "linear",
      fixedrange: true,
      tickmode: "array",
      tickvals: axes.map((_, x) => x),
      ticktext: axes.map(({ label }) => clipped(label, Math.max(12, Math.floor(LETTERS / axes.length)))),
      range: [-0.4, axes.length - 0.6],
      showgrid: true,
      gridcolor: "var(--line)",
      zeroline: false,
      tickfont: { size: 12, color: "var(--text)" },
      automargin: true,
      ticklabelstandoff: 18,
    },
    yaxis: { type: "linear", fixedrange: true, range: [-0.14, 1.14], visible: false },
    annotations: ends.map((end) => ({ ...end, showarrow: false, font: { size: 11, color: "var(--text-2)" } })),
  };
}
