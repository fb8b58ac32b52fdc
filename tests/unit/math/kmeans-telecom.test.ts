import { describe, expect, it } from "vitest";
import { elbow } from "../../../src/math/elbow";
import { finish } from "../../../src/math/progress";
import { quantiles } from "../../../src/math/quantile";
import { segment } from "../../../src/math/segment";
import type { SegmentOutput, Treatment } from "../../../src/workers/contract";
import {
  telecomReference,
  telecomThere,
  telecomVariants,
  userColumns,
  type Reference,
} from "../../golden/kmeans-telecom";

const ENGAGEMENT = ["sessions", "total_duration", "total_bytes"];
const EXPERIENCE = ["avg_tcp_retrans_bytes", "avg_rtt_ms", "avg_throughput_kbps"];
const keep: Treatment = { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" };
const winsorised: Treatment = { ...keep, outliers: { method: "winsorise", low: 1, high: 99 } };

function segmented(names: readonly string[], polarity: (1 | -1)[], treatment: Treatment): SegmentOutput {
  return finish(
    segment({ features: { columns: userColumns(names) }, polarity, treatment, k: 3, seed: 1, restarts: 5 }),
  );
}

function expectWithin(actual: number | undefined, expected: number, share: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(Math.abs(expected) * share);
}

function expectClusters(
  ours: SegmentOutput,
  theirs: Reference["engagement"],
  scores: Reference["engagement_score"],
): void {
  expectWithin(ours.inertia, theirs.inertia, 1e-4);
  theirs.sizes.forEach((size, c) => expectWithin(ours.sizes[c], size, 0.005));
  theirs.stats.forEach((features, c) => {
    theirs.features.forEach((name, f) =>
      expectWithin(ours.treated[c]?.[f]?.mean, features[name]?.mean ?? Number.NaN, 0.005),
    );
  });
  const [median, p90] = quantiles(ours.score, [0.5, 0.9]);
  const mean = ours.score.reduce((sum, value) => sum + value, 0) / ours.score.length;
  expectWithin(mean, scores.mean, 0.01);
  expectWithin(median, scores.median, 0.01);
  expectWithin(p90, scores.p90, 0.01);
  expectWithin(
    ours.score.reduce((most, value) => Math.max(most, value), 0),
    scores.max,
    0.01,
  );
}

describe.skipIf(!telecomThere)("k-means on the telecom reference (skipped where its data is absent)", () => {
  it.each([
    ["users_csv", keep],
    ["users_csv_winsorised", winsorised],
  ] as const)("meets %s: inertia, sizes, means and scores", (block, treatment) => {
    const reference = telecomReference()[block];
    const engagement = segmented(ENGAGEMENT, [1, 1, 1], treatment);
    const experience = segmented(EXPERIENCE, [-1, -1, 1], treatment);
    expectClusters(engagement, reference.engagement, reference.engagement_score);
    expectClusters(experience, reference.experience, reference.experience_score);
    const satisfaction = engagement.score.map((value, i) => (value + (experience.score[i] ?? Number.NaN)) / 2);
    expectWithin(quantiles(satisfaction, [0.5])[0], reference.satisfaction.median, 0.01);
    const two = finish(
      segment({
        features: { columns: [engagement.score, experience.score] },
        polarity: [1, 1],
        treatment: { ...keep, scaling: "none" },
        k: 2,
        seed: 1,
        restarts: 5,
      }),
    );
    expectWithin(two.inertia, reference.satisfaction_clusters.inertia, 1e-4);
    reference.satisfaction_clusters.sizes.forEach((size, c) => expectWithin(two.sizes[c], size, 0.005));
  });

  it.each([
    ["engagement", ENGAGEMENT, keep, () => telecomReference().users_csv.elbow_engagement],
    ["experience", EXPERIENCE, keep, () => telecomReference().users_csv.elbow_experience],
    ["winsorised engagement", ENGAGEMENT, winsorised, () => telecomReference().users_csv_winsorised.elbow_engagement],
    ["winsorised experience", EXPERIENCE, winsorised, () => telecomReference().users_csv_winsorised.elbow_experience],
    ["min-max engagement", ENGAGEMENT, { ...keep, scaling: "minmax" }, () => telecomVariants().minmax.inertia],
    ["log engagement", ENGAGEMENT, { ...keep, scaling: "log-zscore" }, () => telecomVariants().log1p_zscore.inertia],
  ] as const)("is within 0.01 %% of the best known inertia for k = 1 to 10: %s", (_, names, treatment, reference) => {
    const features = { columns: userColumns(names) };
    const result = finish(
      elbow({ features, treatment, maxK: 10, seed: 1, restarts: 3, sample: 1e9, silhouetteSample: 500 }),
    );
    expect(result.k).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    result.inertia.forEach((inertia, at) => expect(inertia).toBeLessThanOrEqual((reference()[at + 1] ?? 0) * 1.0001));
    expect(result.inertia).toEqual([...result.inertia].sort((a, b) => b - a));
  });
});
