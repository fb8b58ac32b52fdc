import { intensity } from "./colours";
import type { Chart, Trace, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, valueAxis, type Layout } from "./layout";

/** Small densities of one measure against several others, all on one y axis. */
export interface DensityPanelsInput {
  readonly panels: readonly DensityPanel[];
  readonly format: ValueFormat;
  readonly yAxis: string;
  readonly counted: string;
  readonly columns: number;
  readonly description: string;
}

export interface DensityPanel {
  readonly title: string;
  /** Ascending, one more than columns (rows) of `counts`; the same y edges in every panel. */
  readonly xEdges: readonly number[];
  readonly yEdges: readonly number[];
  /** [y][x] */
  readonly counts: readonly (readonly number[])[];
  /** y = intercept + slope · x in base units. */
  readonly line: { readonly intercept: number; readonly slope: number };
}

const PANEL_HEIGHT = 220;

/** Panels in reading order; a stronger colour means more (by the logarithm of the count), the dotted line is least squares. */
export function densityPanels(input: DensityPanelsInput): Chart {
  const rows = Math.ceil(input.panels.length / input.columns);
  const parts = input.panels.map((panel, index) => onePanel(input, panel, index, rows));
  const layout: Layout = {
    ...Object.assign({}, ...parts.map((part) => part.axes)),
    annotations: parts.map((part) => part.heading),
    shapes: parts.map((part) => part.line),
    margin: { l: 8, r: 8, t: 28, b: 8, pad: 2 },
  };
  return {
    data: parts.map((part) => part.trace),
    layout: baseLayout(layout),
    height: rows * PANEL_HEIGHT + 40,
    minWidth: input.columns * 180,
    description: input.description,
  };
}

interface Part {
  readonly trace: Trace;
  readonly axes: Layout;
  readonly heading: Layout;
  readonly line: Layout;
}

function onePanel(input: DensityPanelsInput, panel: DensityPanel, index: number, rows: number): Part {
  const [column, row] = [index % input.columns, Math.floor(index / input.columns)];
  const suffix = index === 0 ? "" : String(index + 1);
  const [left, right] = span(column, input.columns, 0.035);
  const [above, below] = span(row, rows, 0.09);
  const ends = { x: panel.xEdges.at(-1) ?? 1, y: panel.yEdges.at(-1) ?? 1 };
  const first = column === 0;
  const yaxis = {
    ...valueAxis({ title: first ? input.yAxis : "", format: input.format, low: 0, high: ends.y, ticks: 3 }),
    showticklabels: first,
  };
  const xaxis = valueAxis({ title: "", format: input.format, low: 0, high: ends.x, ticks: 3 });
  return {
    trace: trace(input, panel, suffix),
    axes: {
      [`xaxis${suffix}`]: { ...xaxis, domain: [left, right], anchor: `y${suffix}` },
      [`yaxis${suffix}`]: { ...yaxis, domain: [1 - below, 1 - above], anchor: `x${suffix}` },
    },
    heading: {
      text: panel.title,
      x: left,
      xref: "paper",
      y: 1 - above,
      yref: "paper",
      xanchor: "left",
      yanchor: "bottom",
      showarrow: false,
      font: { size: 12, color: "var(--text)" },
    },
    line: {
      type: "line",
      xref: `x${suffix}`,
      yref: `y${suffix}`,
      ...clipped(panel.line, ends),
      line: { color: "var(--text)", width: 1.5, dash: "dot" },
    },
  };
}

function trace(input: DensityPanelsInput, panel: DensityPanel, suffix: string): Trace {
  return {
    type: "heatmap",
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    x: panel.xEdges,
    y: panel.yEdges,
    z: panel.counts.map((line) => line.map((count) => (count > 0 ? Math.log10(1 + count) : null))),
    colorscale: [0, 0.25, 0.5, 0.75, 1].map((step) => [step, intensity(step)]),
    showscale: false,
    hovertext: panel.counts.map((line, y) => line.map((count, x) => sentence(input, panel, x, y, count))),
    hoverinfo: "text",
  };
}

function sentence(input: DensityPanelsInput, panel: DensityPanel, x: number, y: number, count: number): string {
  const range = (edges: readonly number[], at: number): string =>
    `${format(edges[at], input.format)} to ${format(edges[at + 1], input.format)}`;
  return `${format(count, "count", "full")} ${input.counted}\n${panel.title}: ${range(panel.xEdges, x)}\n${input.yAxis}: ${range(panel.yEdges, y)}`;
}

/** Where part `index` of `count` starts and ends on 0 … 1, with a gap between parts. */
function span(index: number, count: number, gap: number): readonly [number, number] {
  const size = (1 - gap * (count - 1)) / count;
  const start = index * (size + gap);
  return [start, start + size];
}

/** The part of the line that lies inside the panel. */
function clipped({ intercept, slope }: DensityPanel["line"], ends: { x: number; y: number }): Layout {
  const meets = (y: number): number => (y - intercept) / slope;
  const inside = (x: number): number => Math.min(ends.x, Math.max(0, x));
  const [a, b] =
    slope === 0 ? [0, ends.x] : [inside(Math.min(meets(0), meets(ends.y))), inside(Math.max(meets(0), meets(ends.y)))];
  return { x0: a, y0: intercept + slope * a, x1: b, y1: intercept + slope * b };
}
