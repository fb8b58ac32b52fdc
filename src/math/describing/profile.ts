import type { FeatureProfile, Labelled, ProfileOutput, SegmentSpread, Spread } from "../../workers/lab/describing";
import { within } from "../progress";
import { benjaminiHochberg } from "./benjamini-hochberg";
import { checkLabelled } from "./checked-labels";
import { cohensD, superiority } from "./effect-sizes";
import { anova, squaresBetween, welch } from "./means-tests";
import { momentsOf, othersOf, varianceOf, type Moments } from "./moments";
import { segmentValues, type SegmentValues } from "./segment-values";

/**
 * What tells segments apart: every feature over all rows with a segment and within each, tests of equal means, and effect
 * sizes. Welch's test is the one to believe wherever it can be made, since segments seldom spread alike and it loses little
 * where they do (Delacre et al. 2019). Where segments were found from the same features, a small p says how sharply they
 * are cut, not that they exist. InputError for no column or labels that do not fit.
 */
export function* profile({ columns, labels, k }: Labelled): Generator<number, ProfileOutput, void> {
  checkLabelled(columns, labels, k);
  const raw: Omit<FeatureProfile, "adjustedP">[] = [];
  for (const [f, column] of columns.entries()) {
    raw.push(yield* within(featureProfile(column, labels, k), f / columns.length, (f + 1) / columns.length));
  }
  const adjusted = benjaminiHochberg(raw.map(({ p }) => p));
  const features = raw.map((feature, f) => ({ ...feature, adjustedP: adjusted[f] as number }));
  return {
    features,
    ranking: ranked(features, ({ etaSquared }) => [etaSquared]),
    telling: Array.from({ length: k }, (_, s) => ranked(features, ({ segments }) => strength(segments[s]))),
  };
}

function* featureProfile(
  column: Float64Array,
  labels: Int32Array,
  k: number,
): Generator<number, Omit<FeatureProfile, "adjustedP">, void> {
  const sorted = yield* within(segmentValues(column, labels, k), 0, 0.9);
  const moments: Moments[] = [];
  for (let s = 0; s < k; s++) {
    moments.push(momentsOf(valuesOf(sorted, s)));
    yield 0.9 + (0.1 * s) / k;
  }
  const { all, others } = othersOf(moments);
  const whole = spreadOfAll(sorted, all);
  const between = squaresBetween(moments, all);
  const inside = moments.reduce((sum, { squares }) => sum + squares, 0);
  const tests = { anova: anova(moments, all), welch: welch(moments) };
  const test = Number.isNaN(tests.welch.p) ? (Number.isNaN(tests.anova.p) ? "none" : "anova") : "welch";
  return {
    all: whole,
    segments: moments.map((own, s) => against(spreadOf(sorted, s, own), whole, sorted, s, own, others[s] as Moments)),
    etaSquared: between / (between + inside),
    ...tests,
    test,
    p: test === "welch" ? tests.welch.p : tests.anova.p,
  };
}

const valuesOf = ({ values, starts }: SegmentValues, s: number): Float64Array =>
  values.subarray(starts[s] as number, starts[s + 1] as number);

function spreadOfAll({ values, starts, missing, median }: SegmentValues, all: Moments): Spread {
  let min = Infinity;
  let max = -Infinity;
  for (let s = 0; s < missing.length; s++) {
    const [from, to] = [starts[s] as number, starts[s + 1] as number];
    if (from === to) continue;
    min = Math.min(min, values[from] as number);
    max = Math.max(max, values[to - 1] as number);
  }
  return {
    n: all.n,
    missing: missing.reduce((sum, count) => sum + count, 0),
    mean: all.mean,
    median,
    sd: Math.sqrt(varianceOf(all)),
    min: all.n === 0 ? Number.NaN : min,
    max: all.n === 0 ? Number.NaN : max,
  };
}

function spreadOf(sorted: SegmentValues, s: number, own: Moments): Spread {
  const values = valuesOf(sorted, s);
  const at = (place: number): number => values[place] ?? Number.NaN;
  const middle = (own.n - 1) / 2;
  return {
    n: own.n,
    missing: sorted.missing[s] as number,
    mean: own.mean,
    median: at(Math.floor(middle)) / 2 + at(Math.ceil(middle)) / 2,
    sd: Math.sqrt(varianceOf(own)),
    min: at(0),
    max: at(own.n - 1),
  };
}

function against(
  spread: Spread,
  whole: Spread,
  { rankSums }: SegmentValues,
  s: number,
  own: Moments,
  rest: Moments,
): SegmentSpread {
  const higher = superiority(rankSums[s] as number, own.n, rest.n);
  return {
    ...spread,
    z: whole.sd > 0 ? (own.mean - whole.mean) / whole.sd : Number.NaN,
    lift: own.mean * whole.mean >= 0 && whole.mean !== 0 ? own.mean / whole.mean : null,
    cohensD: cohensD(own, rest),
    superiority: higher,
    cliffsDelta: 2 * higher - 1,
  };
}

/** How well a feature tells a segment from the rest: the further from one half, then the larger d. */
const strength = (spread: SegmentSpread | undefined): number[] => [
  Math.abs(spread?.cliffsDelta ?? Number.NaN),
  Math.abs(spread?.cohensD ?? Number.NaN),
];

/** Indices of features, strongest first; NaN last, ties in the features' order. */
function ranked(
  features: readonly FeatureProfile[],
  strengths: (feature: FeatureProfile) => readonly number[],
): number[] {
  const keys = features.map((feature) => strengths(feature).map((value) => (Number.isNaN(value) ? -1 : value)));
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a
      .map((value, i) => [value, b[i] as number] as const)
      .find(([x, y]) => x !== y)
      ?.reduce((x, y) => y - x) ?? 0;
  return features.map((_, f) => f).sort((a, b) => compare(keys[a] as number[], keys[b] as number[]));
}
