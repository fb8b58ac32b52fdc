import { RFM_BINS } from "./rfm-scores";
import type { RfmSegment, ScoreRange } from "./rfm-segments";

/** A segment as a link carries it: name, then the ranges of recency, frequency and money: `Champions:4-5:4-5:4-5`. */
export const rfmSegmentText = ({ name, recency, frequency, money }: RfmSegment): string =>
  [name, ...[recency, frequency, money].map((range) => range.join("-"))].join(":");

const TEXT = /^(.{1,60}):(\d)-(\d):(\d)-(\d):(\d)-(\d)$/su;

/** The segment that a text means; null where it has no name of at most 60 characters, or a range is empty or out of bounds. */
export function readRfmSegment(text: string): RfmSegment | null {
  const [, words, ...bounds] = TEXT.exec(text) ?? [];
  const name = words?.trim() ?? "";
  const [recency, frequency, money] = [0, 2, 4].map((at) => rangeOf(Number(bounds[at]), Number(bounds[at + 1])));
  if (name === "" || !recency || !frequency || !money) return null;
  return { name, recency, frequency, money };
}

const rangeOf = (lowest: number, highest: number): ScoreRange | null =>
  lowest >= 1 && highest <= RFM_BINS && lowest <= highest ? [lowest, highest] : null;
