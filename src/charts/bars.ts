import type { Chart, ValueFormat } from "./figure";
import { format } from "./format";
import { baseLayout, nameAxis, valueAxis } from "./layout";

/** One bar per name; bars start at zero and carry their value. */
export interface BarsInput {
  readonly labels: readonly string[];
  readonly values: ArrayLike<number>;
  readonly format: ValueFormat;
  /** What is measured, e.g. "Traffic". */
  readonly axis: string;
  /** What a name is, e.g. "Decile by duration"; empty where it is plain. */
  readonly namesAxis?: string;
  /** Default true: long names read best beside horizontal bars. */
  readonly horizontal?: boolean;
  /** One for all, or one per bar. Default the first data colour. */
  readonly colours?: string | readonly string[];
  /** Written after each value, e.g. "47 %". */
  readonly notes?: readonly string[];
  /** One sentence per bar; default "label: value". */
  readonly hover?: readonly string[];
  readonly description: string;
}

/** Horizontal (default) or vertical bars with direct value labels. Values in base units; NaN draws no bar. */
export function bars(input: BarsInput): Chart {
  const horizontal = input.horizontal ?? true;
  const values = Array.from(input.values);
  const places = values.map((_, index) => index);
  const trace = {
    type: "bar",
    orientation: horizontal ? "h" : "v",
    x: horizontal ? values : places,
    y: horizontal ? places : values,
    text: values.map((value, index) => label(value, input.format, input.notes?.[index])),
    textposition: "outside",
    textangle: 0,
    cliponaxis: false,
    textfont: { color: "var(--text)", size: 12 },
    hovertext: values.map((value, index) => input.hover?.[index] ?? sentence(input, value, index)),
    hoverinfo: "text",
    marker: { color: input.colours ?? "var(--data-1)", line: { width: 0 }, cornerradius: 3 },
  };
  const margin = horizontal ? { margin: { l: 8, r: labelRoom(trace.text), t: 8, b: 8, pad: 4 } } : {};
  const names = nameAxis(input.labels, horizontal, input.namesAxis);
  const scale = valueAxis({ title: input.axis, format: input.format, ...room(values, horizontal) });
  return {
    data: [trace],
    layout: baseLayout({
      ...margin,
      ...(horizontal ? { xaxis: scale, yaxis: names } : { xaxis: names, yaxis: scale }),
    }),
    height: horizontal ? Math.max(140, 64 + 28 * values.length) : 300,
    description: input.description,
  };
}

/** Pixels beside the longest bar in which its label fits at twelve pixels a line, however wide the card is. */
function labelRoom(labels: readonly string[]): number {
  return 16 + Math.ceil(6.8 * Math.max(0, ...labels.map((text) => text.length)));
}

/** From zero to the longest bar, and past it where the label stands above; below zero only where a value is. */
function room(values: readonly number[], horizontal: boolean): { low: number; high: number } {
  const finite = values.filter(Number.isFinite);
  const high = Math.max(0, ...finite);
  const low = Math.min(0, ...finite);
  const span = high - low || 1;
  const spare = horizontal ? 0.02 : 0.12;
  return { low: low < 0 ? low - span * 0.2 : 0, high: high + span * spare };
}

function label(value: number, as: ValueFormat, note: string | undefined): string {
  return note === undefined || note === "" ? format(value, as) : `${format(value, as)} · ${note}`;
}

function sentence(input: BarsInput, value: number, index: number): string {
  return `${input.labels[index] ?? ""}: ${format(value, input.format, "full")}`;
}
