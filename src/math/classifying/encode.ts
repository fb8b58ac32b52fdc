import type { EncodedFeature, FeatureTable } from "../../workers/lab/classifying";
import type { Matrix } from "../../workers/lab/matrix";
import { momentsOf } from "../describing/moments";
import { quantilesInPlace } from "../quantile";
import { finiteValues } from "./finite-values";

/** Categories that get a number of their own; the rarer ones count as unknown. */
const MOST_CODES = 100;

/** Values written between two looks at the clock. */
const STEP = 1 << 18;

/**
 * How columns become numbers that a linear model adds up, learned from these rows: a number is scaled to mean 0 and
 * standard deviation 1, missing ones being the median and flagged; each of the 100 most frequent categories becomes a number
 * that is 1 in its rows. A constant or wholly missing column becomes nothing.
 */
export function* learnEncoding({ columns, categorical }: FeatureTable): Generator<number, EncodedFeature[], void> {
  const encoding: EncodedFeature[] = [];
  for (const [f, column] of columns.entries()) {
    encoding.push(categorical?.[f] ? categoryOf(column) : numberOf(column));
    yield (f + 1) / columns.length;
  }
  return encoding;
}

function categoryOf(column: Float64Array): EncodedFeature {
  const counts = new Map<number, number>();
  for (let i = 0; i < column.length; i++) {
    const code = column[i] as number;
    if (Number.isFinite(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const only = counts.values().next().value;
  if (counts.size === 0 || (counts.size === 1 && only === column.length)) return { kind: "none" };
  const ranked = Array.from(counts).sort(([a, m], [b, n]) => n - m || a - b);
  const codes = ranked.slice(0, MOST_CODES).map(([code]) => code);
  return { kind: "category", codes: codes.sort((a, b) => a - b) };
}

function numberOf(column: Float64Array): EncodedFeature {
  const known = finiteValues(column);
  const flagged = known.length < column.length;
  if (known.length === 0) return { kind: "none" };
  const [median = 0] = quantilesInPlace(known.slice(), [0.5]);
  const { mean, squares } = momentsOf(column.map((value) => (Number.isFinite(value) ? value : median)));
  const deviation = Math.sqrt(squares / column.length);
  // A constant's mean may miss it by a rounding error.
  if (!(deviation > 1e-13 * Math.abs(mean)))
    return flagged ? { kind: "number", median, centre: median, scale: 1, flagged } : { kind: "none" };
  return { kind: "number", median, centre: mean, scale: deviation, flagged };
}

/** Numbers a feature becomes. */
export function encodedWidth(feature: EncodedFeature): number {
  if (feature.kind === "none") return 0;
  return feature.kind === "category" ? feature.codes.length : feature.flagged ? 2 : 1;
}

/** The numbers of all rows, feature after feature. */
export function* encoded(
  columns: readonly Float64Array[],
  encoding: readonly EncodedFeature[],
): Generator<number, Matrix, void> {
  const n = columns[0]?.length ?? 0;
  const d = encoding.reduce((sum, feature) => sum + encodedWidth(feature), 0);
  const values = new Float64Array(n * d);
  let at = 0;
  for (const [f, feature] of encoding.entries()) {
    const column = columns[f] as Float64Array;
    const write = writerOf(feature, values);
    for (let from = 0; from < n; from += STEP) {
      const to = Math.min(n, from + STEP);
      for (let row = from; row < to; row++) write(row * d + at, column[row] as number);
      yield (f + to / n) / encoding.length;
    }
    at += encodedWidth(feature);
  }
  return { values, n, d };
}

/** Writes what a value becomes at a place that holds zeros. */
function writerOf(feature: EncodedFeature, into: Float64Array): (at: number, value: number) => void {
  if (feature.kind === "none") return () => undefined;
  if (feature.kind === "category") {
    const places = new Map(feature.codes.map((code, place) => [code, place]));
    return (at, value) => {
      const place = places.get(value);
      if (place !== undefined) into[at + place] = 1;
    };
  }
  const { median, centre, scale, flagged } = feature;
  return (at, value) => {
    const known = Number.isFinite(value);
    into[at] = ((known ? value : median) - centre) / scale;
    if (flagged && !known) into[at + 1] = 1;
  };
}
