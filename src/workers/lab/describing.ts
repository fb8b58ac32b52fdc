/** Rows and the segment each is in. */
export interface Labelled {
  /** One column per feature in its own unit, one value per row; NaN (or an infinity) is missing. */
  readonly columns: readonly Float64Array[];
  /** Segment of each row, 0 … k - 1; -1 is left out of everything, of "all rows" too. */
  readonly labels: Int32Array;
  readonly k: number;
}

/** How the values of one feature are spread over some rows. All but the counts are NaN where there are no values. */
export interface Spread {
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  readonly median: number;
  /** Sample standard deviation (n - 1); NaN for fewer than two values. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
}

/** How one feature of one segment stands against the others. */
export interface SegmentSpread extends Spread {
  /** (mean of the segment - mean of all) / sd of all; NaN for a constant feature. */
  readonly z: number;
  /** Mean of the segment / mean of all; null where the latter is 0 or they differ in sign. */
  readonly lift: number | null;
  /** (mean of the segment - mean of the rest) / pooled sd; 0 or infinite where neither varies, NaN without both sides. */
  readonly cohensD: number;
  /** Probability that a row of the segment has the higher value than one of the rest, ties half: the area under the ROC. */
  readonly superiority: number;
  /** 2 × superiority - 1. */
  readonly cliffsDelta: number;
}

/** An F test of equal means; all NaN where it cannot be made. */
export interface MeansTest {
  readonly f: number;
  readonly between: number;
  readonly within: number;
  readonly p: number;
}

/** One feature over all segments. */
export interface FeatureProfile {
  readonly all: Spread;
  readonly segments: readonly SegmentSpread[];
  /** Share of the variance that lies between the segments; NaN for a constant feature. */
  readonly etaSquared: number;
  readonly anova: MeansTest;
  /** For unequal variances; NaN where a segment with values has fewer than two or does not vary. */
  readonly welch: MeansTest;
  /** The test to believe: Welch's wherever it can be made. */
  readonly test: "welch" | "anova" | "none";
  readonly p: number;
  /** Benjamini-Hochberg over the features whose test could be made. */
  readonly adjustedP: number;
}

export interface ProfileOutput {
  readonly features: readonly FeatureProfile[];
  /** Features by falling eta squared, NaN last. */
  readonly ranking: readonly number[];
  /** For each segment, features by how far its superiority is from one half, then by the size of Cohen's d; NaN last. */
  readonly telling: readonly (readonly number[])[];
}

export interface MakeUpInput {
  /** Category of each row, 0 … categories - 1; -1 is missing. */
  readonly codes: Int32Array;
  readonly categories: number;
  readonly labels: Int32Array;
  readonly k: number;
}

/** A segment × category table: the cell of segment s and category c is at `s * categories + c`. */
export interface MakeUpOutput {
  readonly k: number;
  readonly categories: number;
  readonly counts: Int32Array;
  readonly segmentTotals: Int32Array;
  readonly categoryTotals: Int32Array;
  /** Rows of each segment without a category; they are in no total. */
  readonly missing: Int32Array;
  readonly n: number;
  /** Share of the segment's rows in the category; NaN for an empty segment. */
  readonly share: Float64Array;
  /** That share / the category's share of all rows; NaN where either is empty. */
  readonly lift: Float64Array;
  /** Adjusted standardised residual (Haberman 1973), normal when nothing depends; NaN where a margin is empty or whole. */
  readonly residuals: Float64Array;
  /** Pearson's, over segments and categories that have rows. */
  readonly chiSquared: number;
  readonly degrees: number;
  /** NaN unless two segments and two categories have rows. */
  readonly p: number;
  /** Share of the cells with an expected count below 5. */
  readonly sparse: number;
  /** More than a fifth of the cells are sparse, so that p is not to be relied on (Cochran 1954). */
  readonly caution: boolean;
  readonly cramersV: number;
  /** Without the bias of small tables (Bergsma 2013). */
  readonly cramersVCorrected: number;
  /** Category with most rows of each segment, the first of ties; -1 for an empty segment. */
  readonly dominant: Int32Array;
  /** Category with the largest positive residual of each segment, the first of ties; -1 where none is positive. */
  readonly typical: Int32Array;
}

/** +1 more is better, -1 less is better, 0 neither. */
export type Polarity = 1 | -1 | 0;

/** One feature that stands out in a segment, and the rule that earns it the word. */
export interface NamePart {
  readonly feature: number;
  readonly level: `${"very " | "" | "somewhat "}${"low" | "high"}`;
  /** Of the segment's mean against all rows. */
  readonly z: number;
  /** The cut point that z has reached. */
  readonly cut: number;
  /** Whether that is good, by the feature's polarity; null where it has none. */
  readonly good: boolean | null;
}

/** What to call a segment; no two are called the same. */
export interface SegmentName {
  /** Strongest first; none when nothing stands out: an average segment. */
  readonly parts: readonly NamePart[];
  /** From 1, only where the parts alone would call two segments the same. */
  readonly number: number | null;
}
