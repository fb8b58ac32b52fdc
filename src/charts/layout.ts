import { clipped } from "./clipped";
import type { ValueFormat } from "./figure";
import { linearTicks, logTicks } from "./ticks";

/** Part of a Plotly layout as JSON. */
export type Layout = Record<string, unknown>;

/** What an axis says and spans, in base units. */
export interface ValueAxis {
  /** What is measured, without the unit: the marks carry it. */
  readonly title: string;
  readonly format: ValueFormat;
  readonly low: number;
  readonly high: number;
  readonly grid?: boolean;
  /** Positions are log10 of the values; the marks still say the values. */
  readonly log?: boolean;
  readonly ticks?: number;
}

const FONT = { family: "Inter, system-ui, sans-serif", size: 12, color: "var(--text-2)" };

/** The look that every chart shares: no frame, light grid, transparent ground, room made for labels. */
export function baseLayout(parts: Layout): Layout {
  return {
    font: FONT,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    margin: { l: 8, r: 16, t: 8, b: 8, pad: 4 },
    showlegend: false,
    hovermode: "closest",
    dragmode: false,
    bargap: 0.28,
    hoverlabel: {
      bgcolor: "var(--surface)",
      bordercolor: "var(--line)",
      align: "left",
      font: { family: FONT.family, size: 12, color: "var(--text)" },
    },
    ...parts,
  };
}

/** At most one legend, above the drawing, read left to right. */
export function legendAbove(): Layout {
  return {
    showlegend: true,
    legend: {
      orientation: "h",
      x: 0,
      xanchor: "left",
      // At the card's top rather than on the drawing: the margin that the drawing component sets is then the whole of it.
      yref: "container",
      y: 1,
      yanchor: "top",
      traceorder: "normal",
      itemsizing: "constant",
      itemclick: false,
      itemdoubleclick: false,
    },
    margin: { l: 8, r: 16, t: 36, b: 8, pad: 4 },
  };
}

/** A numeric axis: round marks in one unit, light grid, no line. */
export function valueAxis(axis: ValueAxis): Layout {
  const ticks = axis.log
    ? logTicks(axis.low, axis.high, axis.format)
    : linearTicks(axis.low, axis.high, axis.format, axis.ticks);
  const at = (value: number): number => (axis.log ? Math.log10(value) : value);
  return {
    ...plainAxis(axis.title),
    tickmode: "array",
    tickvals: ticks.tickvals.map(at),
    ticktext: ticks.ticktext,
    range: [at(axis.low), at(axis.high)],
    showgrid: axis.grid ?? true,
  };
}

/** An axis of names at positions 0, 1, 2 …: names never become ids, so any text is safe and may repeat. */
export function nameAxis(names: readonly string[], reversed: boolean, title = ""): Layout {
  const ends = [-0.6, names.length - 0.4];
  return {
    ...plainAxis(title),
    tickmode: "array",
    tickvals: names.map((_, index) => index),
    ticktext: names.map(shortened),
    range: reversed ? ends.toReversed() : ends,
    showgrid: false,
    tickfont: { color: "var(--text)", size: 12 },
  };
}

/** What every axis shares: light grid, no line, no marks of its own choosing. */
export function plainAxis(title: string): Layout {
  return {
    type: "linear",
    automargin: true,
    fixedrange: true,
    zeroline: false,
    showline: false,
    ticks: "",
    gridcolor: "var(--line)",
    gridwidth: 1,
    title: { text: title, font: { size: 12, color: "var(--text-2)" }, standoff: 12 },
  };
}

const LONGEST = 30;

/** A name that fits beside a bar; the tooltip and the table show the whole of it. */
function shortened(text: string): string {
  return clipped(text, LONGEST);
}
