import { readFileSync } from "node:fs";
import { join } from "node:path";
import { churn, shoppers } from "./classifying";

interface GoldenCurves {
  readonly rows: number;
  readonly auc: number;
  readonly aucInterval: readonly [number, number];
  readonly averagePrecision: number;
  readonly averagePrecisionInterval: readonly [number, number];
  readonly points: readonly {
    readonly threshold: number;
    readonly falsePositive: number;
    readonly truePositive: number;
    readonly precision: number;
    readonly recall: number;
  }[];
}

/** What scikit-learn says; curves.py made it. */
export const goldenCurves = JSON.parse(readFileSync(join(import.meta.dirname, "curves.json"), "utf8")) as {
  readonly shoppers: GoldenCurves;
  readonly churn: GoldenCurves;
};

interface Scored {
  readonly scores: Float64Array;
  readonly outcome: Uint8Array;
}

/** The scores that curves.py sums up, of the same file. */
export function scoredShop(shop: keyof typeof goldenCurves): Scored {
  const table = shop === "shoppers" ? shoppers() : churn();
  const column = (name: string): Float64Array => table.columns[table.names?.indexOf(name) ?? -1] ?? new Float64Array();
  const [first, second] =
    shop === "shoppers" ? [column("PageValues"), column("ExitRates")] : [column("MonthlyCharges"), column("tenure")];
  const scores =
    shop === "shoppers"
      ? first.map((value, row) => value - 20 * (second[row] ?? NaN))
      : first.map((value, row) => value / 100 - (second[row] ?? NaN) / 72);
  return { scores, outcome: table.outcome };
}
