import type { RoleAssignment } from "../../data/role";

export type Certainty = "yours" | "sure" | "likely" | "guess";

/** How far a guessed role can be trusted, in one of four words (0.9 and 0.6 part the three of a guess). */
export function certainty(assignment: Pick<RoleAssignment, "confidence" | "why">): Certainty {
  if (assignment.why === "chosen by you") return "yours";
  if (assignment.confidence >= 0.9) return "sure";
  return assignment.confidence >= 0.6 ? "likely" : "guess";
}

const WORDS: Readonly<Record<Certainty, string>> = {
  yours: "chosen by you",
  sure: "sure",
  likely: "likely",
  guess: "a guess",
};

/** The word that stands beside the role. */
export function certaintyWord(level: Certainty): string {
  return WORDS[level];
}
