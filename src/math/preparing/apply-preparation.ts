import type {
  ApplyPreparationInput,
  Axis,
  PreparedMatrix,
  RawFeature,
  TreatedFeature,
} from "../../workers/lab/preparing";
import { allRows } from "../complete-rows";
import { InputError } from "../input-error";
import { transformed } from "./transform";

/**
 * Other customers' features in the space of a model that was made before, with that model's numbers: transformed, missing
 * values filled with what they were filled with then (with the centre where nothing was missing), capped at the same
 * bounds, scaled and weighted alike. A missing level lies at the centre. Every customer is kept. InputError without customers,
 * or where a value has no logarithm or root.
 */
export function* applyPreparation(input: ApplyPreparationInput): Generator<number, PreparedMatrix, void> {
  const { features, treated, axes } = input;
  const n = features[0]?.column.length ?? 0;
  if (n === 0) throw new InputError("There are no customers to group.");
  const values = new Float64Array(n * axes.length);
  const columns = features.map((feature) =>
    feature.kind === "number" ? transformed(feature.column, feature.transform) : feature.column,
  );
  for (const [at, axis] of axes.entries()) {
    writeAxis(
      values,
      at,
      axes.length,
      columns[axis.feature] as Float64Array,
      axis,
      treated[axis.feature] as TreatedFeature,
    );
    yield (at + 1) / axes.length;
  }
  return {
    matrix: { values, n, d: axes.length },
    rows: allRows(n),
    axes,
    features: features.map((feature, at) =>
      account(feature, columns[at] as Float64Array, treated[at] as TreatedFeature, axes, at),
    ),
  };
}

function writeAxis(
  values: Float64Array,
  at: number,
  d: number,
  column: Float64Array,
  { level, centre, scale, weight }: Axis,
  { filledWith, lower, upper }: TreatedFeature,
): void {
  for (let i = 0; i < column.length; i++) {
    let value = column[i] as number;
    if (!Number.isFinite(value)) value = level === null ? (filledWith ?? centre) : centre;
    else if (level !== null) value = value === level ? 1 : 0;
    else if (lower !== null && value < lower) value = lower;
    else if (upper !== null && value > upper) value = upper;
    values[i * d + at] = ((value - centre) / scale) * weight;
  }
}

function account(
  feature: RawFeature,
  column: Float64Array,
  { filledWith, lower, upper }: TreatedFeature,
  axes: readonly Axis[],
  at: number,
): PreparedMatrix["features"][number] {
  const own = axes.find((axis) => axis.feature === at);
  const count = (test: (value: number) => boolean): number =>
    column.reduce((sum, value) => sum + (test(value) ? 1 : 0), 0);
  const missing = count((value) => !Number.isFinite(value));
  return {
    missing,
    filledWith: missing === 0 || feature.kind === "levels" ? null : (filledWith ?? own?.centre ?? null),
    below: lower === null ? 0 : count((value) => value < lower),
    above: upper === null ? 0 : count((value) => value > upper),
    lowerBound: lower,
    upperBound: upper,
    centre: own?.centre ?? 0,
    scale: own?.scale ?? 1,
    constant: false,
  };
}
