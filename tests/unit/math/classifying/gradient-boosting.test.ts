import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradientBoosting } from "../../../../src/math/classifying/gradient-boosting";
import { sigmoid } from "../../../../src/math/classifying/log-odds";
import { answererOf, readColumns } from "../../../../src/math/classifying/model-reader";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { BoostingModel, OutcomeTable } from "../../../../src/workers/lab/classifying";
import { columnOf, golden, grownTable } from "../../../golden/classifying";

function answers(model: BoostingModel, columns: readonly Float64Array[]): number[] {
  return Array.from(finish(answererOf(model)(finish(readColumns(model, columns)))), sigmoid);
}

function tableOf(columns: readonly (readonly number[])[], outcome: readonly number[]): OutcomeTable {
  return { columns: columns.map((column) => Float64Array.from(column)), outcome: Uint8Array.from(outcome) };
}

/** A feature that tells, one that does not. */
function madeUp(n: number): OutcomeTable {
  const random = seededRandom(4);
  const columns = [0, 1].map(() => Array.from({ length: n }, random));
  return tableOf(
    columns,
    (columns[0] ?? []).map((value) => (random() < value ? 1 : 0)),
  );
}

describe("gradientBoosting", () => {
  it.each(golden.grown.fits)(
    "grows scikit-learn's trees, with missing values and categories, under $settings",
    ({ settings, probabilities }) => {
      const model = finish(gradientBoosting({ ...grownTable(), ...settings }));
      const ours = answers(model, golden.grown.asked.map(columnOf));
      ours.forEach((p, row) => expect(Math.abs(p - (probabilities[row] ?? NaN))).toBeLessThan(1e-12));
    },
  );

  it("parts a clear outcome with one question at the middle of the gap", () => {
    const x = Array.from({ length: 60 }, (_, i) => (i < 30 ? i : i + 40));
    const model = finish(
      gradientBoosting({
        ...tableOf(
          [x],
          x.map((value) => (value > 40 ? 1 : 0)),
        ),
        trees: 1,
      }),
    );
    const [tree] = model.trees;
    expect(tree?.feature).toEqual([0, -1, -1]);
    const bins = model.bins[0];
    expect(bins?.kind === "number" && bins.thresholds[tree?.bin[0] ?? -1]).toBe(49.5);
    expect(tree?.cover).toEqual([60, 30, 30]);
    // One Newton step from even odds, a tenth of it believed: 0.1 × 15 / 7.5.
    [-0.2, 0.2].forEach((value, side) => expect(tree?.value[side + 1]).toBeCloseTo(value, 12));
  });

  it("sends missing values to the side where they lower the loss", () => {
    const x = Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? NaN : i));
    const outcome = x.map((value) => (Number.isNaN(value) || value > 45 ? 1 : 0));
    const high = finish(gradientBoosting({ ...tableOf([x], outcome), trees: 1, minLeaf: 5 }));
    expect(high.trees[0]?.missingLeft[0]).toBe(0);
    const low = finish(
      gradientBoosting({
        ...tableOf(
          [x],
          outcome.map((y) => 1 - y).map((y, i) => ((x[i] ?? 0) > 45 ? 0 : y)),
        ),
        trees: 1,
        minLeaf: 5,
      }),
    );
    const [missing, bottom] = answers(low, [Float64Array.of(NaN, 1)]);
    expect(missing).not.toBe(bottom);
    expect(answers(high, [Float64Array.of(NaN)])).toEqual(answers(high, [Float64Array.of(80)]));
    expect(answers(high, [Float64Array.of(-Infinity)])).toEqual(answers(high, [Float64Array.of(NaN)]));
  });

  it("is blind to any rising change of a feature with few values", () => {
    const table = madeUp(300);
    const coarse = table.columns.map((column) => column.map((value) => Math.floor(20 * value)));
    const plain = finish(gradientBoosting({ ...table, columns: coarse, trees: 15 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (power) => {
        const bent = coarse.map((column) => column.map((value) => (value + 1) ** power));
        const other = finish(gradientBoosting({ ...table, columns: bent, trees: 15 }));
        expect(answers(other, bent)).toEqual(answers(plain, coarse));
      }),
      { numRuns: 9 },
    );
  });

  it("does not care which code a category has", () => {
    // Categories of unlike sizes and shares, since equal ones may be parted either way.
    const sizes = [31, 47, 23, 66, 58, 39, 71];
    const shares = [0.31, 0.72, 0.18, 0.55, 0.9, 0.43, 0.64];
    const rows = sizes.flatMap((size, code) =>
      Array.from({ length: size }, (_, i) => ({ code, place: (i + 0.5) / size })),
    );
    const outcome = rows.map(({ code, place }) => (place < (shares[code] ?? NaN) ? 1 : 0));
    const told = (codeOf: (code: number) => number): number[] => {
      const table = tableOf([rows.map(({ code }) => codeOf(code))], outcome);
      return answers(finish(gradientBoosting({ ...table, categorical: [true], trees: 15 })), table.columns);
    };
    const plain = told((code) => code);
    told((code) => 100 - 7 * code).forEach((p, row) => expect(p).toBeCloseTo(plain[row] ?? NaN, 12));
    told((code) => (3 * code) % 7).forEach((p, row) => expect(p).toBeCloseTo(plain[row] ?? NaN, 12));
  });

  it("gives the same trees for the same rows, and fits better with more of them", () => {
    const table = madeUp(400);
    const loss = (trees: number): number =>
      answers(finish(gradientBoosting({ ...table, trees })), table.columns).reduce(
        (sum, p, row) => sum - Math.log(table.outcome[row] === 1 ? p : 1 - p),
        0,
      );
    expect(finish(gradientBoosting(table))).toEqual(finish(gradientBoosting(table)));
    const losses = [1, 5, 20, 80].map(loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  it("keeps within its limits", () => {
    const table = madeUp(500);
    const { trees } = finish(gradientBoosting({ ...table, depth: 2, leaves: 8, minLeaf: 40, trees: 30 }));
    for (const { feature, cover } of trees) {
      expect(feature.length).toBeLessThanOrEqual(7);
      expect(Math.min(...cover)).toBeGreaterThanOrEqual(40);
    }
    const few = finish(gradientBoosting({ ...table, leaves: 3, trees: 3 }));
    expect(few.trees.map(({ feature }) => feature.length)).toEqual([5, 5, 5]);
  });

  it("stops early when asked, before the rows kept aside are told worse", () => {
    const table = madeUp(600);
    const stopped = finish(gradientBoosting({ ...table, trees: 400, patience: 10 }));
    expect(stopped.trees.length).toBeGreaterThan(2);
    expect(stopped.trees.length).toBeLessThan(150);
    expect(stopped).toEqual(finish(gradientBoosting({ ...table, trees: 400, patience: 10 })));
    expect(stopped).not.toEqual(finish(gradientBoosting({ ...table, trees: 400, patience: 10, seed: 2 })));
  });

  it("counts all but the 254 most frequent categories, and codes it never saw, as missing", () => {
    const codes = Array.from({ length: 1000 }, (_, i) => (i < 740 ? i % 370 : i % 2));
    const outcome = codes.map((code) => code % 2);
    const model = finish(gradientBoosting({ ...tableOf([codes], outcome), categorical: [true], trees: 3 }));
    expect(model.bins[0]?.kind === "category" && model.bins[0].codes).toEqual(Array.from({ length: 254 }, (_, i) => i));
    const [rare, unseen, missing] = answers(model, [Float64Array.of(369, 5000, NaN)]);
    expect([rare, unseen]).toEqual([missing, missing]);
  });

  it("says which features tell nothing", () => {
    const { outcome } = madeUp(80);
    const columns = [0.1, NaN].map((value) => new Float64Array(80).fill(value));
    const model = finish(gradientBoosting({ columns, outcome, names: ["Colour", "Age"], categorical: [true, false] }));
    expect(model.notes).toEqual([
      "Colour is the same in every row, so it tells nothing and is left out.",
      "Age has no value in any row and is left out.",
      "No question about the features tells the outcome better than its share.",
    ]);
    const share = outcome.reduce((sum, y) => sum + y, 0) / 80;
    expect(answers(model, [Float64Array.of(7), Float64Array.of(7)])[0]).toBeCloseTo(share, 12);
  });

  it("can be stopped while it bins and grows on many rows", () => {
    const random = seededRandom(3);
    const n = 250_000;
    const columns = [0, 1, 2].map(() => Float64Array.from({ length: n }, random));
    const outcome = Uint8Array.from({ length: n }, () => (random() < 0.3 ? 1 : 0));
    let steps = 0;
    for (const part of gradientBoosting({ columns, outcome, trees: 1 })) if (part >= 0) steps++;
    expect(steps).toBeGreaterThan(40);
  });

  it("refuses what makes no sense", () => {
    const table = madeUp(50);
    for (const settings of [
      { trees: 0 },
      { depth: 0 },
      { leaves: 1 },
      { minLeaf: 0 },
      { bins: 256 },
      { bins: 1.5 },
      { learningRate: 0 },
      { ridge: -1 },
      { patience: 0 },
    ])
      expect(() => finish(gradientBoosting({ ...table, ...settings }))).toThrow(InputError);
    expect(() => finish(gradientBoosting(tableOf([[1, 2]], [1, 1])))).toThrow(InputError);
    expect(() => finish(gradientBoosting(tableOf([[1, 2, 3]], [1, 0])))).toThrow(InputError);
    expect(() => finish(gradientBoosting(tableOf([], [1, 0])))).toThrow(/at least one feature/u);
  });
});
