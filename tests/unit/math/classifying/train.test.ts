import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrated, learnCalibrator } from "../../../../src/math/classifying/calibrate";
import { calibrationOf } from "../../../../src/math/classifying/calibration-of";
import { contributions } from "../../../../src/math/classifying/contributions";
import { drivers } from "../../../../src/math/classifying/drivers";
import { logOddsOf, sigmoid } from "../../../../src/math/classifying/log-odds";
import { partialDependence } from "../../../../src/math/classifying/partial-dependence";
import { score } from "../../../../src/math/classifying/score";
import { logLossOf } from "../../../../src/math/classifying/scores-of";
import { train } from "../../../../src/math/classifying/train";
import { validate } from "../../../../src/math/classifying/validate";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { ModelSettings } from "../../../../src/workers/lab/classifying";
import type { Classifier, TrainInput } from "../../../../src/workers/lab/explaining";
import type { Validation } from "../../../../src/workers/lab/validating";
import { golden, grownTable } from "../../../golden/classifying";

const MODELS: readonly ModelSettings[] = [{ kind: "logistic" }, { kind: "boosting", trees: 30 }];

const table = grownTable();
const made = new Map<ModelSettings, { validation: Validation; classifier: Classifier }>();
function madeBy(
  model: ModelSettings,
  calibrator: TrainInput["calibrator"] = "auto",
): { validation: Validation; classifier: Classifier } {
  const validation = made.get(model)?.validation ?? finish(validate({ ...table, model, seed: 1 }));
  const { probabilities, assignment } = validation;
  const classifier = finish(train({ ...table, model, probabilities, assignment, calibrator }));
  made.set(model, { validation, classifier });
  return { validation, classifier };
}

describe("train and score", () => {
  it.each(MODELS)("keeps a $kind model as JSON and scores the same", (model) => {
    const { classifier } = madeBy(model);
    const kept = JSON.parse(JSON.stringify(classifier)) as Classifier;
    expect(kept).toEqual(classifier);
    const ours = finish(score({ model: classifier, columns: table.columns }));
    expect(finish(score({ model: kept, columns: table.columns }))).toEqual(ours);
    expect(Array.from(ours.order, (row) => ours.logOdds[row] ?? NaN)).toEqual(
      Array.from(ours.logOdds).sort((a, b) => b - a),
    );
    expect(classifier.baseRate).toBeCloseTo(table.outcome.reduce((sum, y) => sum + y, 0) / 600, 12);
  });

  it.each(MODELS)("calibrates $kind answers by the least log loss on folds not used for it", (model) => {
    const { classifier, validation } = madeBy(model);
    const { none, platt, isotonic } = classifier.calibrationLoss;
    const least = Math.min(none ?? Infinity, platt ?? Infinity, isotonic ?? Infinity);
    expect(classifier.calibrationLoss[classifier.calibrator.kind]).toBe(least);
    expect(none).toBeCloseTo(validation.scores.logLoss, 12);
    for (const kind of ["none", "platt", "isotonic"] as const)
      expect(madeBy(model, kind).classifier.calibrator.kind).toBe(kind);
  });

  it("refuses columns that are not the model's, and a validation of other rows", () => {
    for (const model of MODELS) {
      const { classifier, validation } = madeBy(model);
      expect(() => finish(score({ model: classifier, columns: table.columns.slice(1) }))).toThrow(/not the features/u);
      const { probabilities, assignment } = validation;
      expect(() => finish(train({ ...table, model, probabilities: probabilities.slice(1), assignment }))).toThrow(
        InputError,
      );
    }
  });
});

