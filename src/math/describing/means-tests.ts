import type { MeansTest } from "../../workers/lab/describing";
import { varianceOf, type Moments } from "./moments";
import { fSurvival } from "./survival";

const CANNOT: MeansTest = { f: Number.NaN, between: Number.NaN, within: Number.NaN, p: Number.NaN };

/** Sum of squares between the groups; with the sums within them it makes the whole. */
export function squaresBetween(groups: readonly Moments[], all: Moments): number {
  return groups.reduce((sum, { n, mean }) => (n === 0 ? sum : sum + n * (mean - all.mean) ** 2), 0);
}

/**
 * Fisher's one-way analysis of variance over the groups that have values. F is infinite where only the means differ; NaN
 * for fewer than two groups, no group of two, or no variance at all.
 */
export function anova(groups: readonly Moments[], all: Moments): MeansTest {
  const filled = groups.filter(({ n }) => n > 0);
  const between = filled.length - 1;
  const within = all.n - filled.length;
  if (between < 1 || within < 1) return CANNOT;
  const inside = filled.reduce((sum, { squares }) => sum + squares, 0);
  const f = squaresBetween(filled, all) / between / (inside / within);
  return Number.isNaN(f) ? CANNOT : { f, between, within, p: fSurvival(f, between, within) };
}

/**
 * Welch's analysis of variance (Biometrika 1951), which does not take the variances as equal, over the groups that have
 * values. NaN for fewer than two of them, or where one has fewer than two values or does not vary.
 */
export function welch(groups: readonly Moments[]): MeansTest {
  const filled = groups.filter(({ n }) => n > 0);
  const between = filled.length - 1;
  if (between < 1 || filled.some((group) => !(varianceOf(group) > 0))) return CANNOT;
  const weights = filled.map((group) => group.n / varianceOf(group));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = filled.reduce((sum, group, s) => sum + ((weights[s] as number) / whole) * group.mean, 0);
  const spread = filled.reduce((sum, group, s) => sum + (weights[s] as number) * (group.mean - mean) ** 2, 0) / between;
  const imbalance = filled.reduce((sum, { n }, s) => sum + (1 - (weights[s] as number) / whole) ** 2 / (n - 1), 0);
  const squared = filled.length ** 2 - 1;
  const f = spread / (1 + (2 * (filled.length - 2) * imbalance) / squared);
  const within = squared / (3 * imbalance);
  return { f, between, within, p: fSurvival(f, between, within) };
}
