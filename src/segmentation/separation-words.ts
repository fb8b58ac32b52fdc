import { ballots } from "./ballots";
import type { HowMany } from "./how-many";

/** The usual reading of a silhouette (Kaufman and Rousseeuw 1990). */
export function wordsForSilhouette(value: number): string {
  if (!Number.isFinite(value)) return "not measurable";
  if (value > 0.7) return "clearly apart";
  if (value > 0.5) return "apart";
  return value > 0.25 ? "overlapping" : "hardly apart";
}

/** Which indices prefer the number of segments in use, and what the others prefer. */
export function votesSentence(howMany: HowMany, k: number): string {
  const votes = ballots(howMany);
  const others = votes.filter((vote) => vote.k !== k).map(({ label, k: own }) => `${label} ${own ?? "has no answer"}`);
  const rest = others.length === 0 ? "none" : others.join(", ");
  return `${votes.length - others.length} of ${votes.length} indices prefer ${k} segments; the others: ${rest}.`;
}

/** What speaks against segments that overlap, or that would not come again; `who` are in them. */
export function separationCautions(silhouette: number, howMany: HowMany | null, who: string): readonly string[] {
  return [
    ...(silhouette < 0.25
      ? ["The segments overlap so much that each is rather a slice of one crowd than a group of its own."]
      : []),
    ...(howMany !== null && howMany.stability.mean < 0.6
      ? [`Another sample of the same ${who} would give other segments.`]
      : []),
  ];
}
