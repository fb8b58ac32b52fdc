import { numbers, single } from "../../data/engine";
import { readable } from "../../data/sql";
import { isTiny } from "../../segmentation/cautions";
import { clusterNames, ENGAGEMENT_WORDING, EXPERIENCE_WORDING, type Wording } from "../../segmentation/cluster-names";
import type { ValidityInput, ValidityOutput } from "../../workers/contract";
import type { Context } from "../analysis";
import { sizesQuery, varianceQuery, withoutQuery } from "./queries";
import type { Scores } from "./scores";

/** Whether the satisfaction score behaves like a score. */
export interface Trust {
  readonly validity: ValidityOutput;
  /** Rank correlation of satisfaction with the signed alternative; NaN where there is none. */
  readonly signedAgreement: number;
  /** Share of random pairs that the two put in different orders. */
  readonly signedReversed: number;
  readonly engagement: Anchor;
  readonly experience: Anchor;
  /** Share of the variance of satisfaction that comes with each score; they add up to 1. */
  readonly engagementShare: number;
  readonly experienceShare: number;
  /** Mean satisfaction with and without the customers of tiny groups. */
  readonly meanOfEverybody: number;
  readonly meanWithoutTiny: number;
  readonly customersInTiny: number;
  readonly varianceSql: string;
  readonly withoutSql: string;
}

/** The group that a score is measured from. */
export interface Anchor {
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly tiny: readonly number[];
  readonly name: string;
  readonly customers: number;
  readonly isTiny: boolean;
  readonly sql: string;
}

/** How the scores order customers: by the metrics beneath them, and against the signed alternative. */
export interface Agreement {
  readonly validity: ValidityOutput;
  readonly signed: ValidityOutput | null;
}

/** Measures monotonicity, and the agreement with the signed alternative where there is one. */
export async function agree({ compute, signal }: Context, scores: Scores, seed: number): Promise<Agreement> {
  const { engagement, experience, engagementGoodness, experienceGoodness, satisfaction, signed } = scores;
  const [validity, against] = await Promise.all([
    compute("validity", { engagement, experience, engagementGoodness, experienceGoodness, seed }, { signal }),
    signed.some(Number.isFinite) ? compute("validity", twice(satisfaction, signed, seed), { signal }) : null,
  ]);
  return { validity, signed: against };
}

/** The same job measures the agreement of any two orders: here satisfaction against its signed alternative. */
function twice(score: Float64Array, other: Float64Array, seed: number): ValidityInput {
  return { engagement: score, engagementGoodness: other, experience: score, experienceGoodness: other, seed };
}

/** Adds the balance of the two scores and the weight of tiny groups; reads the derived tables of all three scores. */
export async function judge(context: Context, { validity, signed }: Agreement): Promise<Trust> {
  const engagement = await anchorOf(context, "engagement", ENGAGEMENT_WORDING);
  const experience = await anchorOf(context, "experience", EXPERIENCE_WORDING);
  const variance = varianceQuery();
  const shares = await context.query(variance);
  const without = withoutQuery(engagement.tiny, experience.tiny);
  const means = await context.query(without);
  return {
    validity,
    signedAgreement: signed?.engagementMonotone ?? NaN,
    signedReversed: signed?.engagementReversed ?? NaN,
    engagement,
    experience,
    engagementShare: single(shares, "engagement"),
    experienceShare: single(shares, "experience"),
    meanOfEverybody: single(means, "everybody"),
    meanWithoutTiny: single(means, "others"),
    customersInTiny: single(means, "customers"),
    varianceSql: readable(variance),
    withoutSql: readable(without),
  };
}

async function anchorOf(context: Context, study: "engagement" | "experience", wording: Wording): Promise<Anchor> {
  const statement = sizesQuery(study);
  const answer = await context.query(statement);
  const clusters = [...numbers(answer, "cluster")];
  const counts = numbers(answer, "customers");
  const sizes = Array.from(
    { length: Math.max(0, ...clusters) + 1 },
    (_, cluster) => counts[clusters.indexOf(cluster)] ?? 0,
  );
  const names = clusterNames(sizes.length, wording);
  const scored = sizes.reduce((sum, size) => sum + size, 0);
  const tiny = sizes.flatMap((size, cluster) => (isTiny(size, scored) ? [cluster] : []));
  return {
    names,
    sizes,
    tiny,
    name: names[0] ?? "",
    customers: sizes[0] ?? 0,
    isTiny: tiny.includes(0),
    sql: readable(statement),
  };
}
