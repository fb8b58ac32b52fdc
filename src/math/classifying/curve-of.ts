import type { CurvePoint } from "../../workers/lab/validating";
import type { Ranking } from "./ranking";

/** Steps a curve is drawn in: more cannot be told apart on a screen. */
const STEPS = 400;

/**
 * Points of the ROC curve and of precision by recall, best scores first: one at the end of every run of equal scores, which no
 * threshold can part. Of more than some hundred the first of each small step along both axes of the ROC curve is kept (all
 * of them for infinite `steps`); each is exact.
 */
export function curveOf({ scores, found }: Ranking, steps = STEPS): CurvePoint[] {
  const n = scores.length;
  const positives = found[n] as number;
  const along = (at: number): number =>
    (found[at] as number) / positives + (at - (found[at] as number)) / (n - positives);
  const points: CurvePoint[] = [];
  let next = 0;
  for (let at = 1; at <= n; at++) {
    if (at < n && scores[at] === scores[at - 1]) continue;
    const gone = along(at);
    if (gone < next && at < n) continue;
    points.push({ threshold: scores[at - 1] as number, n: at, outcomes: found[at] as number });
    next = (Math.floor((gone * steps) / 2) + 1) / (steps / 2);
  }
  return points;
}
