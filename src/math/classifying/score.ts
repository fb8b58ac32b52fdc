import type { ScoreInput, ScoreOutput } from "../../workers/lab/explaining";
import { orderInSteps } from "../describing/order-in-steps";
import { within } from "../progress";
import { calibrated } from "./calibrate";
import { sigmoid } from "./log-odds";
import { answererOf, readColumns } from "./model-reader";

/**
 * The probability of the outcome for every row, and who comes first: a lead score. InputError when the columns are not the
 * features of the model.
 */
export function* score({ model: { model, calibrator }, columns }: ScoreInput): Generator<number, ScoreOutput, void> {
  const read = yield* within(readColumns(model, columns), 0, 0.3);
  const logOdds = yield* within(answererOf(model)(read), 0.3, 0.9);
  const probabilities = calibrated(logOdds.map(sigmoid), calibrator);
  yield 0.95;
  const order = yield* within(orderInSteps(logOdds.map((value) => -value)), 0.95, 1);
  return { probabilities, logOdds, order };
}
