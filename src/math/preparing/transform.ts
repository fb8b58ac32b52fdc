import type { Transform } from "../../workers/lab/preparing";
import { InputError } from "../input-error";

/**
 * The transformed values; missing stay missing. InputError, naming what would do, where a value has no logarithm or root.
 */
export function transformed(column: Float64Array, transform: Transform): Float64Array {
  if (transform === "none") return column;
  const made = column.map(FORWARD[transform]);
  if (transform !== "signed-log" && made.some((value, i) => !Number.isFinite(value) && Number.isFinite(column[i]))) {
    const least = transform === "log1p" ? "above -1" : "of 0 or more";
    throw new InputError(
      `A feature has values that are not ${least}. Choose the signed logarithm for it, or no change.`,
    );
  }
  return made;
}

/** The value before it was transformed. */
export function untransformed(value: number, transform: Transform): number {
  return BACKWARD[transform](value);
}

const FORWARD: Readonly<Record<Transform, (value: number) => number>> = {
  none: (value) => value,
  log1p: (value) => Math.log1p(value),
  sqrt: (value) => Math.sqrt(value),
  "signed-log": (value) => Math.sign(value) * Math.log1p(Math.abs(value)),
};

const BACKWARD: Readonly<Record<Transform, (value: number) => number>> = {
  none: (value) => value,
  log1p: (value) => Math.expm1(value),
  sqrt: (value) => value * value,
  "signed-log": (value) => Math.sign(value) * Math.expm1(Math.abs(value)),
};
