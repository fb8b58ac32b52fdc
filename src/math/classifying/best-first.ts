import type { BestFirstInput } from "../../workers/lab/explaining";
import { orderInSteps } from "../describing/order-in-steps";

/** Places by falling score, equal scores in their order. Scores must not be NaN. */
export function* bestFirst({ scores }: BestFirstInput): Generator<number, Int32Array, void> {
  return yield* orderInSteps(scores.map((value) => -value));
}
