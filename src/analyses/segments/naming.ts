import { format } from "../../charts/format";
import type { SegmentName } from "../../workers/lab/describing";
import type { Description } from "./describe";
import { fieldWords } from "./field-words";
import type { GivenName } from "./given-name";

/** What a segment is called, and the rule that earns it the name. */
export interface NamedSegment {
  readonly name: string;
  readonly rule: string;
  /** The person's own name, or a rule's, instead of one made from the profile. */
  readonly given: boolean;
}

/** Names for all segments: the person's where given, else from what stands out in the profile. */
export function nameSegments(
  { names, columns, profile }: Pick<Description, "names" | "columns" | "profile">,
  given: readonly GivenName[],
  grouping: string,
): readonly NamedSegment[] {
  return names.map((segment, place) => {
    const rule = ruleOf(segment, place, columns, profile);
    const own = given.find((one) => one.grouping === grouping && one.segment === place);
    return own === undefined
      ? { name: wordsOf(segment, columns), rule, given: false }
      : { name: own.name, rule: `Named by you. ${rule}`, given: true };
  });
}

function wordsOf({ parts, number }: SegmentName, columns: Description["columns"]): string {
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
  columns: Description["columns"],
  profile: Description["profile"],
): string {
  if (parts.length === 0) return "No feature's mean is half a standard deviation or more from that of all customers.";
  const reasons = parts.map(({ feature, z, level, cut: from }) => {
    const column = columns[feature];
    const mean = profile.features[feature]?.segments[place]?.mean;
    const value = column === undefined ? "" : `${format(mean, column.format)} on average, `;
    const cut = Math.abs(from);
    const side = z < 0 ? "below" : "above";
    return `${level} ${fieldWords(column?.label ?? "")}: ${value}${Math.abs(z).toFixed(1)} standard deviations ${side} all customers (${cut} or more earns the word)`;
  });
  return capital(`${reasons.join("; ")}.`);
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
