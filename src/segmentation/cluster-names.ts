/** The words in which a study grades its clusters. */
export interface Wording {
  /** "engagement": completes "Low …". */
  readonly noun: string;
  readonly two: readonly [string, string];
  readonly three: readonly [string, string, string];
  readonly four: readonly [string, string, string, string];
  readonly five: readonly [string, string, string, string, string];
  /** Marks the ends of a longer scale: "lowest" and "highest". */
  readonly ends: readonly [string, string];
}

export const ENGAGEMENT_WORDING: Wording = {
  noun: "engagement",
  two: ["Low", "High"],
  three: ["Low", "Medium", "High"],
  four: ["Low", "Lower medium", "Higher medium", "High"],
  five: ["Very low", "Low", "Medium", "High", "Very high"],
  ends: ["lowest", "highest"],
};

export const EXPERIENCE_WORDING: Wording = {
  noun: "experience",
  two: ["Poor", "Good"],
  three: ["Poor", "Fair", "Good"],
  four: ["Poor", "Fair", "Good", "Very good"],
  five: ["Very poor", "Poor", "Fair", "Good", "Very good"],
  ends: ["worst", "best"],
};

export const SATISFACTION_WORDING: Wording = {
  noun: "satisfaction",
  two: ["Lower", "Higher"],
  three: ["Lower", "Middle", "Higher"],
  four: ["Low", "Lower middle", "Higher middle", "High"],
  five: ["Very low", "Low", "Middle", "High", "Very high"],
  ends: ["lowest", "highest"],
};

/**
 * One name per cluster, lowest first: "Low engagement", "Medium engagement", "High engagement". Up to five clusters
 * have words; more are numbered, since nobody tells "rather high" from "fairly high".
 */
export function clusterNames(k: number, wording: Wording): readonly string[] {
  if (k <= 1) return ["All customers"];
  const words = [wording.two, wording.three, wording.four, wording.five].find((list) => list.length === k);
  if (words !== undefined) return words.map((word) => `${word} ${wording.noun}`);
  return Array.from({ length: k }, (_, index) => {
    const end = index === 0 ? ` (${wording.ends[0]})` : index === k - 1 ? ` (${wording.ends[1]})` : "";
    return `${capital(wording.noun)} ${index + 1} of ${k}${end}`;
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
