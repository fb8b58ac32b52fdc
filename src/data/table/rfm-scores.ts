/** What is known of each customer, one value per customer in each array. */
export interface RfmMeasures {
  /** Whole days since the last order, seen from the analysis date. */
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly money: Float64Array;
}

/** Where one score ends and the next begins: ascending, equal ones allowed; a value at a cut point is above it. */
export interface RfmCuts {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly money: readonly number[];
}

/** From 1 to the number of cut points + 1, which is best: most recent, most often, most money. */
export interface RfmScores {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly money: Uint8Array;
}

/** Scores go from 1 to this. */
export const RFM_BINS = 5;

/** Below this mean distance of quantiles of fractions, one more would move a cut point by over a percent of it. */
const WIDE = 100;

/**
 * `bins` - 1 cut points that give each score about as many customers: quantiles (type 7, linear interpolation) + 1, as the R
 * package rfm 0.3.0 cuts, which for whole numbers puts those at a quantile below it. Where values are fractions and quantiles
 * lie near each other, the quantiles themselves. NaN where there are no values; `values` must hold no NaN.
 */
export function rfmCutPoints(values: Float64Array, bins: number): readonly number[] {
  const sorted = values.toSorted();
  const quantiles = Array.from({ length: bins - 1 }, (_, at) => type7(sorted, (at + 1) / bins));
  const spread = (quantiles.at(-1) ?? 0) - (quantiles[0] ?? 0);
  const step = spread >= WIDE * (bins - 2) || values.every(Number.isInteger) ? 1 : 0;
  // Sums of floating point: 296.40000000000003 is meant as 296.4, and a link should carry that.
  return quantiles.map((quantile) => Number((quantile + step).toPrecision(12)));
}

function type7(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (position - below);
}

/** Cut points of all three measures. */
export const rfmCuts = ({ recency, frequency, money }: RfmMeasures, bins: number): RfmCuts => ({
  recency: rfmCutPoints(recency, bins),
  frequency: rfmCutPoints(frequency, bins),
  money: rfmCutPoints(money, bins),
});

/** Scores every customer; the fewer days since the last order, the higher the score of recency. */
export function rfmScores({ recency, frequency, money }: RfmMeasures, cuts: RfmCuts): RfmScores {
  const best = cuts.recency.length + 2;
  return {
    recency: placesAmong(recency, cuts.recency).map((place) => best - place),
    frequency: placesAmong(frequency, cuts.frequency),
    money: placesAmong(money, cuts.money),
  };
}

/** 1 + how many cut points are at or below each value. */
function placesAmong(values: Float64Array, cuts: readonly number[]): Uint8Array {
  const places = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let place = 1;
    for (const cut of cuts) if ((values[i] as number) >= cut) place++;
    places[i] = place;
  }
  return places;
}
