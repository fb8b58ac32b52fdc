import type { GapAtK, GapInput, GapOutput } from "../../workers/lab/judging";
import { distinctPoints } from "../distinct";
import { InputError } from "../input-error";
import { sampledPoints, type Points } from "../points";
import { within } from "../progress";
import { seededRandom } from "../random";
import { ascendingKs } from "./ascending-ks";
import { severalStarts } from "./several-starts";
import { uniformReferences } from "./uniform-references";

/** Rows clustered at most: with more, one clustering would hold up the thread, and say little more. */
const MOST_ROWS = 20_000;

/** k-means starts for the rows and for every reference: alike for both, so that neither is clustered better. */
const STARTS = 3;

/**
 * The gap statistic (Tibshirani, Walther & Hastie 2001): how much lower the logarithm of the within-cluster sum of squares is
 * than in data of the same range without clusters, for every k. s_k is the population deviation over the references times
 * √(1 + 1 / references); preferred is the smallest k with gap(k) ≥ gap(k + 1) - s(k + 1). Of more than `sample` rows, or 20,000, that
 * many seeded ones are clustered. InputError without rows or references; `notes` says where different rows run out.
 */
export function* gapStatistic(input: GapInput): Generator<number, GapOutput, void> {
  const { matrix, references, seed } = input;
  const wanted = ascendingKs(input.ks);
  if (matrix.n === 0) throw new InputError("There are no rows to judge.");
  if (!(references >= 1)) throw new InputError("The gap statistic needs at least one reference.");
  const random = seededRandom(seed);
  const points = sampledPoints({ ...matrix, weights: null }, Math.min(input.sample, MOST_ROWS), random);
  const different = distinctPoints(points, (wanted.at(-1) ?? 0) + 1).length;
  const ks = wanted.filter((k) => k < different);
  const own = yield* within(logsOf(points, ks, random), 0, 1 / (references + 1));
  const make = uniformReferences(points, input.shape, random);
  const drawn: number[][] = [];
  for (let r = 1; r <= references; r++)
    drawn.push(yield* within(logsOf(make(), ks, random), r / (references + 1), (r + 1) / (references + 1)));
  const gaps = ks.map((k, at) =>
    gapAt(
      k,
      own[at] as number,
      drawn.map((logs) => logs[at] as number),
    ),
  );
  return {
    gaps,
    preferred: firstWithinOneError(gaps),
    references,
    rows: matrix.n,
    rowsUsed: points.n,
    notes: ks.length < wanted.length ? [tooFew(different)] : [],
  };
}

function* logsOf(points: Points, ks: readonly number[], random: () => number): Generator<number, number[], void> {
  const logs: number[] = [];
  for (const [at, k] of ks.entries()) {
    const fit = yield* within(severalStarts(points, k, STARTS, random), at / ks.length, (at + 1) / ks.length);
    logs.push(Math.log(fit.inertia));
  }
  return logs;
}

function gapAt(k: number, logWithin: number, drawn: readonly number[]): GapAtK {
  const expected = drawn.reduce((sum, log) => sum + log, 0) / drawn.length;
  const variance = drawn.reduce((sum, log) => sum + (log - expected) ** 2, 0) / drawn.length;
  return { k, logWithin, expected, gap: expected - logWithin, error: Math.sqrt(variance * (1 + 1 / drawn.length)) };
}

function firstWithinOneError(gaps: readonly GapAtK[]): number | null {
  const found = gaps.find(({ k, gap }, at) => {
    const next = gaps[at + 1];
    return next !== undefined && next.k === k + 1 && gap >= next.gap - next.error;
  });
  return found?.k ?? null;
}

function tooFew(different: number): string {
  return `There are only ${different} different rows, and the gap statistic needs more of them than clusters.`;
}
