import type { Calibrator, Classifier, TrainInput } from "../../workers/lab/explaining";
import { allRows, valuesAt } from "../complete-rows";
import { InputError } from "../input-error";
import { within } from "../progress";
import { calibrated, learnCalibrator } from "./calibrate";
import { checkedOutcome, FEWEST } from "./checked-outcome";
import { fitModel } from "./fit-model";
import { outcomeAt } from "./roc";
import { logLossOf } from "./scores-of";

const KINDS = ["none", "platt", "isotonic"] as const;

/**
 * Fits a model to all rows and learns from the validation's answers, which no model gave about rows it had seen, how to turn
 * its answers into probabilities. InputError as `validate`, and when the validation is not of these rows.
 */
export function* train(input: TrainInput): Generator<number, Classifier, void> {
  const positives = checkedOutcome(input, FEWEST);
  const { probabilities, assignment, outcome, calibrator: wanted = "auto" } = input;
  if (probabilities.length !== outcome.length || assignment.length !== outcome.length)
    throw new InputError("Validate the model on these rows first.");
  const model = yield* within(fitModel(input, input.model), 0, 0.8);
  const loss = yield* within(heldOutLosses(input), 0.8, 0.95);
  const best = KINDS.reduce((kept, kind) => ((loss[kind] ?? Infinity) < (loss[kept] ?? Infinity) ? kind : kept));
  const rows = tested(assignment);
  const learned = learnCalibrator(
    wanted === "auto" ? best : wanted,
    valuesAt(probabilities, rows),
    outcomeAt(outcome, rows),
  );
  const calibrator = (yield* within(learned, 0.95, 1)) ?? ({ kind: "none" } as const);
  return { model, calibrator, calibrationLoss: loss, rows: outcome.length, baseRate: positives / outcome.length };
}

const tested = (assignment: Int32Array): Int32Array =>
  allRows(assignment.length).filter((row) => (assignment[row] as number) >= 0);

/** Log loss of each way, every fold corrected by what the others taught; null where a fold's others teach nothing. */
function* heldOutLosses(input: TrainInput): Generator<number, Record<Calibrator["kind"], number | null>, void> {
  const losses: Record<Calibrator["kind"], number | null> = { none: null, platt: null, isotonic: null };
  for (const kind of KINDS)
    losses[kind] = yield* within(heldOutLoss(input, kind), KINDS.indexOf(kind) / 3, KINDS.indexOf(kind) / 3);
  return losses;
}

function* heldOutLoss(
  { probabilities, assignment, outcome }: TrainInput,
  kind: Calibrator["kind"],
): Generator<number, number | null, void> {
  const rows = tested(assignment);
  const folds = new Set(rows.map((row) => assignment[row] as number));
  if (folds.size < 2 && kind !== "none") return null;
  let sum = 0;
  for (const fold of folds) {
    const own = rows.filter((row) => assignment[row] === fold);
    const others = rows.filter((row) => assignment[row] !== fold);
    const learned = yield* within(
      learnCalibrator(kind, valuesAt(probabilities, others), outcomeAt(outcome, others)),
      0,
      0,
    );
    if (!learned) return null;
    sum += own.length * logLossOf(calibrated(valuesAt(probabilities, own), learned), outcomeAt(outcome, own));
    yield 0;
  }
  return sum / rows.length;
}
