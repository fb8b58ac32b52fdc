import type { FeatureBins, OutcomeTable } from "../../workers/lab/classifying";
import { within } from "../progress";
import { binned } from "./binned";
import { fitBins } from "./fit-bins";
import { seededRandom } from "../random";
import { areaUnderRoc } from "./roc";

/** Groups of equal size a feature's values are put in. */
const GROUPS = 10;

/** Rows at the base rate that every group is given beforehand, so that a few rows do not make a share of 0 or 1. */
const PRIOR = 10;

/** The outcome's share in each group of a feature's values. */
export interface FeatureRates {
  readonly bins: FeatureBins;
  readonly rates: Float64Array;
  /** Area under the ROC curve of the shares, over the rows they come from. */
  readonly auc: number;
}

/** Learns the shares of one feature. */
export function* featureRates(table: OutcomeTable, feature: number): Generator<number, FeatureRates, void> {
  const { columns, categorical, outcome } = table;
  const column = columns[feature] as Float64Array;
  const bins = yield* within(fitBins(column, categorical?.[feature] === true, GROUPS, seededRandom(1)), 0, 0.5);
  const placed = yield* within(binned(column, bins), 0.5, 0.6);
  const rates = ratesOf(placed, outcome);
  const shares = sharesAt(rates, placed);
  return { bins, rates, auc: yield* within(areaUnderRoc(shares, outcome), 0.6, 1) };
}

function ratesOf(placed: Uint8Array, outcome: Uint8Array): Float64Array {
  const rows = new Float64Array(256);
  const positives = new Float64Array(256);
  let all = 0;
  for (let row = 0; row < placed.length; row++) {
    const bin = placed[row] as number;
    rows[bin] = (rows[bin] as number) + 1;
    positives[bin] = (positives[bin] as number) + (outcome[row] as number);
    all += outcome[row] as number;
  }
  const base = all / placed.length;
  return positives.map((hits, bin) => (hits + PRIOR * base) / ((rows[bin] as number) + PRIOR));
}

/** The shares at a column's values. */
export function* rateOfEach(
  { bins, rates }: FeatureRates,
  column: Float64Array,
): Generator<number, Float64Array, void> {
  const placed = yield* binned(column, bins);
  return sharesAt(rates, placed);
}

function sharesAt(rates: Float64Array, placed: Uint8Array): Float64Array {
  const shares = new Float64Array(placed.length);
  for (let row = 0; row < placed.length; row++) shares[row] = rates[placed[row] as number] as number;
  return shares;
}
