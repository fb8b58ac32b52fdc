import { categorical } from "./colours";
import type { Chart, Trace, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, legendAbove, valueAxis, type Layout } from "./layout";

/** Several series over one numeric x. */
export interface LinesInput {
  readonly x: ArrayLike<number>;
  readonly series: readonly LineSeries[];
  readonly xAxis: string;
  readonly xFormat: ValueFormat;
  readonly yAxis: string;
  readonly yFormat: ValueFormat;
  /** Points named on the drawing. */
  readonly marks?: readonly LineMark[];
  /** Default true; false lets the axis start near the lowest value. */
  readonly fromZero?: boolean;
  readonly description: string;
}

export interface LineSeries {
  readonly label: string;
  readonly values: ArrayLike<number>;
  /** Half-width of the interval around each value: drawn as a band. */
  readonly margin?: ArrayLike<number>;
  /** The interval around each value where it is not even on both sides: drawn as a band. */
  readonly bounds?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
  readonly colour?: string;
  readonly dashed?: boolean;
}

export interface LineMark {
  readonly series: number;
  readonly point: number;
  readonly label: string;
}

/** Lines with points, optional bands and marks; a legend only when there is more than one series. */
export function lines(input: LinesInput): Chart {
  const x = Array.from(input.x);
  const layout: Layout = {
    ...(input.series.length > 1 ? legendAbove() : {}),
    xaxis: valueAxis({
      title: input.xAxis,
      format: input.xFormat,
      ...spread(x, false),
      grid: false,
      ticks: Math.min(10, Math.max(2, x.length)),
    }),
    yaxis: valueAxis({
      title: input.yAxis,
      format: input.yFormat,
      ...spread(input.series.flatMap(extent), input.fromZero ?? true),
    }),
    annotations: (input.marks ?? []).map((mark) => note(input, x, mark)),
  };
  return {
    data: input.series.flatMap((series, order) => [...band(x, series, order), line(input, x, series, order)]),
    layout: baseLayout(layout),
    height: 300,
    description: input.description,
  };
}

function line(input: LinesInput, x: readonly number[], series: LineSeries, order: number): Trace {
  const colour = series.colour ?? categorical(order);
  return {
    type: "scatter",
    mode: x.length > 60 ? "lines" : "lines+markers",
    name: series.label,
    x,
    y: x.map((_, index) => gap(series.values[index])),
    line: { color: colour, width: 2, ...(series.dashed ? { dash: "dash" } : {}) },
    marker: { color: colour, size: 7, line: { width: 1.5, color: "var(--surface)" } },
    hovertext: x.map((at, index) => sentence(input, series, at, index)),
    hoverinfo: "text",
    connectgaps: false,
  };
}

function band(x: readonly number[], series: LineSeries, order: number): Trace[] {
  const bounds = boundsOf(series);
  if (bounds === undefined) return [];
  const { low, high } = bounds;
  const inside = x
    .map((_, index) => index)
    .filter((index) => Number.isFinite((low[index] ?? NaN) + (high[index] ?? NaN)));
  return [
    {
      type: "scatter",
      mode: "lines",
      x: [...inside, ...inside.toReversed()].map((index) => x[index]),
      y: [...inside.map((index) => high[index] ?? 0), ...inside.toReversed().map((index) => low[index] ?? 0)],
      fill: "toself",
      fillcolor: series.colour ?? categorical(order),
      opacity: 0.18,
      line: { width: 0 },
      hoverinfo: "skip",
      showlegend: false,
    },
  ];
}

function note(input: LinesInput, x: readonly number[], mark: LineMark): Layout {
  return {
    x: x[mark.point],
    y: input.series[mark.series]?.values[mark.point],
    text: mark.label,
    showarrow: true,
    arrowhead: 0,
    arrowwidth: 1,
    arrowcolor: "var(--text-2)",
    ax: 24,
    ay: -28,
    xanchor: "left",
    font: { color: "var(--text)", size: 12 },
  };
}

function sentence(input: LinesInput, series: LineSeries, at: number, index: number): string {
  const { bounds, margin: margins } = series;
  const margin = margins?.[index];
  const within =
    bounds === undefined
      ? ""
      : ` (${format(bounds.low[index], input.yFormat)} to ${format(bounds.high[index], input.yFormat)})`;
  const about = margin !== undefined && margin > 0 ? ` ± ${format(margin, input.yFormat)}` : "";
  return `${series.label} at ${input.xAxis} ${format(at, input.xFormat)}: ${format(series.values[index], input.yFormat)}${about}${within}`;
}

/** The interval around each value; undefined without one. */
function boundsOf({ values, margin, bounds }: LineSeries): LineSeries["bounds"] {
  if (margin === undefined) return bounds;
  const edge = (side: 1 | -1) => Array.from(values, (value, index) => value + side * (margin[index] ?? NaN));
  return { low: edge(-1), high: edge(1) };
}

function extent(series: LineSeries): number[] {
  const { low, high } = boundsOf(series) ?? { low: [], high: [] };
  return [...Array.from(series.values), ...Array.from(low), ...Array.from(high)];
}

function spread(values: readonly number[], fromZero: boolean): { low: number; high: number } {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), fromZero ? 0 : Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), fromZero ? 0 : -Infinity);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { low: 0, high: 1 };
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return { low: fromZero && low === 0 ? 0 : low - room, high: high + 2 * room };
}

function gap(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
