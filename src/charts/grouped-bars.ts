import { categorical } from "./colours";
import type { Chart, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, legendAbove, nameAxis, valueAxis, type Layout } from "./layout";

/** Several values per name: side by side, stacked, or stacked as shares of each name's sum. */
export interface GroupedBarsInput {
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
  readonly mode: "group" | "stack" | "share";
  readonly format: ValueFormat;
  readonly axis: string;
  /** Default true. */
  readonly horizontal?: boolean;
  readonly description: string;
}

export interface BarSeries {
  readonly label: string;
  /** One per name, base units, not negative; NaN draws nothing. */
  readonly values: ArrayLike<number>;
  readonly colour?: string;
}

/** Grouped or stacked bars with one legend above. Tooltips always give the value and, when stacked, its share. */
export function groupedBars(input: GroupedBarsInput): Chart {
  const horizontal = input.horizontal ?? true;
  const sums = input.labels.map((_, index) => total(input.series.map((series) => series.values[index] ?? NaN)));
  const data = input.series.map((series, order) => trace(input, series, order, sums, horizontal));
  const scale = valueAxis(scaleOf(input, sums));
  const names = nameAxis(input.labels, horizontal);
  const each = input.mode === "group" ? 18 * input.series.length + 14 : 34;
  const layout: Layout = {
    ...legendAbove(),
    ...(input.mode === "group" && horizontal ? { margin: { l: 8, r: 72, t: 36, b: 8, pad: 4 } } : {}),
    barmode: input.mode === "group" ? "group" : "stack",
    ...(horizontal ? { xaxis: scale, yaxis: names } : { xaxis: names, yaxis: scale }),
  };
  return {
    data,
    layout: baseLayout(layout),
    height: horizontal ? Math.max(180, 100 + each * input.labels.length) : 320,
    description: input.description,
  };
}

function trace(
  input: GroupedBarsInput,
  series: BarSeries,
  order: number,
  sums: readonly number[],
  horizontal: boolean,
): Record<string, unknown> {
  const raw = input.labels.map((_, index) => series.values[index] ?? NaN);
  const drawn = input.mode === "share" ? raw.map((value, index) => value / (sums[index] || NaN)) : raw;
  const places = raw.map((_, index) => index);
  return {
    type: "bar",
    name: series.label,
    orientation: horizontal ? "h" : "v",
    x: horizontal ? drawn : places,
    y: horizontal ? places : drawn,
    hovertext: raw.map((value, index) => sentence(input, series.label, value, index, sums[index] ?? NaN)),
    hoverinfo: "text",
    marker: { color: series.colour ?? categorical(order), line: { width: 1, color: "var(--surface)" } },
    ...(input.mode === "group"
      ? {
          text: raw.map((value) => format(value, input.format)),
          textposition: "outside",
          cliponaxis: false,
          textfont: { color: "var(--text)", size: 11 },
        }
      : {}),
  };
}

function scaleOf(input: GroupedBarsInput, sums: readonly number[]): Parameters<typeof valueAxis>[0] {
  if (input.mode === "share") return { title: input.axis, format: "share", low: 0, high: 1 };
  const tops = input.mode === "stack" ? sums : input.series.flatMap((series) => Array.from(series.values));
  const high = Math.max(0, ...tops.filter(Number.isFinite)) || 1;
  return {
    title: input.axis,
    format: input.format,
    low: 0,
    high: high * (input.mode === "group" && input.horizontal === false ? 1.12 : 1.02),
  };
}

function sentence(input: GroupedBarsInput, series: string, value: number, index: number, sum: number): string {
  const share = input.mode === "group" ? "" : `, ${format(value / sum, "share")} of ${input.labels[index] ?? ""}`;
  return `${input.labels[index] ?? ""}, ${series}: ${format(value, input.format, "full")}${share}`;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => (Number.isFinite(value) ? sum + value : sum), 0);
}
