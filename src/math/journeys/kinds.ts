import type { BoundCondition, KindsInput, KindsOutput } from "../../workers/journeys/kinds";
import { quantilesInPlace } from "../quantile";

/** Units looked at between two steps of progress. */
const CHUNK = 65_536;

/**
 * Which rules fit each unit, and which comes first. A percentile is that of the feature's known values over all units, by
 * linear interpolation (type 7). A value that is not known meets no condition, “!=” included.
 */
export function* kinds({ columns, rules }: KindsInput): Generator<number, KindsOutput, void> {
  const units = columns[0]?.length ?? 0;
  const thresholds: number[][] = [];
  for (const [at, rule] of rules.entries()) {
    thresholds.push(rule.map(({ column, threshold }) => numberOf(columns[column], threshold)));
    yield (0.5 * (at + 1)) / rules.length;
  }
  const tests = rules.map((rule, at) => rule.map((condition, c) => testOf(condition, columns, thresholds[at]?.[c])));
  const tally = emptyTally(units, rules.length);
  for (let unit = 0; unit < units; unit++) {
    if (unit % CHUNK === CHUNK - 1) yield 0.5 + (0.5 * unit) / units;
    const fitting = tests.flatMap((conditions, rule) => (conditions.every((meets) => meets(unit)) ? [rule] : []));
    count(tally, unit, fitting);
  }
  return { ...tally, thresholds };
}

function numberOf(column: Float64Array | undefined, { by, value }: BoundCondition["threshold"]): number {
  if (by === "number") return value;
  return quantilesInPlace((column ?? new Float64Array()).filter(Number.isFinite), [value / 100])[0] ?? NaN;
}

function testOf(
  { column, operator }: BoundCondition,
  columns: readonly Float64Array[],
  threshold = NaN,
): (unit: number) => boolean {
  const values = columns[column] ?? new Float64Array();
  const at = (unit: number): number => values[unit] ?? NaN;
  switch (operator) {
    case ">=":
      return (unit) => at(unit) >= threshold;
    case "<=":
      return (unit) => at(unit) <= threshold;
    case ">":
      return (unit) => at(unit) > threshold;
    case "<":
      return (unit) => at(unit) < threshold;
    case "=":
      return (unit) => at(unit) === threshold;
    case "!=":
      return (unit) => at(unit) < threshold || at(unit) > threshold;
  }
}

type Tally = { -readonly [Part in keyof Omit<KindsOutput, "thresholds">]: KindsOutput[Part] };

const emptyTally = (units: number, rules: number): Tally => ({
  kind: new Int32Array(units),
  sizes: new Int32Array(rules + 1),
  fits: new Int32Array(rules),
  overlaps: new Int32Array(rules * rules),
  several: 0,
});

function count(tally: Tally, unit: number, fitting: readonly number[]): void {
  const { kind, sizes, fits, overlaps } = tally;
  const rules = fits.length;
  const first = fitting[0] ?? -1;
  kind[unit] = first;
  const place = first < 0 ? rules : first;
  sizes[place] = (sizes[place] ?? 0) + 1;
  if (fitting.length > 1) tally.several += 1;
  for (const one of fitting) {
    fits[one] = (fits[one] ?? 0) + 1;
    for (const other of fitting) overlaps[one * rules + other] = (overlaps[one * rules + other] ?? 0) + 1;
  }
}
