import type { LogisticModel } from "../../workers/lab/classifying";
import { encoded, encodedWidth } from "./encode";

/** The log-odds a feature's values add to a logistic model's intercept. */
export function* featurePoints(
  { encoding, coefficients }: LogisticModel,
  feature: number,
  column: Float64Array,
): Generator<number, Float64Array, void> {
  const own = encoding[feature] ?? { kind: "none" };
  const first = firstNumber(encoding, feature);
  const { values, n, d } = yield* encoded([column], [own]);
  const points = new Float64Array(n);
  for (let i = 0; i < n * d; i++) {
    const row = Math.floor(i / d);
    points[row] = (points[row] as number) + (values[i] as number) * (coefficients[first + (i % d)] as number);
  }
  return points;
}

/** Which of the encoded numbers is a feature's first. */
export function firstNumber(encoding: LogisticModel["encoding"], feature: number): number {
  return encoding.slice(0, feature).reduce((sum, before) => sum + encodedWidth(before), 0);
}
