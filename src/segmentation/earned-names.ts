import { format } from "../charts/format";
import type { DescribeSegmentsOutput } from "../workers/lab/description";
import type { SegmentName } from "../workers/lab/describing";
import { fieldWords } from "./field-words";
import type { LabFeature } from "./lab-feature";
import { meanFormat } from "./readings";

/** A column of a profile, as words need it. */
export type ProfileColumn = Pick<LabFeature, "label" | "format">;

/** What a segment is called by its profile, and the rule that earns it the name. */
export interface EarnedName {
  readonly name: string;
  readonly rule: string;
}

/** Names for all segments by what stands out in the profile, whose columns these are. */
export const earnedNames = (
  { names, profile }: Pick<DescribeSegmentsOutput, "names" | "profile">,
  columns: readonly ProfileColumn[],
): readonly EarnedName[] =>
  names.map((segment, place) => ({ name: wordsOf(segment, columns), rule: ruleOf(segment, place, columns, profile) }));

function wordsOf({ parts, number }: SegmentName, columns: readonly ProfileColumn[]): string {
  const words = parts.map(({ level, feature }, at) => {
    const text = `${level} ${fieldWords(columns[feature]?.label ?? "")}`;
    return at === 0 ? capital(text) : text;
  });
  const name = words.length === 0 ? "Average" : words.join(", ");
  return number === null ? name : `${name} (${number})`;
}

function ruleOf(
  { parts }: SegmentName,
  place: number,
  columns: readonly ProfileColumn[],
  profile: DescribeSegmentsOutput["profile"],
): string {
  if (parts.length === 0) return "No feature's mean is half a standard deviation or more from that of all.";
  const reasons = parts.map(({ feature, z, level, cut: from }) => {
    const column = columns[feature];
    const mean = profile.features[feature]?.segments[place]?.mean;
    const value = column === undefined ? "" : `${format(mean, meanFormat(column.format))} on average, `;
    const cut = Math.abs(from);
    const side = z < 0 ? "below" : "above";
    return `${level} ${fieldWords(column?.label ?? "")}: ${value}${Math.abs(z).toFixed(1)} standard deviations ${side} the mean of all (${cut} or more earns the word)`;
  });
  return capital(`${reasons.join("; ")}.`);
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
