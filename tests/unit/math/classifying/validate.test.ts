import { describe, expect, it } from "vitest";
import { validate } from "../../../../src/math/classifying/validate";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { ModelSettings, OutcomeTable } from "../../../../src/workers/lab/classifying";
import type { Validation, ValidationInput } from "../../../../src/workers/lab/validating";

const LOGISTIC: ModelSettings = { kind: "logistic" };
const BOOSTING: ModelSettings = { kind: "boosting" };
const SMALL: ModelSettings = { kind: "boosting", trees: 20, minLeaf: 5 };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function validated(input: Omit<ValidationInput, "seed"> & { seed?: number }): Validation {
  return finish(validate({ seed: 1, ...input }));
}

/** A feature that tells half the outcome, one that tells none, and a category. */
function madeUp(n: number, seed = 8): OutcomeTable {
  const random = seededRandom(seed);
  const columns = [0, 1, 2].map((f) =>
    Float64Array.from({ length: n }, () => (f < 2 ? random() : Math.floor(3 * random()))),
  );
  const outcome = Uint8Array.from(columns[0] ?? [], (value) => (random() < 0.1 + 0.5 * value ? 1 : 0));
  return { columns, outcome, categorical: [false, false, true] };
}

describe("validate", () => {
  it("never learns from a customer it tests, in shares of both outcomes", () => {
    const table = madeUp(600);
    const groups = Int32Array.from({ length: 600 }, (_, row) => (row * 7) % 90);
    const { assignment } = validated({ ...table, groups, model: LOGISTIC });
    const foldsOfGroup = new Map<number, Set<number>>();
    groups.forEach((group, row) =>
      foldsOfGroup.set(group, (foldsOfGroup.get(group) ?? new Set()).add(assignment[row] ?? -1)),
    );
    expect(Array.from(foldsOfGroup.values()).every((folds) => folds.size === 1)).toBe(true);
    const positives = [0, 1, 2, 3, 4].map((fold) =>
      assignment.reduce((sum, own, row) => sum + (own === fold ? (table.outcome[row] ?? 0) : 0), 0),
    );
    expect(Math.max(...positives) - Math.min(...positives)).toBeLessThan(12);
  });

  it("is not taken in by customers that repeat themselves, unlike a split by rows", () => {
    const random = seededRandom(2);
    const groups = Int32Array.from({ length: 800 }, (_, row) => row % 80);
    const kinds = Array.from({ length: 80 }, () => ({ mark: random(), outcome: random() < 0.4 ? 1 : 0 }));
    const table = {
      columns: [Float64Array.from(groups, (group) => kinds[group]?.mark ?? NaN)],
      outcome: Uint8Array.from(groups, (group) => kinds[group]?.outcome ?? 0),
    };
    const model: ModelSettings = { kind: "boosting", minLeaf: 5, trees: 30, learningRate: 0.3 };
    const byRow = validated({ ...table, model });
    expect(byRow.scores.auc).toBeGreaterThan(0.95);
    const byGroup = validated({ ...table, groups, model });
    expect(byGroup.scores.auc).toBeLessThan(0.7);
    const alone = Int32Array.from(groups.keys());
    const asIfAlone = validated({ ...table, groups: alone, assignment: byGroup.assignment, model });
    const width = ({ aucLow95, aucHigh95 }: Validation): number => aucHigh95 - aucLow95;
    // Ten equal rows of a customer tell as much as one: the interval is √10 wider.
    expect(
      width(validated({ ...table, groups, assignment: byGroup.assignment, model })) / width(asIfAlone),
    ).toBeGreaterThan(2.5);
  });

  it("learns from earlier rows only when rows have a time", () => {
    const table = madeUp(700);
    const time = Float64Array.from({ length: 700 }, (_, row) => (row < 5 ? NaN : Math.floor(row / 10)));
    const { assignment, notes, probabilities, models } = validated({ ...table, time, folds: 3, model: SMALL });
    expect(models).toHaveLength(3);
    for (let fold = 1; fold < 3; fold++) {
      const times = (of: number): number[] => Array.from(time).filter((_, row) => assignment[row] === of);
      expect(Math.max(...times(fold - 1))).toBeLessThan(Math.min(...times(fold)));
    }
    expect(Array.from(assignment.subarray(0, 5))).toEqual([-1, -1, -1, -1, -1]);
    expect(Array.from(probabilities, Number.isNaN)).toEqual(Array.from(assignment, (fold) => fold === -1));
    expect(notes).toContain("5 rows have no time and are left out.");
    expect(notes).toContain(
      `The earliest ${assignment.filter((fold) => fold < 0).length - 5} rows are only learned from.`,
    );
    // What comes later cannot change what was foretold.
    const other = { ...table, outcome: table.outcome.map((y, row) => (row < 500 ? y : 1 - y)) };
    const changed = validated({ ...other, time, folds: 3, model: SMALL });
    const before = Array.from(assignment.keys()).filter((row) => row < 500 && (assignment[row] ?? -1) >= 0);
    expect(before.length).toBeGreaterThan(200);
    for (const row of before) expect(changed.probabilities[row]).toBe(probabilities[row]);
  });

  it("keeps a returning customer out of the past when both are given", () => {
    const table = madeUp(400);
    const time = Float64Array.from({ length: 400 }, (_, row) => row);
    const groups = Int32Array.from({ length: 400 }, (_, row) => (row < 200 ? row : row - 200));
    const mine = Int32Array.from({ length: 400 }, (_, row) => (row < 200 ? -1 : 0));
    expect(() => validated({ ...table, time, groups, assignment: mine, model: LOGISTIC })).toThrow(
      /one kind of outcome to learn from/u,
    );
    expect(validated({ ...table, time, assignment: mine, model: LOGISTIC }).rowsTested).toBe(200);
  });

  it("finds nothing where there is nothing, and says so", () => {
    const random = seededRandom(5);
    const columns = [0, 1].map(() => Float64Array.from({ length: 500 }, random));
    const outcome = Uint8Array.from({ length: 500 }, () => (random() < 0.3 ? 1 : 0));
    const { aucLow95, aucHigh95, notes, scores, baselines } = validated({ columns, outcome, model: BOOSTING });
    expect(aucLow95).toBeLessThan(0.5);
    expect(aucHigh95).toBeGreaterThan(0.4);
    expect(scores.logLoss).toBeGreaterThan(baselines.baseRate.logLoss);
    expect(notes).toContain(
      "The probabilities are no better than giving everyone the overall share, so they should not be used.",
    );
  });

  it("sees a leak in a value, in a missing value and in a category", () => {
    const { outcome } = madeUp(400);
    const random = seededRandom(6);
    const columns = [
      Float64Array.from(outcome, (y) => y + 0.9 * random()),
      Float64Array.from(outcome, (y) => (y === 1 ? NaN : random())),
      Float64Array.from(outcome, (y) => 2 * Math.floor(2 * random()) + y),
      Float64Array.from(outcome, (y) => y + 3 * random()),
    ];
    const { single, notes } = validated({
      columns,
      outcome,
      categorical: [false, false, true, false],
      names: ["a", "b", "c", "d"],
      model: LOGISTIC,
    });
    expect(single.map(({ leaks }) => leaks)).toEqual([true, true, true, false]);
    expect(notes.filter((note) => note.includes("leave it out"))).toHaveLength(3);
  });

  it("tells of contacting the best", () => {
    const { capacities, deciles, scores, baseRate, rowsTested, positives } = validated({
      ...madeUp(600),
      contacts: [50, 600, 50],
      model: LOGISTIC,
    });
    expect(capacities.map(({ n }) => n)).toEqual([50, 600]);
    const [best, all] = capacities;
    expect(best?.outcomes).toBeGreaterThan(best?.byChance ?? NaN);
    expect(best?.low95).toBeLessThan(best?.outcomes ?? NaN);
    expect(best?.high95).toBeGreaterThan(best?.outcomes ?? NaN);
    expect(all).toMatchObject({ outcomes: positives, recall: 1, precision: baseRate });
    expect(mean(deciles.map(({ lift }) => lift))).toBeCloseTo(1, 12);
    expect(deciles.at(-1)).toMatchObject({ gain: 1, cumulativeLift: 1 });
    expect(deciles.reduce((sum, { n }) => sum + n, 0)).toBe(rowsTested);
    expect(scores.auc).toBeGreaterThan(0.6);
  });

  it("is the same for the same seed, and does not mind rows in another order when folds go with them", () => {
    const table = madeUp(300);
    const first = validated({ ...table, model: LOGISTIC });
    expect(validated({ ...table, model: LOGISTIC })).toEqual(first);
    expect(validated({ ...table, model: LOGISTIC, seed: 2 }).assignment).not.toEqual(first.assignment);
    const turned = {
      ...table,
      columns: table.columns.map((column) => column.toReversed()),
      outcome: table.outcome.toReversed(),
      assignment: first.assignment.toReversed(),
    };
    const { scores, aucLow95 } = validated({ ...turned, model: LOGISTIC });
    expect(scores.auc).toBeCloseTo(first.scores.auc, 12);
    expect(scores.logLoss).toBeCloseTo(first.scores.logLoss, 9);
    expect(aucLow95).toBeCloseTo(first.aucLow95, 12);
  });

  it("does its best with constant, empty and perfect features", () => {
    const { outcome } = madeUp(200);
    const columns = [new Float64Array(200).fill(3), new Float64Array(200).fill(NaN), Float64Array.from(outcome)];
    for (const model of [LOGISTIC, SMALL]) {
      const { scores, notes, calibration } = validated({ columns, outcome, model });
      expect(scores.auc).toBe(1);
      expect(notes.some((note) => note.startsWith("Feature 3 alone tells the outcome almost surely"))).toBe(true);
      expect(notes.filter((note) => note.includes("is left out"))).toHaveLength(2);
      expect(calibration.slope).toBeNaN();
    }
  });

  it("refuses what cannot be tested honestly", () => {
    const { columns } = madeUp(100);
    const rare = (count: number): Uint8Array => Uint8Array.from({ length: 100 }, (_, row) => (row < count ? 1 : 0));
    const asked =
      (input: Partial<ValidationInput>): (() => Validation) =>
      () =>
        validated({ columns, outcome: rare(40), model: LOGISTIC, ...input });
    expect(asked({ outcome: rare(0) })).toThrow(/No row has the outcome/u);
    expect(asked({ outcome: rare(100) })).toThrow(/Every row has the outcome/u);
    expect(asked({ outcome: rare(7) })).toThrow(/^Only 7 rows have the outcome: too few/u);
    expect(asked({ outcome: rare(99) })).toThrow(/^Only 1 row lacks the outcome: too few/u);
    expect(asked({ folds: 1 })).toThrow(InputError);
    expect(asked({ groups: new Int32Array(100) })).toThrow(/only 1 customers/u);
    expect(asked({ time: new Float64Array(100) })).toThrow(/too few different times/u);
    expect(asked({ assignment: new Int32Array(100).fill(2) })).toThrow(/without a gap/u);
    expect(asked({ groups: new Int32Array(3) })).toThrow(InputError);
    expect(asked({ contacts: [101] })).toThrow(/from 1 to 100/u);
    expect(asked({ columns: [] })).toThrow(/at least one feature/u);
  });
});
