import { categorical } from "./colours";
import type { Chart, Trace, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, legendAbove, valueAxis, type Layout } from "./layout";

/** Counts between edges, for all or for each of several groups stacked on one another. */
export interface HistogramInput {
  /** Ascending, one more than counts; base units of `format`. */
  readonly edges: ArrayLike<number>;
  readonly groups: readonly HistogramGroup[];
  readonly format: ValueFormat;
  /** What is measured, e.g. "Traffic per customer". */
  readonly axis: string;
  /** What is counted, e.g. "customers". */
  readonly counted: string;
  /** Drawn as a line with its value; left out when null or absent. */
  readonly median?: number | null;
  /** Positions by logarithm: every edge must be above zero. */
  readonly log?: boolean;
  /** The last bar holds everything above its left edge too. */
  readonly openEnded?: boolean;
  /** Edges are whole numbers and a bar holds those from its left edge to before its right one: 1 … 2 is "exactly 1". */
  readonly whole?: boolean;
  readonly description: string;
}

export interface HistogramGroup {
  readonly label: string;
  readonly counts: ArrayLike<number>;
  /** Default the categorical colour of its place; pass `ordered(i, k)` for Low … High. */
  readonly colour?: string;
}

/** A histogram of ready counts with the median marked. */
export function histogram(input: HistogramInput): Chart {
  const edges = Array.from(input.edges);
  const last = edges.length - 2;
  const heights = Array.from({ length: last + 1 }, (_, bin) =>
    input.groups.reduce((sum, group) => sum + (group.counts[bin] ?? 0), 0),
  );
  const top = Math.max(1, ...heights);
  const several = input.groups.length > 1;
  const layout: Layout = {
    ...(several ? legendAbove() : {}),
    barmode: "stack",
    bargap: 0,
    xaxis: valueAxis({
      title: input.axis,
      format: input.format,
      low: (edges[0] ?? 0) - nudge(input),
      high: (edges[last + 1] ?? 1) - nudge(input),
      grid: false,
      ticks: input.whole ? 10 : 5,
      ...(input.log ? { log: true } : {}),
    }),
    yaxis: valueAxis({ title: capital(input.counted), format: "count", low: 0, high: top * 1.12 }),
    ...medianMark(input, top * 1.12),
  };
  return {
    data: input.groups.map((group, order) => trace(input, edges, group, order, several)),
    layout: baseLayout(layout),
    height: 280,
    description: input.description,
  };
}

function trace(
  input: HistogramInput,
  edges: readonly number[],
  group: HistogramGroup,
  order: number,
  several: boolean,
): Trace {
  const counts = Array.from(group.counts);
  const at = (value: number): number => (input.log ? Math.log10(value) : value - nudge(input));
  const left = (bin: number): number => at(edges[bin] ?? NaN);
  const right = (bin: number): number => at(edges[bin + 1] ?? NaN);
  return {
    type: "bar",
    name: group.label,
    x: counts.map((_, bin) => (left(bin) + right(bin)) / 2),
    width: counts.map((_, bin) => right(bin) - left(bin)),
    y: counts,
    hovertext: counts.map((count, bin) => sentence(input, edges, bin, count, several ? `${group.label}: ` : "")),
    hoverinfo: "text",
    marker: { color: group.colour ?? categorical(order), line: { width: 1, color: "var(--surface)" } },
  };
}

function sentence(input: HistogramInput, edges: readonly number[], bin: number, count: number, who: string): string {
  const from = format(edges[bin], input.format);
  const last = (edges[bin + 1] ?? NaN) - (input.whole ? 1 : 0);
  const open = input.openEnded === true && bin === edges.length - 2;
  const upTo = last === edges[bin] ? "" : ` to ${format(last, input.format)}`;
  const range = open ? `${from} and more` : `${from}${upTo}`;
  const what = count === 1 ? input.counted.replace(/s$/u, "") : input.counted;
  return `${who}${format(count, "count", "full")} ${what} with ${range}`;
}

/** Whole numbers stand under the middle of their bars. */
function nudge(input: HistogramInput): number {
  return input.whole ? 0.5 : 0;
}

function medianMark(input: HistogramInput, top: number): Layout {
  if (input.median === null || input.median === undefined || !Number.isFinite(input.median)) return {};
  if (input.log && input.median <= 0) return {};
  const x = input.log ? Math.log10(input.median) : input.median;
  const [first = 0, end = 1] = [input.edges[0], input.edges[input.edges.length - 1]].map((edge = 0) =>
    input.log ? Math.log10(edge) : edge,
  );
  const rightHalf = x > (first + end) / 2;
  return {
    shapes: [{ type: "line", x0: x, x1: x, y0: 0, y1: top, line: { color: "var(--text)", width: 1.5, dash: "dot" } }],
    annotations: [
      {
        x,
        y: top,
        text: `median ${format(input.median, input.format)}`,
        showarrow: false,
        xanchor: rightHalf ? "right" : "left",
        yanchor: "top",
        xshift: rightHalf ? -5 : 5,
        font: { color: "var(--text)", size: 12 },
      },
    ],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
