import { RFM_BINS, type RfmScores } from "./rfm-scores";

/** From the first to the second score, both among them. */
export type ScoreRange = readonly [lowest: number, highest: number];

/** A named segment: who has scores in all three ranges, and is in no segment before it. */
export interface RfmSegment {
  readonly name: string;
  readonly recency: ScoreRange;
  readonly frequency: ScoreRange;
  readonly money: ScoreRange;
}

const segment = (
  name: string,
  recency: ScoreRange,
  frequency: ScoreRange,
  money: ScoreRange = frequency,
): RfmSegment => ({
  name,
  recency,
  frequency,
  money,
});

/** The ten usual segments, best first, with the bounds of the R package rfm 0.3.0. */
export const RFM_SEGMENTS: readonly RfmSegment[] = [
  segment("Champions", [4, 5], [4, 5]),
  segment("Loyal Customers", [2, 5], [3, 5]),
  segment("Potential Loyalist", [3, 5], [1, 3]),
  segment("New Customers", [4, 5], [1, 1]),
  segment("Promising", [3, 4], [1, 1]),
  segment("Need Attention", [2, 3], [2, 3]),
  segment("About To Sleep", [2, 3], [1, 2]),
  segment("At Risk", [1, 2], [2, 5]),
  segment("Can't Lose Them", [1, 1], [4, 5]),
  segment("Lost", [1, 2], [1, 2]),
];

/** Who is in none of the named segments. */
export const RFM_OTHERS = "Others";

/** The place of each customer's segment: the first whose ranges hold all three scores; `segments.length` is Others. */
export function rfmSegments(scores: RfmScores, segments: readonly RfmSegment[]): Int32Array {
  const { recency, frequency, money } = scores;
  const grid = segmentGrid(segments);
  const places = new Int32Array(recency.length);
  for (let i = 0; i < places.length; i++)
    places[i] = grid[cell(recency[i] as number, frequency[i] as number, money[i] as number)] as number;
  return places;
}

/** The places of segments that nobody can be in, because those before them hold all of their scores. */
export function unreachableSegments(segments: readonly RfmSegment[]): readonly number[] {
  const reached = new Set(segmentGrid(segments));
  return segments.flatMap((_, place) => (reached.has(place) ? [] : [place]));
}

const SCORES = Array.from({ length: RFM_BINS }, (_, at) => at + 1);

const cell = (recency: number, frequency: number, money: number): number =>
  ((recency - 1) * RFM_BINS + frequency - 1) * RFM_BINS + money - 1;

/** The segment of every three scores that there can be. */
function segmentGrid(segments: readonly RfmSegment[]): Int32Array {
  const grid = new Int32Array(RFM_BINS ** 3);
  for (const r of SCORES)
    for (const f of SCORES)
      for (const m of SCORES) {
        const place = segments.findIndex(
          (one) => within(r, one.recency) && within(f, one.frequency) && within(m, one.money),
        );
        grid[cell(r, f, m)] = place < 0 ? segments.length : place;
      }
  return grid;
}

const within = (score: number, [lowest, highest]: ScoreRange): boolean => score >= lowest && score <= highest;
