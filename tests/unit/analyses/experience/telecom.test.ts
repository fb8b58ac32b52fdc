import { beforeAll, describe, expect, it } from "vitest";
import { experience } from "../../../../src/analyses/experience";
import type { ExperienceResult } from "../../../../src/analyses/experience/result";
import type { Engine } from "../../../../src/data/engine";
import { expectWithin } from "../../segmentation/closeness";
import { defaultsOf } from "../../segmentation/defaults";
import { contextOf, PLAIN, WINSORISED } from "../../segmentation/desk";
import { expectReadablePage } from "../../segmentation/readable-page";
import { hasTelecom, putSessions, putUsers, reference, type Variant } from "../../segmentation/telecom";
import { nodeEngine } from "../../../node-engine";

const VARIANTS: readonly Variant[] = ["users_csv", "users_csv_winsorised", "sessions_csv", "sessions_csv_winsorised"];

describe.skipIf(!hasTelecom)("experience of the telecom reference data", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
  });

  describe.each(VARIANTS)("%s", (variant) => {
    const wanted = hasTelecom ? reference(variant) : null;
    let result: ExperienceResult;
    beforeAll(async () => {
      const dataset = variant.startsWith("users") ? await putUsers(engine) : await putSessions(engine);
      const context = contextOf(engine, dataset, variant.endsWith("winsorised") ? WINSORISED : PLAIN);
      result = await experience.run(context, defaultsOf(experience.settings));
    });

    it("finds the reference optimum, worst group first", () => {
      const { segment, table } = result.study;
      expectWithin(segment.inertia, wanted?.experience.inertia ?? NaN, 1e-4, "inertia");
      wanted?.experience.sizes.forEach((size, cluster) => {
        expectWithin(segment.sizes[cluster] ?? NaN, size, 0.005, `size of group ${cluster}`);
        expect(table.sizes[cluster]).toBe(segment.sizes[cluster]);
      });
    });

    it("describes every group as the reference does", () => {
      const { segment, table } = result.study;
      wanted?.experience.stats.forEach((stats, cluster) => {
        Object.values(stats).forEach((expected, feature) => {
          const own = variant.endsWith("winsorised")
            ? segment.treated[cluster]?.[feature]
            : table.stats[cluster]?.[feature];
          expectWithin(own?.mean ?? NaN, expected.mean, 0.005, `mean of group ${cluster}, feature ${feature}`);
        });
      });
    });

    it("scores customers within 1 %", () => {
      const { scores } = result.study;
      const score = wanted?.experience_score;
      expectWithin(scores.mean, score?.mean ?? NaN, 0.01, "mean score");
      expectWithin(scores.median, score?.median ?? NaN, 0.01, "median score");
      expectWithin(scores.sd, score?.std_sample ?? NaN, 0.01, "standard deviation");
      expectWithin(scores.q90, score?.p90 ?? NaN, 0.01, "90 % point");
      expectWithin(scores.max, score?.max ?? NaN, 0.01, "maximum");
    });

    it("draws the elbow through the reference inertias", () => {
      Object.entries(wanted?.elbow_experience ?? {}).forEach(([k, inertia]) => {
        expectWithin(result.study.elbow.inertia[Number(k) - 1] ?? NaN, inertia, 0.01, `inertia at k = ${k}`);
      });
    });

    it("makes a readable page of it", () => {
      expectReadablePage(experience, result);
    });
  });

  it("finds the published extremes and the filled-in mean of users.csv", async () => {
    const result = await experience.run(
      contextOf(engine, await putUsers(engine), WINSORISED),
      defaultsOf(experience.settings),
    );
    const [tcp, rtt] = result.extremes.filter(({ metric }) => metric.column !== "throughput_kbps");
    const throughput = result.extremes.find(({ metric }) => metric.column === "throughput_kbps");
    expect(tcp?.frequent.customers[0]).toBe(55_987);
    expect(rtt?.highest.values.slice(0, 3)).toEqual([953.5, 902.5, 899]);
    expect(throughput?.highest.values.slice(0, 2)).toEqual([49_555, 49_037.5]);
    expect(throughput?.frequent.values[0]).toBe(7.5);
    expect(throughput?.frequent.customers[0]).toBe(2872);
    expect(
      experience
        .findings(result)
        .some(
          ({ text, level }) =>
            level === "caution" && text.includes("55,987 customers (52.4 %) have exactly the same TCP retransmission"),
        ),
    ).toBe(true);
  });

  it("says that sessions.csv has no TCP retransmission, and that two customers made a group", async () => {
    const result = await experience.run(
      contextOf(engine, await putSessions(engine), PLAIN),
      defaultsOf(experience.settings),
    );
    const cautions = experience
      .findings(result)
      .filter(({ level }) => level === "caution")
      .map(({ text }) => text);
    expect(cautions).toContain("The data has no TCP retransmission, so it plays no part in the experience.");
    expect(
      cautions.some((text) =>
        text.startsWith("“Poor experience” holds only 2 of 7,401 customers (0.027 %): outliers made it."),
      ),
    ).toBe(true);
    expect(result.extremes.map(({ metric }) => metric.column)).toEqual(["rtt_ms", "throughput_kbps"]);
  });
});
