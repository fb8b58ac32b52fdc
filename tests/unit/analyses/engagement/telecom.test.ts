import { beforeAll, describe, expect, it } from "vitest";
import { engagement } from "../../../../src/analyses/engagement";
import type { EngagementResult } from "../../../../src/analyses/engagement/result";
import type { Engine } from "../../../../src/data/engine";
import { defaultsOf } from "../../segmentation/defaults";
import { expectSameTop, expectWithin } from "../../segmentation/closeness";
import { contextOf, PLAIN, WINSORISED } from "../../segmentation/desk";
import { expectReadablePage } from "../../segmentation/readable-page";
import { hasTelecom, putSessions, putUsers, reference, SESSION_APPS, type Variant } from "../../segmentation/telecom";
import { nodeEngine } from "../../../node-engine";

const VARIANTS: readonly Variant[] = ["users_csv", "users_csv_winsorised", "sessions_csv", "sessions_csv_winsorised"];

describe.skipIf(!hasTelecom)("engagement of the telecom reference data", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
  });

  describe.each(VARIANTS)("%s", (variant) => {
    const wanted = hasTelecom ? reference(variant) : null;
    let result: EngagementResult;
    beforeAll(async () => {
      const dataset = variant.startsWith("users") ? await putUsers(engine) : await putSessions(engine);
      const context = contextOf(engine, dataset, variant.endsWith("winsorised") ? WINSORISED : PLAIN);
      result = await engagement.run(context, defaultsOf(engagement.settings));
    });

    it("finds the reference optimum, with groups of the same sizes", () => {
      const { segment, table, customers } = result.study;
      expect(customers).toBe(wanted?.users);
      expectWithin(segment.inertia, wanted?.engagement.inertia ?? NaN, 1e-4, "inertia");
      wanted?.engagement.sizes.forEach((size, cluster) => {
        expectWithin(segment.sizes[cluster] ?? NaN, size, 0.005, `size of group ${cluster}`);
        expect(table.sizes[cluster]).toBe(segment.sizes[cluster]);
      });
    });

    it("describes every group as the reference does", () => {
      // The reference describes what it clustered: the treated values of the winsorised variants, the untreated ones otherwise.
      const { segment, table } = result.study;
      wanted?.engagement.stats.forEach((stats, cluster) => {
        Object.values(stats).forEach((expected, feature) => {
          const own = variant.endsWith("winsorised")
            ? segment.treated[cluster]?.[feature]
            : table.stats[cluster]?.[feature];
          expectWithin(own?.mean ?? NaN, expected.mean, 0.005, `mean of group ${cluster}, feature ${feature}`);
          expectWithin(own?.total ?? NaN, expected.total, 0.005, `total of group ${cluster}, feature ${feature}`);
        });
      });
    });

    it("scores customers within 1 %", () => {
      const { scores } = result.study;
      const score = wanted?.engagement_score;
      expectWithin(scores.mean, score?.mean ?? NaN, 0.01, "mean score");
      expectWithin(scores.median, score?.median ?? NaN, 0.01, "median score");
      expectWithin(scores.sd, score?.std_sample ?? NaN, 0.01, "standard deviation");
      expectWithin(scores.q90, score?.p90 ?? NaN, 0.01, "90 % point");
      expectWithin(scores.max, score?.max ?? NaN, 0.01, "maximum");
      expect(scores.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(wanted?.users);
    });

    it("draws the elbow through the reference inertias", () => {
      Object.entries(wanted?.elbow_engagement ?? {}).forEach(([k, inertia]) => {
        expectWithin(result.study.elbow.inertia[Number(k) - 1] ?? NaN, inertia, 0.01, `inertia at k = ${k}`);
      });
    });

    it("makes figures, cards, findings and an answer of it", () => {
      expectReadablePage(engagement, result);
      expect(engagement.answer(result)).toMatch(/^[\d,]+ customers \(/u);
    });
  });

  it("lists the published top customers of users.csv", async () => {
    const result = await engagement.run(
      contextOf(engine, await putUsers(engine), WINSORISED),
      defaultsOf(engagement.settings),
    );
    const wanted = reference("users_csv");
    const [sessions, duration, traffic] = result.tops.map(({ list }) => list);
    expectSameTop(sessions?.customers ?? [], sessions?.values ?? [], wanted.top10_sessions);
    expect(sessions?.customers).toHaveLength(12);
    expect(sessions?.ranks.slice(-5)).toEqual([8, 8, 8, 8, 8]);
    expectSameTop(duration?.customers ?? [], duration?.values ?? [], wanted.top10_total_duration);
    expectSameTop(traffic?.customers ?? [], traffic?.values ?? [], wanted.top10_total_bytes);
  });

  it("lists the published top customers and sums of each application of sessions.csv", async () => {
    const result = await engagement.run(
      contextOf(engine, await putSessions(engine), WINSORISED),
      defaultsOf(engagement.settings),
    );
    const wanted = reference("sessions_csv");
    const [sessions, duration, traffic] = result.tops.map(({ list }) => list);
    expectSameTop(sessions?.customers ?? [], sessions?.values ?? [], wanted.top10_sessions);
    expectSameTop(duration?.customers ?? [], duration?.values ?? [], wanted.top10_duration_s);
    expectSameTop(traffic?.customers ?? [], traffic?.values ?? [], wanted.top10_traffic_bytes);
    for (const label of SESSION_APPS) {
      const use = result.apps.find(({ app }) => app.label === label);
      expect(use?.bytes, label).toBe(wanted.app_totals[`${label} (Bytes)`]);
      expectSameTop(use?.top.customers ?? [], use?.top.values ?? [], wanted.top10_per_app[`${label} (Bytes)`] ?? []);
    }
    expect(result.apps.slice(0, 3).map(({ app }) => app.label)).toEqual(["Other", "Gaming", "Youtube"]);
  });
});
