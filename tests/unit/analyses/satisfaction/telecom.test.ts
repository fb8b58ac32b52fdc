import { beforeAll, describe, expect, it } from "vitest";
import { engagement } from "../../../../src/analyses/engagement";
import { experience } from "../../../../src/analyses/experience";
import { satisfaction } from "../../../../src/analyses/satisfaction";
import { checks } from "../../../../src/analyses/satisfaction/checks";
import type { SatisfactionResult } from "../../../../src/analyses/satisfaction/result";
import type { Engine } from "../../../../src/data/engine";
import type { Compute, ElbowInput } from "../../../../src/workers/contract";
import { directCompute } from "../../../../src/workers/direct-compute";
import { expectWithin } from "../../segmentation/closeness";
import { defaultsOf } from "../../segmentation/defaults";
import { contextOf, PLAIN, WINSORISED } from "../../segmentation/desk";
import { expectReadablePage } from "../../segmentation/readable-page";
import { hasTelecom, putSessions, putUsers, reference, type Variant } from "../../segmentation/telecom";
import { nodeEngine } from "../../../node-engine";

/** The curves over k cost most of the time and play no part in the scores. */
const withoutElbow: Compute = (job, input, options) => {
  if (job !== "elbow") return directCompute(job, input, options);
  const small = { ...(input as ElbowInput), features: { columns: [Float64Array.of(1, 2, 3)] }, maxK: 2 };
  return directCompute(job, small as typeof input, options);
};

const VARIANTS: readonly Variant[] = ["users_csv", "users_csv_winsorised", "sessions_csv", "sessions_csv_winsorised"];

describe.skipIf(!hasTelecom)("satisfaction of the telecom reference data", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
  });

  async function run(variant: Variant): Promise<SatisfactionResult> {
    const dataset = variant.startsWith("users") ? await putUsers(engine) : await putSessions(engine);
    const context = contextOf(engine, dataset, variant.endsWith("winsorised") ? WINSORISED : PLAIN, withoutElbow);
    await engagement.run(context, defaultsOf(engagement.settings));
    await experience.run(context, defaultsOf(experience.settings));
    return satisfaction.run(context, defaultsOf(satisfaction.settings));
  }

  describe.each(VARIANTS)("%s", (variant) => {
    const wanted = hasTelecom ? reference(variant) : null;
    let result: SatisfactionResult;
    beforeAll(async () => {
      result = await run(variant);
    });

    it("gives every customer the mean of both scores", () => {
      const { scores, scored, customers } = result;
      expect([scored, customers]).toEqual([wanted?.users, wanted?.users]);
      expectWithin(scores.mean, wanted?.satisfaction.mean ?? NaN, 0.01, "mean");
      expectWithin(scores.median, wanted?.satisfaction.median ?? NaN, 0.01, "median");
      expectWithin(scores.sd, wanted?.satisfaction.std_sample ?? NaN, 0.01, "standard deviation");
      expectWithin(scores.q90, wanted?.satisfaction.p90 ?? NaN, 0.01, "90 % point");
      expectWithin(scores.min, wanted?.satisfaction.min ?? NaN, 0.01, "minimum");
      expectWithin(scores.max, wanted?.satisfaction.max ?? NaN, 0.01, "maximum");
    });

    it("names the same ten most satisfied customers", () => {
      const published = wanted?.top10_satisfied ?? [];
      const ours = result.top.list.customers.slice(0, 10);
      expect(ours.toSorted()).toEqual(published.map(({ id }) => id.replace(/\.0$/u, "")).toSorted());
      published.forEach(({ satisfaction: value }, place) => {
        expectWithin(result.top.list.values[place] ?? NaN, value, 0.01, `place ${place + 1}`);
      });
    });

    it("splits them into the same two groups", () => {
      const groups = wanted?.satisfaction_clusters;
      expectWithin(result.segment.inertia, groups?.inertia ?? NaN, 0.01, "inertia");
      groups?.sizes.forEach((size, cluster) =>
        expectWithin(result.groups[cluster]?.customers ?? NaN, size, 0.005, `size of group ${cluster}`),
      );
      groups?.means.forEach((means, cluster) => {
        const group = result.groups[cluster];
        expectWithin(group?.engagement ?? NaN, means.engagement_score, 0.005, `engagement of group ${cluster}`);
        expectWithin(group?.experience ?? NaN, means.experience_score, 0.005, `experience of group ${cluster}`);
        expectWithin(group?.satisfaction ?? NaN, means.satisfaction, 0.005, `satisfaction of group ${cluster}`);
      });
    });

    it("explains satisfaction from the raw metrics, not from the scores", () => {
      expect(result.regressionProblem).toBeNull();
      expect(result.kpis.map(({ column }) => column)).not.toContain("engagement_score");
      expect(result.regression?.coefficients).toHaveLength(result.kpis.length);
      expect(result.regression?.crossValidatedR2).toBeGreaterThan(0.2);
      expect(result.regression?.crossValidatedR2).toBeLessThan(0.999);
      const empty = satisfaction.findings(result).find(({ text }) => text.includes("would be empty"));
      expect(empty?.text).toContain("R² = 1");
    });

    it("makes a readable page of it", () => {
      expectReadablePage(satisfaction, result);
    });
  });

  it("warns that two outliers decide the experience score of sessions.csv", async () => {
    const result = await run("sessions_csv");
    const tiny = checks(result).find(({ question }) => question.includes("tiny"));
    expect(tiny?.passed).toBe(false);
    expect(tiny?.text).toContain(
      "the experience score is the distance to “Poor experience”, which has only 2 customers: outliers decide it.",
    );
    expect(tiny?.text).toContain("nearly the same for everybody");
    expect(result.trust.engagementShare + result.trust.experienceShare).toBeCloseTo(1, 9);
  });
});
