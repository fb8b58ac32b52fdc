import { describe, expect, it } from "vitest";
import { validate } from "../../../../src/math/classifying/validate";
import { finish } from "../../../../src/math/progress";
import type { ModelSettings } from "../../../../src/workers/lab/classifying";
import type { Validation, ValidationInput } from "../../../../src/workers/lab/validating";
import { churn, eshop, foldsOf, golden, shoppers, shopsThere } from "../../../golden/classifying";

const LOGISTIC: ModelSettings = { kind: "logistic" };
const BOOSTING: ModelSettings = { kind: "boosting" };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const validated = (input: Omit<ValidationInput, "seed">): Validation => finish(validate({ seed: 1, ...input }));

describe("validate on shops", () => {
  const cases = [
    { shop: "shoppers", model: LOGISTIC, least: 0.89 },
    { shop: "shoppers", model: BOOSTING, least: 0.92 },
    { shop: "churn", model: LOGISTIC, least: 0.8452 },
    { shop: "churn", model: { ...BOOSTING, depth: 3 }, least: 0.8466 },
  ] as const;
  it.skipIf(!shopsThere).each(cases)(
    "finds scikit-learn's figures on $shop by $model.kind (skipped where ../shared/data is absent)",
    ({ shop, model, least }) => {
      const table = shop === "shoppers" ? shoppers() : churn();
      const theirs = golden[shop][model.kind];
      const ours = validated({ ...table, model, assignment: foldsOf(golden[shop].folds) });
      expect(mean(ours.foldAucs)).toBeGreaterThan(least);
      ours.foldAucs.forEach((auc, fold) => expect(Math.abs(auc - (theirs.foldAucs[fold] ?? NaN))).toBeLessThan(1e-6));
      for (const name of ["auc", "prAuc", "logLoss", "brier"] as const)
        expect(Math.abs(ours.scores[name] - theirs.scores[name])).toBeLessThan(1e-6);
      theirs.first.forEach((p, row) => expect(Math.abs(p - (ours.probabilities[row] ?? NaN))).toBeLessThan(1e-6));
      expect(ours.scores.auc).toBeGreaterThan(ours.baselines.oneFeature.auc);
      // PageValues, in ten groups, is told better than by a straight line.
      const beaten = shop === "shoppers" && model.kind === "logistic";
      expect(ours.scores.logLoss >= ours.baselines.oneFeature.logLoss).toBe(beaten);
      expect(ours.notes.map((note) => /PageValues alone gives better/u.test(note))).toEqual(beaten ? [true] : []);
    },
  );

  const BROWSING = [
    "month",
    "order",
    "country",
    "page 1 (main category)",
    "colour",
    "location",
    "model photography",
    "page",
  ];
  it.skipIf(!shopsThere)(
    "finds scikit-learn's figure for prices above the average on the e-shop, by session, and the leaking model (skipped where ../shared/data is absent)",
    () => {
      const { sessions, ...table } = eshop(BROWSING);
      expect(table.outcome).toHaveLength(golden.eshop.rows);
      const assignment = sessions.map((session) => session % 5);
      const ours = validated({ ...table, groups: sessions, assignment, model: BOOSTING });
      expect(Math.abs(mean(ours.foldAucs) - mean(golden.eshop.boosting.foldAucs))).toBeLessThan(1e-4);
      const leaking = eshop(["month", "page 2 (clothing model)"]);
      const { single, notes } = validated({ ...leaking, assignment, model: { ...BOOSTING, trees: 20 } });
      expect(single.map(({ leaks }) => leaks)).toEqual([false, true]);
      expect(notes[0]).toMatch(
        /^page 2 \(clothing model\) alone tells the outcome almost surely \(AUC 0\.99\d|1\.000\)/u,
      );
    },
  );
});