describe("learnCalibrator", () => {
  const probabilities = Float64Array.from(golden.judged.probabilities);
  const outcome = Uint8Array.from(golden.judged.outcome);

  it("rises as scikit-learn's isotonic regression does", () => {
    const calibrator = finish(learnCalibrator("isotonic", probabilities, outcome));
    const { asked, heights } = golden.judged.isotonic;
    const ours = calibrated(Float64Array.from(asked), calibrator ?? { kind: "none" });
    heights.forEach((height, at) => expect(ours[at]).toBeCloseTo(height, 12));
  });

  it("finds the slope and intercept of scikit-learn's logistic regression", () => {
    const platt = finish(learnCalibrator("platt", probabilities, outcome));
    const { slope, intercept } = finish(calibrationOf(probabilities, outcome));
    expect(platt?.kind === "platt" && [platt.slope, platt.intercept]).toEqual([slope, intercept]);
    expect(slope).toBeCloseTo(golden.judged.slope, 8);
    expect(intercept).toBeCloseTo(golden.judged.intercept, 8);
  });

  it("never turns an order round, and stays within 0 and 1", () => {
    const cells = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1 })), {
      minLength: 3,
      maxLength: 50,
    });
    fc.assert(
      fc.property(cells, fc.constantFrom("platt" as const, "isotonic" as const), (rows, kind) => {
        const p = Float64Array.from(rows, ([value]) => value).sort();
        const calibrator = finish(
          learnCalibrator(
            kind,
            p,
            Uint8Array.from(rows, ([, y]) => y),
          ),
        );
        const corrected = calibrated(p, calibrator ?? { kind: "none" });
        corrected.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(at === 0 ? 0 : (corrected[at - 1] ?? NaN));
          expect(value).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("rights answers that are too sure of themselves", () => {
    const random = seededRandom(9);
    const truth = Float64Array.from({ length: 4000 }, random);
    const seen = truth.map((p) => (random() < p ? 1 : 0));
    const sure = truth.map((p) => sigmoid(3 * logOddsOf(p) + 1));
    const happened = Uint8Array.from(seen);
    for (const kind of ["platt", "isotonic"] as const) {
      const righted = calibrated(sure, finish(learnCalibrator(kind, sure, happened)) ?? { kind: "none" });
      expect(logLossOf(righted, happened)).toBeLessThan(logLossOf(truth, happened) + 0.005);
      expect(logLossOf(sure, happened)).toBeGreaterThan(logLossOf(truth, happened) + 0.1);
    }
  });
});

describe("contributions", () => {
  it.each(MODELS)("add up to the log-odds of a $kind model", (model) => {
    const { classifier } = madeBy(model);
    const { logOdds, probabilities } = finish(score({ model: classifier, columns: table.columns }));
    const { expected, rows, method } = finish(
      contributions({ model: classifier, columns: table.columns, rows: [0, 17, 599] }),
    );
    expect(method).toBe(model.kind === "logistic" ? "exact" : "tree-shap");
    for (const own of rows) {
      expect(own.logOdds).toBeCloseTo(logOdds[own.row] ?? NaN, 10);
      expect(own.probability).toBeCloseTo(probabilities[own.row] ?? NaN, 10);
      expect(own.contributions.reduce((sum, part) => sum + part, expected)).toBeCloseTo(own.logOdds, 10);
    }
  });

  it("average to nothing over the rows learned from, for a logistic model", () => {
    const { classifier } = madeBy({ kind: "logistic" });
    const { rows } = finish(
      contributions({ model: classifier, columns: table.columns, rows: Array.from(table.outcome.keys()) }),
    );
    for (const feature of [0, 1, 2])
      expect(rows.reduce((sum, { contributions: own }) => sum + (own[feature] ?? NaN), 0) / rows.length).toBeCloseTo(
        0,
        10,
      );
  });

  it("refuses a row that does not exist", () => {
    const { classifier } = madeBy({ kind: "logistic" });
    expect(() => finish(contributions({ model: classifier, columns: table.columns, rows: [600] }))).toThrow(
      /rows 0 to 599/u,
    );
  });
});

describe("partialDependence", () => {
  it("finds scikit-learn's means", () => {
    const model: ModelSettings = { kind: "boosting" };
    const { classifier } = madeBy(model, "none");
    for (const { feature, values, probabilities } of golden.grown.dependence) {
      const asked = { ...table, model: classifier, features: [feature], seed: 1 };
      const [curve] = finish(partialDependence({ ...asked, points: values.length }));
      expect(curve?.values).toEqual(values);
      probabilities.forEach((p, at) => expect(curve?.probabilities[at]).toBeCloseTo(p, 12));
    }
  });

  it("asks a sample of the rows, and refuses a feature that does not exist", () => {
    const { classifier } = madeBy({ kind: "logistic" });
    const curve = (rows: number): number =>
      finish(partialDependence({ ...table, model: classifier, features: [2], rows, seed: 1 }))[0]?.probabilities[0] ??
      NaN;
    expect(Math.abs(curve(300) / curve(600) - 1)).toBeLessThan(0.1);
    expect(curve(300)).not.toBe(curve(600));
    expect(() => finish(partialDependence({ ...table, model: classifier, features: [3], seed: 1 }))).toThrow(
      InputError,
    );
  });
});

describe("drivers", () => {
  const random = seededRandom(12);
  const columns = [0, 1, 2].map(() => Float64Array.from({ length: 900 }, random));
  const outcome = Uint8Array.from(columns[1] ?? [], (value, row) =>
    random() < 0.8 * value + 0.15 * (columns[2]?.[row] ?? 0) ? 1 : 0,
  );
  it.each(MODELS)("rank what a $kind model leans on, with intervals that hold it", (model) => {
    const { assignment, models } = finish(validate({ columns, outcome, model, seed: 1 }));
    const found = finish(drivers({ columns, outcome, assignment, models, seed: 3 }));
    expect(found.drivers[0]?.feature).toBe(1);
    expect(found.drivers[0]?.low95).toBeGreaterThan(0.1);
    const noise = found.drivers.find(({ feature }) => feature === 0);
    expect(noise?.low95).toBeLessThan(0);
    expect(noise?.high95).toBeGreaterThan(-0.01);
    expect(Math.abs(noise?.aucFall ?? NaN)).toBeLessThan(0.02);
    for (const { byFold, aucFall } of found.drivers)
      expect(byFold.reduce((sum, fall) => sum + fall, 0) / byFold.length).toBeCloseTo(aucFall, 12);
    expect(finish(drivers({ columns, outcome, assignment, models, seed: 3 }))).toEqual(found);
  });

  it("gives exactly nothing to a feature that is the same in every row", () => {
    const flat = [...columns, new Float64Array(900).fill(2)];
    const { assignment, models } = finish(
      validate({ columns: flat, outcome, model: MODELS[1] ?? { kind: "logistic" }, seed: 1 }),
    );
    const { drivers: found } = finish(drivers({ columns: flat, outcome, assignment, models, seed: 3 }));
    expect(found.find(({ feature }) => feature === 3)).toMatchObject({ aucFall: 0, low95: 0, high95: 0 });
  });

  it("refuses rows that were not validated", () => {
    expect(() => finish(drivers({ columns, outcome, assignment: new Int32Array(3), models: [], seed: 1 }))).toThrow(
      InputError,
    );
  });
});
