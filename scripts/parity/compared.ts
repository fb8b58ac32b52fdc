import type { ParityLine, Verdict } from "../../src/components/docs/parity-line";

/** What is compared: everything of a line but the judgement. */
export type Claim = Pick<ParityLine, "method" | "set" | "parameters" | "measure">;

/** How far two values may be apart, and which side of it is no fault. */
export interface Allowed {
  readonly tolerance: number;
  readonly better?: "lower" | "higher";
}

/** Judges a number; differences of numbers above 1 are shares. */
export function comparedNumber(claim: Claim, theirs: number, ours: number, allowed: Allowed): ParityLine {
  const signed = (ours - theirs) / Math.max(1, Math.abs(theirs));
  const { tolerance, better } = allowed;
  const good = (better === "lower" && signed < 0) || (better === "higher" && signed > 0);
  const verdict: Verdict = Math.abs(signed) <= tolerance ? "same" : good ? "better" : "differs";
  return { ...claim, theirs, ours, difference: Math.abs(signed), tolerance, verdict };
}

/** Judges sizes, both largest first: half the sum of their differences is what sits elsewhere. */
export function comparedSizes(claim: Claim, theirs: readonly number[], ours: readonly number[]): ParityLine {
  const places = Array.from({ length: Math.max(theirs.length, ours.length) }, (_, at) => at);
  const apart = places.reduce((sum, at) => sum + Math.abs((theirs[at] ?? 0) - (ours[at] ?? 0)), 0) / 2;
  return {
    ...claim,
    theirs: sizesText(theirs),
    ours: sizesText(ours),
    difference: apart,
    tolerance: 0,
    verdict: apart === 0 ? "same" : "differs",
  };
}

/**
 * The lines of one clustering. Where its sizes differ and the method's own measure is no worse, these are simply other groups,
 * of which scikit-learn's other numbers say nothing.
 */
export function withOtherGroups(lines: readonly ParityLine[]): ParityLine[] {
  const own = lines.find(({ measure }) => OWN_MEASURES.includes(measure));
  const others = lines.some(({ measure, verdict }) => measure === "sizes" && verdict === "differs");
  if (!others || own === undefined || own.verdict === "differs") return [...lines];
  return lines.map((line) => (line.verdict === "differs" ? { ...line, verdict: "other groups" } : line));
}

/** What a method minimises. */
const OWN_MEASURES: readonly string[] = ["inertia", "BIC"];

/** Sizes written out; of many, the first and how many there are. */
function sizesText(sizes: readonly number[]): string {
  return sizes.length > 8
    ? `${sizes.length} groups: ${sizes.slice(0, 4).join(", ")}, …, ${sizes.at(-1) ?? ""}`
    : sizes.join(", ");
}
