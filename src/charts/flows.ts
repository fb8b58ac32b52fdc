import type { Chart } from "./figure";
import { format } from "./format";
import { baseLayout } from "./layout";

/** How much goes from each name on the left to each on the right. */
export interface FlowsInput {
  readonly flows: readonly Flow[];
  /** Colour of a name. */
  readonly colour: (name: string) => string;
  /** What flows, in the plural. */
  readonly unit: string;
  readonly description: string;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** Share of the height that is left free between two names. */
const GAP = 0.04;

/** A Sankey diagram of two columns, in the order in which names appear; a name may stand on both sides. */
export function flows({ flows: given, colour, unit, description }: FlowsInput): Chart {
  const left = column(given, ({ from }) => from);
  const right = column(given, ({ to }) => to);
  const nodes = [...left.map((node) => ({ ...node, x: 0.001 })), ...right.map((node) => ({ ...node, x: 0.999 }))];
  return {
    data: [
      {
        type: "sankey",
        arrangement: "fixed",
        node: {
          label: nodes.map(({ name, total }) => `${name} · ${format(total, "count")}`),
          color: nodes.map(({ name }) => colour(name)),
          x: nodes.map(({ x }) => x),
          y: nodes.map(({ middle }) => middle),
          pad: 12,
          thickness: 14,
          line: { width: 0 },
          hoverinfo: "none",
        },
        link: {
          source: given.map(({ from }) => left.findIndex(({ name }) => name === from)),
          target: given.map(({ to }) => left.length + right.findIndex(({ name }) => name === to)),
          value: given.map(({ value }) => value),
          color: given.map(({ from }) => `color-mix(in oklab, ${colour(from)} 35%, var(--surface))`),
          label: given.map(({ from, to, value }) => `${from} to ${to}: ${format(value, "count", "full")} ${unit}`),
          hovertemplate: "%{label}<extra></extra>",
        },
        textfont: { size: 12, color: "var(--text)" },
      },
    ],
    layout: baseLayout({ margin: { l: 8, r: 8, t: 12, b: 12 } }),
    height: Math.max(280, 56 * Math.max(left.length, right.length)),
    description,
  };
}

interface Node {
  readonly name: string;
  readonly total: number;
  /** From the top, 0 … 1. */
  readonly middle: number;
}

function column(given: readonly Flow[], side: (flow: Flow) => string): readonly Node[] {
  const totals = new Map<string, number>();
  for (const flow of given) totals.set(side(flow), (totals.get(side(flow)) ?? 0) + flow.value);
  const whole = [...totals.values()].reduce((sum, total) => sum + total, 0) || 1;
  const room = 1 - GAP * (totals.size - 1);
  let top = 0;
  return [...totals].map(([name, total]) => {
    const height = (total / whole) * room;
    const middle = top + height / 2;
    top += height + GAP;
    return { name, total, middle: Math.min(0.999, Math.max(0.001, middle)) };
  });
}
