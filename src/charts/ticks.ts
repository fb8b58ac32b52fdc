import type { ValueFormat } from "./figure";
import { significant } from "./significant";
import { unitStep } from "./unit-scale";

/** Where an axis is marked, and with what words. */
export interface Ticks {
  readonly tickvals: readonly number[];
  readonly ticktext: readonly string[];
}

/** Round steps of the unit a person reads: 60 s and 24 h count as round, not only powers of ten. */
const ROUND: Readonly<Record<string, readonly number[]>> = {
  s: [1, 2, 5, 10, 15, 30, 60],
  min: [1, 2, 5, 10, 15, 30, 60],
  h: [1, 2, 3, 6, 12, 24, 48, 72, 120, 240],
};

/** About `wanted` round marks between low and high (base units), with one unit for the whole axis. */
export function linearTicks(low: number, high: number, as: ValueFormat, wanted = 5): Ticks {
  if (!Number.isFinite(low) || !Number.isFinite(high) || high <= low)
    return marks([low].filter(Number.isFinite), as, high);
  const unit = unitStep(Math.max(Math.abs(low), Math.abs(high)), as);
  const rough = roundStep((high - low) / unit.divisor / wanted, unit.symbol) * unit.divisor;
  const size = as === "count" ? Math.max(1, rough) : rough;
  const first = Math.ceil(low / size - 1e-9);
  const count = Math.floor(high / size + 1e-9) - first + 1;
  const values = Array.from({ length: Math.max(0, Math.min(count, 50)) }, (_, index) => (first + index) * size);
  return marks(values, as, Math.max(Math.abs(low), Math.abs(high)));
}

/** Powers of ten between low and high (base units, both above zero), each with its own unit. */
export function logTicks(low: number, high: number, as: ValueFormat): Ticks {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const every = Math.max(1, Math.ceil((last - first) / 7));
  const values: number[] = [];
  for (let power = first; power <= last; power += every) values.push(10 ** power);
  return { tickvals: values, ticktext: values.map((value) => one(value, as, value)) };
}

function marks(values: readonly number[], as: ValueFormat, largest: number): Ticks {
  return { tickvals: values, ticktext: values.map((value) => (value === 0 ? "0" : one(value, as, largest))) };
}

function one(value: number, as: ValueFormat, largest: number): string {
  if (as === "date") return new Date(value).toISOString().slice(0, 10);
  const unit = unitStep(largest, as);
  const text = significant(value / unit.divisor, 6);
  return unit.symbol === "" ? text : `${text} ${unit.symbol}`;
}

function roundStep(rough: number, symbol: string): number {
  const named = ROUND[symbol]?.find((candidate) => candidate >= rough);
  if (named !== undefined && rough >= 1) return named;
  const power = 10 ** Math.floor(Math.log10(rough));
  const leading = rough / power;
  return power * ([1, 2, 2.5, 5].find((candidate) => candidate >= leading - 1e-9) ?? 10);
}
