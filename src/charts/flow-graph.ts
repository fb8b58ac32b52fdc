import { categorical } from "./colours";
import { clipped } from "./clipped";
import type { Chart, Trace } from "./figure";
import { format } from "./format";
import { baseLayout, type Layout } from "./layout";

/** Names with arrows between them. */
export interface FlowGraphInput {
  readonly nodes: readonly { readonly label: string; readonly value: number }[];
  /** Between nodes by place; a link from a node to itself is not drawn. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly value: number }[];
  readonly description: string;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A graph on a circle: dots as large as their values, arrows as thick as theirs; both ways between two names are drawn apart. */
export function flowGraph(input: FlowGraphInput): Chart {
  const spots = input.nodes.map((_, place) => onCircle(place, input.nodes.length));
  const most = Math.max(1, ...input.nodes.map(({ value }) => value));
  const widest = Math.max(1, ...input.links.map(({ value }) => value));
  const drawn = input.links.filter(({ from, to }) => from !== to);
  return {
    data: [
      ...drawn.map(({ from, to, value }) => arrow(spots[from], spots[to], value / widest, input, from, to, value)),
      {
        type: "scatter",
        mode: "markers+text",
        x: spots.map(({ x }) => x),
        y: spots.map(({ y }) => y),
        text: input.nodes.map(({ label }) => clipped(label, 22)),
        textposition: spots.map(({ x, y }) =>
          Math.abs(x) < 0.3 ? (y > 0 ? "top center" : "bottom center") : x > 0 ? "middle right" : "middle left",
        ),
        textfont: { color: "var(--text)", size: 12 },
        cliponaxis: false,
        marker: {
          size: input.nodes.map(({ value }) => 10 + 26 * Math.sqrt(value / most)),
          color: input.nodes.map((_, place) => categorical(place)),
          line: { width: 1.5, color: "var(--surface)" },
        },
        hovertext: input.nodes.map(({ label, value }) => `${label}: ${format(value, "count", "full")}`),
        hoverinfo: "text",
      },
    ],
    layout: baseLayout({ xaxis: blank(2.1), yaxis: { ...blank(1.35), scaleanchor: "x" } }),
    height: 460,
    description: input.description,
  };
}

const onCircle = (place: number, count: number): Spot => {
  const turn = Math.PI / 2 - (2 * Math.PI * place) / Math.max(1, count);
  return { x: Math.cos(turn), y: Math.sin(turn) };
};

/** A curve bent to its right, so that the way back is another. */
function arrow(
  start: Spot | undefined,
  end: Spot | undefined,
  strength: number,
  { nodes }: FlowGraphInput,
  from: number,
  to: number,
  value: number,
): Trace {
  const [a, b] = [start ?? { x: 0, y: 0 }, end ?? { x: 0, y: 0 }];
  const bent = { x: (a.x + b.x) / 2 + 0.16 * (b.y - a.y), y: (a.y + b.y) / 2 - 0.16 * (b.x - a.x) };
  const along = Array.from({ length: 13 }, (_, step) => step / 12);
  const at = (t: number, p: number, q: number, r: number): number =>
    (1 - t) ** 2 * p + 2 * t * (1 - t) * q + t ** 2 * r;
  return {
    type: "scatter",
    mode: "lines+markers",
    x: along.map((t) => at(t, a.x, bent.x, b.x)),
    y: along.map((t) => at(t, a.y, bent.y, b.y)),
    line: { color: categorical(from), width: 0.8 + 7 * strength, shape: "spline" },
    opacity: 0.3 + 0.5 * strength,
    marker: {
      symbol: "arrow",
      angleref: "previous",
      color: categorical(from),
      size: along.map((_, step) => (step === 8 ? 9 + 6 * strength : 0)),
    },
    hovertext: `${nodes[from]?.label ?? ""} to ${nodes[to]?.label ?? ""}: ${format(value, "count", "full")}`,
    hoverinfo: "text",
  };
}

const blank = (reach: number): Layout => ({
  ...{ visible: false, fixedrange: true, range: [-reach, reach], showgrid: false, zeroline: false },
});
