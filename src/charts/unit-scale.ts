import type { ValueFormat } from "./figure";

/** A step of a unit's ladder: from `from` base units upwards, values are shown divided by `divisor` with `symbol`. */
export interface UnitStep {
  readonly from: number;
  readonly divisor: number;
  readonly symbol: string;
}

const step = (from: number, divisor: number, symbol: string): UnitStep => ({ from, divisor, symbol });

/** Decimal prefixes (SI): 1 GB is 1,000,000,000 bytes. Ascending. */
const LADDERS: Readonly<Partial<Record<ValueFormat, readonly UnitStep[]>>> = {
  bytes: [
    step(0, 1, "B"),
    step(1e3, 1e3, "kB"),
    step(1e6, 1e6, "MB"),
    step(1e9, 1e9, "GB"),
    step(1e12, 1e12, "TB"),
    step(1e15, 1e15, "PB"),
  ],
  seconds: [
    step(0, 1, "s"),
    step(120, 60, "min"),
    step(7200, 3600, "h"),
    step(8.64e5, 86_400, "days"),
    step(8.64e7, 31_557_600, "years"),
  ],
  milliseconds: [step(0, 1, "ms"), step(1e4, 1e3, "s")],
  kbps: [step(0, 1, "kbps"), step(1e3, 1e3, "Mbps"), step(1e6, 1e6, "Gbps")],
  share: [step(0, 0.01, "%")],
  count: [step(0, 1, ""), step(1e5, 1e3, "k"), step(1e6, 1e6, "M"), step(1e9, 1e9, "bn")],
};

const PLAIN: UnitStep = { from: 0, divisor: 1, symbol: "" };

/** The step that suits a value of that size, in base units (bytes, seconds, ms, kbps, share 0 … 1). */
export function unitStep(value: number, as: ValueFormat): UnitStep {
  const size = Math.abs(value);
  return LADDERS[as]?.findLast((candidate) => size >= candidate.from) ?? LADDERS[as]?.[0] ?? PLAIN;
}

/** The unit that full-precision values of this format are written in; empty where there is none. */
export function unitOf(as: ValueFormat): string {
  return LADDERS[as]?.[0]?.symbol ?? "";
}
