import { intensity } from "./colours";
import type { Chart } from "./figure";
import { significant } from "./significant";
import { baseLayout, nameAxis } from "./layout";

/** A matrix of numbers with a colour and a printed value per cell. */
export interface HeatmapInput {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** [row][column]; NaN leaves the cell empty. */
  readonly values: readonly (readonly number[])[];
  /** `diverging` has its neutral middle at zero and symmetric limits; `intensity` goes from none to most. */
  readonly scale: "diverging" | "intensity";
  /** Largest absolute value of a diverging scale (1 for correlations); default the data's. */
  readonly limit?: number;
  /** How a cell is printed; default two significant digits. */
  readonly print?: (value: number) => string;
  /** A sentence per cell; default "row and column: value". */
  readonly hover?: (row: number, column: number) => string;
  readonly description: string;
}

const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** A heat map with every value printed in its cell. */
export function heatmap(input: HeatmapInput): Chart {
  const print = input.print ?? ((value: number): string => significant(value, 2));
  const finite = input.values.flat().filter(Number.isFinite);
  const largest = input.limit ?? (Math.max(...finite.map(Math.abs), 0) || 1);
  const diverging = input.scale === "diverging";
  const cell = (value: number): string => (Number.isFinite(value) ? print(value) : "–");
  const trace = {
    type: "heatmap",
    x: input.columns.map((_, index) => index),
    y: input.rows.map((_, index) => index),
    z: input.values.map((row) => row.map((value) => (Number.isFinite(value) ? value : null))),
    zmin: diverging ? -largest : Math.min(0, ...finite),
    zmax: largest,
    colorscale: STEPS.map((at) => [at, diverging ? `diverging(${2 * at - 1})` : intensity(at)]),
    showscale: false,
    xgap: 2,
    ygap: 2,
    hovertext: input.values.map((row, r) =>
      row.map(
        (value, c) => input.hover?.(r, c) ?? `${input.rows[r] ?? ""} and ${input.columns[c] ?? ""}: ${cell(value)}`,
      ),
    ),
    hoverinfo: "text",
  };
  const cells = input.values.flatMap((row, y) => row.map((value, x) => ({ x, y, value })));
  // One text trace: an annotation per cell costs ten times as much to draw.
  const words = {
    type: "scatter",
    mode: "text",
    x: cells.map(({ x }) => x),
    y: cells.map(({ y }) => y),
    text: cells.map(({ value }) => cell(value)),
    textfont: { size: 12, color: cells.map(({ value }) => ink(value / largest, diverging)) },
    hoverinfo: "skip",
    cliponaxis: false,
  };
  return {
    data: [trace, words],
    layout: baseLayout({
      xaxis: { ...nameAxis(input.columns, false), range: [-0.5, input.columns.length - 0.5] },
      yaxis: { ...nameAxis(input.rows, true), range: [input.rows.length - 0.5, -0.5] },
    }),
    height: Math.max(180, 90 + 40 * input.rows.length),
    description: input.description,
  };
}

/** `on(colour)` is the component's word for "dark or light, whichever reads on that colour". */
function ink(share: number, diverging: boolean): string {
  if (!Number.isFinite(share)) return "var(--text-2)";
  const rounded = Math.round(share * 50) / 50;
  return diverging ? `on(diverging(${rounded}))` : `on(${intensity(rounded)})`;
}
