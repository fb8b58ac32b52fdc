import { intensity } from "./colours";
import type { Chart, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, valueAxis, type Layout } from "./layout";

/** How many there are in each cell of a grid: the way to draw many points. */
export interface DensityInput {
  /** Ascending, one more than columns of `counts`. */
  readonly xEdges: ArrayLike<number>;
  readonly yEdges: ArrayLike<number>;
  /** [y][x] */
  readonly counts: readonly ArrayLike<number>[];
  readonly xAxis: string;
  readonly xFormat: ValueFormat;
  readonly yAxis: string;
  readonly yFormat: ValueFormat;
  readonly counted: string;
  /** Positions by logarithm on both axes; edges must be above zero. */
  readonly log?: boolean;
  /** A straight line y = intercept + slope · x in base units (not with `log`). */
  readonly line?: { readonly intercept: number; readonly slope: number };
  readonly description: string;
}

/** A two-dimensional histogram coloured by the logarithm of the count; empty cells stay empty. */
export function density(input: DensityInput): Chart {
  const x = Array.from(input.xEdges);
  const y = Array.from(input.yEdges);
  const at = (value: number): number => (input.log ? Math.log10(value) : value);
  const trace = {
    type: "heatmap",
    x: x.map(at),
    y: y.map(at),
    z: input.counts.map((row) => Array.from(row, (count) => (count > 0 ? Math.log10(1 + count) : null))),
    colorscale: [0, 0.25, 0.5, 0.75, 1].map((step) => [step, intensity(step)]),
    showscale: false,
    hovertext: input.counts.map((row, r) => Array.from(row, (count, c) => sentence(input, x, y, r, c, count))),
    hoverinfo: "text",
  };
  const scale = input.log ? { log: true } : {};
  const layout: Layout = {
    xaxis: valueAxis({ title: input.xAxis, format: input.xFormat, low: x[0] ?? 0, high: x.at(-1) ?? 1, ...scale }),
    yaxis: valueAxis({ title: input.yAxis, format: input.yFormat, low: y[0] ?? 0, high: y.at(-1) ?? 1, ...scale }),
    ...straight(input, x),
  };
  return { data: [trace], layout: baseLayout(layout), height: 280, description: input.description };
}

function sentence(
  input: DensityInput,
  x: readonly number[],
  y: readonly number[],
  row: number,
  column: number,
  count: number,
): string {
  const range = (edges: readonly number[], index: number, as: ValueFormat): string =>
    `${format(edges[index], as)} to ${format(edges[index + 1], as)}`;
  return `${format(count, "count", "full")} ${input.counted}\n${input.xAxis} ${range(x, column, input.xFormat)}\n${input.yAxis} ${range(y, row, input.yFormat)}`;
}

/** The part of the line that lies inside the drawing. */
function straight(input: DensityInput, x: readonly number[]): Layout {
  if (input.line === undefined || input.log === true) return {};
  const { intercept, slope } = input.line;
  const [left, right, top] = [x[0] ?? 0, x.at(-1) ?? 1, input.yEdges[input.yEdges.length - 1] ?? 1];
  const end = slope > 0 ? Math.min(right, (top - intercept) / slope) : right;
  const line = { color: "var(--text)", width: 1.5, dash: "dot" };
  return {
    shapes: [{ type: "line", x0: left, x1: end, y0: intercept + slope * left, y1: intercept + slope * end, line }],
  };
}
