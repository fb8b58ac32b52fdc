import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A column of numbers by what no other column shares; `placed` weighs each value with its place, 1, 2 … */
export interface Told {
  readonly given: number;
  readonly sum: number;
  readonly squares: number;
  readonly placed: number;
}

interface Golden {
  readonly "online-retail": Readonly<Record<string, unknown>> & {
    readonly customers: number;
    readonly countries: readonly (readonly [string, number])[];
    readonly countries_in_all: number;
  };
  readonly "shoppers-intention": Readonly<Record<string, unknown>> & {
    readonly customers: number;
    readonly skewness: Readonly<Record<string, number>>;
  };
  readonly "social-media": Readonly<Record<string, unknown>> & {
    readonly customers: number;
    readonly emotions: readonly (readonly [string, number])[];
  };
}

/** What pandas says; customer-features.py made it. */
export const golden = JSON.parse(readFileSync(join(import.meta.dirname, "customer-features.json"), "utf8")) as Golden;

/** The same of a column of ours. */
export function told(values: Float64Array): Told {
  const sums = { given: 0, sum: 0, squares: 0, placed: 0 };
  values.forEach((value, place) => {
    if (Number.isNaN(value)) return;
    sums.given += 1;
    sums.sum += value;
    sums.squares += value ** 2;
    sums.placed += value * (place + 1);
  });
  return sums;
}
