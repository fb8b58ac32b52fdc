import { categorical } from "./colours";
import type { Chart, Trace, ValueFormat } from "./figure";
import { baseLayout, legendAbove, valueAxis, type Layout } from "./layout";

/** Points of one or several groups. Beyond a few thousand points they are drawn by WebGL. */
export interface ScatterInput {
  readonly groups: readonly PointGroup[];
  readonly xAxis: string;
  readonly xFormat: ValueFormat;
  readonly yAxis: string;
  readonly yFormat: ValueFormat;
  readonly description: string;
}

export interface PointGroup {
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** A sentence per point; without it points say nothing. */
  readonly hover?: readonly string[];
  /** Written beside each point (few points only). */
  readonly names?: readonly string[];
  readonly colour?: string;
  /** A cross instead of a dot, e.g. for centroids. */
  readonly cross?: boolean;
}

const MANY = 2000;

/** A scatter chart; points with a missing coordinate are left out. */
export function scatter(input: ScatterInput): Chart {
  const many = input.groups.reduce((sum, group) => sum + group.x.length, 0) > MANY;
  const layout: Layout = {
    ...(input.groups.length > 1 ? legendAbove() : {}),
    xaxis: {
      ...valueAxis({ title: input.xAxis, format: input.xFormat, ...extent(input.groups.map((group) => group.x)) }),
    },
    yaxis: {
      ...valueAxis({ title: input.yAxis, format: input.yFormat, ...extent(input.groups.map((group) => group.y)) }),
    },
  };
  return {
    data: input.groups.map((group, order) => trace(group, order, many)),
    layout: baseLayout(layout),
    height: 340,
    description: input.description,
  };
}

function trace(group: PointGroup, order: number, many: boolean): Trace {
  const cross = group.cross === true;
  return {
    type: many && !cross ? "scattergl" : "scatter",
    mode: group.names === undefined ? "markers" : "markers+text",
    name: group.label,
    x: Array.from(group.x),
    y: Array.from(group.y),
    ...(group.names === undefined
      ? {}
      : {
          text: group.names,
          textposition: "top center",
          textfont: { color: "var(--text)", size: 12 },
          cliponaxis: false,
        }),
    ...(group.hover === undefined ? { hoverinfo: "skip" } : { hovertext: group.hover, hoverinfo: "text" }),
    marker: {
      color: group.colour ?? categorical(order),
      size: cross ? 13 : many ? 4 : 7,
      opacity: many && !cross ? 0.45 : 0.9,
      symbol: cross ? "x" : "circle",
      line: { width: cross ? 1.5 : 0, color: "var(--surface)" },
    },
  };
}

function extent(columns: readonly ArrayLike<number>[]): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns)
    for (let index = 0; index < column.length; index++) {
      const value = column[index] ?? NaN;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  if (low > high) return { low: 0, high: 1 };
  const room = (high - low || Math.abs(high) || 1) * 0.05;
  return { low: low >= 0 && low < room ? 0 : low - room, high: high + room };
}
