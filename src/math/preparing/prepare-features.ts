import type { PreparedFeature } from "../../workers/contract";
import type { Axis, PreparedMatrix, PrepareFeaturesInput, RawFeature } from "../../workers/lab/preparing";
import { allRows, completeRows } from "../complete-rows";
import { InputError } from "../input-error";
import { prepare } from "../prepare";
import { within } from "../progress";
import { transformed } from "./transform";

type NumberFeature = Extract<RawFeature, { kind: "number" }>;
type LevelFeature = Extract<RawFeature, { kind: "levels" }>;

/**
 * The features as a matrix in which distance means something. Numbers: transformed, then missing values, outliers and
 * scaling as in `prepare`, then the weight. Levels: one axis each, 0 or 1 minus its share, divided so that all axes of the
 * feature together have variance 1 as a z-scored number has (with "none", 0 or 1 as they are), then the weight; a
 * missing level lies at the centre. InputError when nothing is left to measure.
 */
export function* prepareFeatures({
  features,
  treatment,
}: PrepareFeaturesInput): Generator<number, PreparedMatrix, void> {
  const numbers = features.filter((feature) => feature.kind === "number");
  const levels = features.filter((feature) => feature.kind === "levels");
  const n = checkedLength(features);
  const strict = treatment.missing === "drop" && levels.length > 0;
  const known = strict ? completeRows(levels.map(({ column }) => column)) : allRows(n);
  const columns = numbers.map(({ column, transform }) => only(transformed(column, transform), known, n));
  const made =
    numbers.length === 0
      ? { rows: allRows(known.length), points: null, features: [] }
      : yield* within(prepare({ columns }, treatment), 0, 0.6);
  const rows = made.rows.map((place) => known[place] as number);
  if (rows.length === 0) throw new InputError("No customer has all the chosen features, so there is nothing to group.");
  const placed: Placed[] = [];
  let next = 0;
  for (const [index, feature] of features.entries()) {
    placed.push(
      feature.kind === "number"
        ? placedNumber(feature, index, made.features[next] as PreparedFeature, made.points?.values ?? EMPTY, next++)
        : placedLevels(feature, index, rows, treatment.scaling === "none"),
    );
    yield 0.6 + (0.2 * (index + 1)) / features.length;
  }
  const axes = placed.flatMap((one) => one.axes);
  const values = new Float64Array(rows.length * axes.length);
  let axis = 0;
  for (const one of placed) {
    one.write(values, axis, axes.length, rows.length, numbers.length);
    axis += one.axes.length;
    yield 0.8 + (0.2 * axis) / axes.length;
  }
  return {
    matrix: { values, n: rows.length, d: axes.length },
    rows,
    axes,
    features: placed.map((one) => one.prepared),
  };
}

const EMPTY = new Float64Array();

/** A feature that knows its axes and how to write them. */
interface Placed {
  readonly axes: readonly Axis[];
  readonly prepared: PreparedFeature;
  write(values: Float64Array, axis: number, d: number, n: number, numbers: number): void;
}

function placedNumber(
  { weight }: NumberFeature,
  feature: number,
  prepared: PreparedFeature,
  scaled: Float64Array,
  place: number,
): Placed {
  return {
    axes: [{ feature, level: null, centre: prepared.centre, scale: prepared.scale, weight }],
    prepared,
    write: (values, axis, d, n, numbers) => {
      for (let i = 0; i < n; i++) values[i * d + axis] = (scaled[i * numbers + place] as number) * weight;
    },
  };
}

function placedLevels(levels: LevelFeature, feature: number, rows: Int32Array, plain: boolean): Placed {
  const { column, weight } = levels;
  const counts = new Float64Array(levels.levels);
  let given = 0;
  for (const row of rows) {
    const level = column[row] as number;
    if (!Number.isFinite(level)) continue;
    counts[level] = (counts[level] as number) + 1;
    given++;
  }
  const shares = counts.map((count) => (given === 0 ? 0 : count / given));
  const spread = Math.sqrt(shares.reduce((sum, share) => sum + share * (1 - share), 0));
  const scale = plain || spread === 0 ? 1 : spread;
  const axes = Array.from(shares, (share, level) => ({ feature, level, centre: plain ? 0 : share, scale, weight }));
  return {
    axes,
    prepared: { ...UNTREATED, missing: rows.length - given, constant: counts.filter((count) => count > 0).length < 2 },
    write: (values, axis, d, n) => {
      for (const [level, { centre }] of axes.entries())
        for (let i = 0; i < n; i++) {
          const own = column[rows[i] as number] as number;
          const value = Number.isFinite(own) ? (own === level ? 1 : 0) : centre;
          values[i * d + axis + level] = ((value - centre) / scale) * weight;
        }
    },
  };
}

const UNTREATED = {
  filledWith: null,
  below: 0,
  above: 0,
  lowerBound: null,
  upperBound: null,
  centre: 0,
  scale: 1,
} as const;

function checkedLength(features: readonly RawFeature[]): number {
  const [first] = features;
  if (first === undefined) throw new InputError("Choose at least one feature.");
  if (features.some(({ column }) => column.length !== first.column.length))
    throw new InputError("Every feature must have one value per customer.");
  if (first.column.length === 0) throw new InputError("There are no customers to group.");
  return first.column.length;
}

function only(column: Float64Array, rows: Int32Array, n: number): Float64Array {
  return rows.length === n ? column : Float64Array.from(rows, (row) => column[row] as number);
}
