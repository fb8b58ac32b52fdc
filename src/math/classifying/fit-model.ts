import type {
  FittedModel,
  LogisticModel,
  LogisticSettings,
  ModelSettings,
  OutcomeTable,
} from "../../workers/lab/classifying";
import { within } from "../progress";
import { checkedOutcome } from "./checked-outcome";
import { encoded, learnEncoding } from "./encode";
import { featureName } from "./feature-name";
import { gradientBoosting } from "./gradient-boosting";
import { logisticRegression } from "./logistic-regression";
import { matrixSpread } from "./matrix-spread";

/** Fits the chosen kind of model to all rows. InputError as its fit rejects. */
export function* fitModel(table: OutcomeTable, settings: ModelSettings): Generator<number, FittedModel, void> {
  if (settings.kind === "logistic") return yield* fitLogistic(table, settings);
  return yield* gradientBoosting({ ...table, ...settings });
}

function* fitLogistic(table: OutcomeTable, { ridge = 1 }: LogisticSettings): Generator<number, LogisticModel, void> {
  checkedOutcome(table);
  const encoding = yield* within(learnEncoding(table), 0, 0.1);
  const matrix = yield* within(encoded(table.columns, encoding), 0.1, 0.2);
  const names = encoding.flatMap((feature, f) => numberNames(feature, featureName(table, f)));
  const fit = yield* within(logisticRegression({ matrix, outcome: table.outcome, ridge, names }), 0.2, 0.95);
  const { means } = yield* within(matrixSpread(matrix), 0.95, 1);
  const useless = encoding.flatMap(({ kind }, f) =>
    kind === "none" ? [`${featureName(table, f)} is the same or missing in every row, so it is left out.`] : [],
  );
  const { intercept, coefficients } = fit;
  const standardErrors = fit.standardErrors.map((error) => (Number.isFinite(error) ? error : null));
  const notes = [...useless, ...fit.notes];
  return { kind: "logistic", encoding, intercept, coefficients, standardErrors, means: Array.from(means), notes };
}

function numberNames(feature: LogisticModel["encoding"][number], name: string): string[] {
  if (feature.kind === "none") return [];
  if (feature.kind === "category") return feature.codes.map((code) => `Category ${code} of ${name}`);
  return feature.flagged ? [name, `That ${name} is missing`] : [name];
}
