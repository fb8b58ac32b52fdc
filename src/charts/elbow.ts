import type { Chart, Trace } from "./figure";
import { format } from "./format";
import { baseLayout, valueAxis, type Layout } from "./layout";

/** What each number of segments costs (inertia) and how well separated it is (silhouette). Fields as the elbow job's. */
export interface ElbowChartInput {
  readonly k: readonly number[];
  readonly inertia: readonly number[];
  /** NaN for k = 1. */
  readonly silhouette: readonly number[];
  /** Half-width of the 95 % interval, 0 where every customer was used. */
  readonly silhouetteMargin: readonly number[];
  readonly knee: number | null;
  readonly bestSilhouette: number | null;
  /** The k in use. */
  readonly chosen: number;
  readonly description: string;
}

/** Two panels on one k axis: inertia with the knee above, silhouette with its best below, the k in use through both. */
export function elbow(input: ElbowChartInput): Chart {
  const first = input.k[0] ?? 1;
  const last = input.k.at(-1) ?? 10;
  const xaxis = {
    ...valueAxis({ title: "Number of segments (k)", format: "count", low: first - 0.4, high: last + 0.6, grid: false }),
    tickvals: input.k,
    ticktext: input.k.map(String),
    anchor: "y2",
  };
  const layout: Layout = { xaxis, ...panels(input), ...marks(input), margin: { l: 8, r: 16, t: 24, b: 8, pad: 4 } };
  return {
    data: [inertiaTrace(input), silhouetteTrace(input)],
    layout: baseLayout(layout),
    height: 360,
    description: input.description,
  };
}

function panels(input: ElbowChartInput): Layout {
  const margin = (index: number): number => input.silhouetteMargin[index] ?? 0;
  const ends = input.silhouette.flatMap((value, index) => [value + margin(index), value - margin(index)]);
  const best = Math.max(0.1, ...ends.filter(Number.isFinite));
  const least = Math.min(0, ...ends.filter(Number.isFinite));
  const top = Math.max(...input.inertia, 0) || 1;
  return {
    yaxis: {
      ...valueAxis({ title: "Inertia", format: "number", low: 0, high: top * 1.1, ticks: 4 }),
      domain: [0.56, 1],
    },
    yaxis2: {
      ...valueAxis({ title: "Silhouette", format: "score", low: least, high: best * 1.25, ticks: 3 }),
      domain: [0, 0.42],
      anchor: "x",
    },
  };
}

function marks(input: ElbowChartInput): Layout {
  const inUse = {
    x: input.chosen,
    xref: "x",
    y: 1,
    yref: "paper",
    yanchor: "bottom",
    text: `k = ${input.chosen} in use`,
    showarrow: false,
    font: { color: "var(--accent)", size: 12 },
  };
  const line = { color: "var(--accent)", width: 1.5, dash: "dot" };
  return {
    shapes: [{ type: "line", xref: "x", yref: "paper", x0: input.chosen, x1: input.chosen, y0: 0, y1: 1, line }],
    annotations: [
      inUse,
      ...mark(input, input.knee, input.inertia, "y", "knee"),
      ...mark(input, input.bestSilhouette, input.silhouette, "y2", "best silhouette"),
    ],
  };
}

function inertiaTrace(input: ElbowChartInput): Trace {
  return {
    ...lineAndPoints(input.k, input.inertia, "var(--data-1)"),
    hovertext: input.k.map((k, index) => `${k} segments: inertia ${format(input.inertia[index], "number", "full")}`),
  };
}

function silhouetteTrace(input: ElbowChartInput): Trace {
  return {
    ...lineAndPoints(
      input.k,
      input.silhouette.map((value) => (Number.isFinite(value) ? value : null)),
      "var(--data-2)",
    ),
    yaxis: "y2",
    error_y: { type: "data", array: input.silhouetteMargin, color: "var(--data-2)", thickness: 1.5, width: 4 },
    hovertext: input.k.map((k, index) =>
      silhouetteSentence(k, input.silhouette[index] ?? NaN, input.silhouetteMargin[index] ?? 0),
    ),
  };
}

function lineAndPoints(x: readonly number[], y: readonly (number | null)[], colour: string): Trace {
  return {
    type: "scatter",
    mode: "lines+markers",
    x,
    y,
    line: { color: colour, width: 2 },
    marker: { color: colour, size: 8, line: { width: 1.5, color: "var(--surface)" } },
    hoverinfo: "text",
  };
}

function silhouetteSentence(k: number, value: number, margin: number): string {
  if (!Number.isFinite(value)) return `${k} segment: a silhouette needs at least two`;
  return `${k} segments: silhouette ${format(value, "score")}${margin > 0 ? ` ± ${format(margin, "score")}` : ""}`;
}

function mark(
  input: ElbowChartInput,
  k: number | null,
  values: readonly number[],
  yref: string,
  label: string,
): Layout[] {
  const index = k === null ? -1 : input.k.indexOf(k);
  const value = values[index];
  if (k === null || value === undefined || !Number.isFinite(value)) return [];
  return [
    {
      x: k,
      y: value,
      xref: "x",
      yref,
      text: `${label}: k = ${k}`,
      showarrow: true,
      arrowhead: 0,
      arrowwidth: 1,
      arrowcolor: "var(--text-2)",
      ax: 30,
      ay: -22,
      xanchor: "left",
      bgcolor: "var(--surface)",
      font: { color: "var(--text)", size: 12 },
    },
  ];
}
