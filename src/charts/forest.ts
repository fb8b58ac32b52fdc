import type { Chart, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, nameAxis, valueAxis } from "./layout";

/** Estimates with intervals, e.g. regression coefficients. */
export interface ForestInput {
  readonly labels: readonly string[];
  readonly values: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly format: ValueFormat;
  readonly axis: string;
  readonly hover?: readonly string[];
  readonly description: string;
}

/** Points with 95 % intervals around a line at zero; an interval that touches zero is drawn in grey. */
export function forest(input: ForestInput): Chart {
  const values = Array.from(input.values);
  const sure = values.map((_, index) => (input.low[index] ?? NaN) > 0 || (input.high[index] ?? NaN) < 0);
  const groups = [
    { keep: true, colour: "var(--data-1)" },
    { keep: false, colour: "var(--muted)" },
  ];
  const ends = [...Array.from(input.low), ...Array.from(input.high), 0].filter(Number.isFinite);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low || 1) * 0.08;
  return {
    data: groups.map(({ keep, colour }) =>
      points(
        input,
        values.map((_, index) => index).filter((index) => sure[index] === keep),
        colour,
      ),
    ),
    layout: baseLayout({
      xaxis: valueAxis({ title: input.axis, format: input.format, low: low - room, high: high + room }),
      yaxis: nameAxis(input.labels, true),
      shapes: [{ type: "line", x0: 0, x1: 0, yref: "paper", y0: 0, y1: 1, line: { color: "var(--text-2)", width: 1 } }],
    }),
    height: Math.max(150, 72 + 34 * values.length),
    description: input.description,
  };
}

function points(input: ForestInput, chosen: readonly number[], colour: string): Record<string, unknown> {
  const value = (index: number): number => input.values[index] ?? NaN;
  return {
    type: "scatter",
    mode: "markers",
    x: chosen.map(value),
    y: chosen,
    error_x: {
      type: "data",
      symmetric: false,
      array: chosen.map((index) => (input.high[index] ?? NaN) - value(index)),
      arrayminus: chosen.map((index) => value(index) - (input.low[index] ?? NaN)),
      color: colour,
      thickness: 2,
      width: 5,
    },
    marker: { color: colour, size: 10, line: { width: 1.5, color: "var(--surface)" } },
    hovertext: chosen.map((index) => input.hover?.[index] ?? sentence(input, index)),
    hoverinfo: "text",
  };
}

function sentence(input: ForestInput, index: number): string {
  const say = (value: number | undefined): string => format(value, input.format);
  return `${input.labels[index] ?? ""}: ${say(input.values[index])}, 95 % interval ${say(input.low[index])} to ${say(input.high[index])}`;
}
