import { isTiny } from "../../segmentation/cautions";
import { clusterNames, ENGAGEMENT_WORDING, EXPERIENCE_WORDING, type Wording } from "../../segmentation/cluster-names";
import type { ValidityInput, ValidityOutput } from "../../workers/contract";
import type { Context } from "../analysis";
import type { Pair, Parts } from "./parts";
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
  readonly sql: string;
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

/** Adds the balance of the two scores and the weight of tiny groups. */
export function judge(parts: Parts, { validity, signed }: Agreement): Trust {
  const engagement = anchorOf(parts, "engagement", ENGAGEMENT_WORDING);
  const experience = anchorOf(parts, "experience", EXPERIENCE_WORDING);
  const isIn = (pair: Pair): boolean =>
    engagement.tiny.includes(pair.engagement) || experience.tiny.includes(pair.experience);
  const others = parts.pairs.filter((pair) => !isIn(pair));
  const left = sum(others, ({ customers }) => customers);
  return {
    validity,
    signedAgreement: signed?.engagementMonotone ?? NaN,
    signedReversed: signed?.engagementReversed ?? NaN,
    engagement,
    experience,
    engagementShare: parts.engagementShare,
    experienceShare: parts.experienceShare,
    meanOfEverybody: parts.mean,
    meanWithoutTiny: left === 0 ? NaN : sum(others, ({ customers, satisfaction }) => customers * satisfaction) / left,
    customersInTiny: sum(parts.pairs.filter(isIn), ({ customers }) => customers),
    sql: parts.sql,
  };
}

const sum = (pairs: readonly Pair[], of: (pair: Pair) => number): number =>
  pairs.reduce((all, pair) => all + of(pair), 0);

/** Sizes are those among the customers that have a satisfaction score. */
function anchorOf({ pairs, sql }: Parts, study: "engagement" | "experience", wording: Wording): Anchor {
  const known = pairs.filter((pair) => pair[study] >= 0);
  const sizes = Array.from({ length: Math.max(-1, ...known.map((pair) => pair[study])) + 1 }, (_, cluster) =>
    sum(
      known.filter((pair) => pair[study] === cluster),
      ({ customers }) => customers,
    ),
  );
  const names = clusterNames(sizes.length, wording);
  const scored = sizes.reduce((all, size) => all + size, 0);
  const tiny = sizes.flatMap((size, cluster) => (isTiny(size, scored) ? [cluster] : []));
  return { names, sizes, tiny, name: names[0] ?? "", customers: sizes[0] ?? 0, isTiny: tiny.includes(0), sql };
}
