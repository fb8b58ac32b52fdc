import { readFileSync } from "node:fs";

/** A feature: customers whose value is known, the sum, the sum of squares, and the sum weighted by place (from 1). */
type Told = readonly [given: number, sum: number, squares: number, placed: number];

/** Customers of a log by pandas: their features, how many are of each default kind, last those of none, and segments. */
export interface GoldenShoppers {
  readonly customers: number;
  readonly features: Readonly<Record<string, Told>>;
  readonly kinds: readonly number[];
  /** By scikit-learn; of two of the logs. */
  readonly segments?: {
    readonly keys: readonly string[];
    readonly k: number;
    readonly inertia: number;
    /** Largest first. */
    readonly sizes: readonly number[];
    readonly silhouette: number;
  };
}

/** Written by shoppers.py. */
export const goldenShoppers = JSON.parse(readFileSync("tests/golden/shoppers.json", "utf8")) as Readonly<
  Record<"events" | "clicks" | "invoices", GoldenShoppers>
>;

/** The same numbers of a column of ours. */
export function told(values: Float64Array): Told {
  let [given, sum, squares, placed] = [0, 0, 0, 0];
  values.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    given += 1;
    sum += value;
    squares += value ** 2;
    placed += value * (at + 1);
  });
  return [given, sum, squares, placed];
}
