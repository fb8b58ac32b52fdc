import type { SealCheck, SealEvidence } from "../../session/seal-evidence";

/** Where the seal stands, as far as the screen knows. */
export type SealState = "booting" | "unsealed" | "sealed" | "leaking" | "broken";

/** What the header says of each state. */
export const BADGE: Readonly<Record<SealState, string>> = {
  booting: "Not sealed yet",
  unsealed: "Not sealed",
  sealed: "Sealed: nothing can leave",
  leaking: "Something was asked for",
  broken: "Not sealed: no file is taken",
};

/** Who tried, as headings, in the order they had their turn. */
export const WHO: readonly (readonly [SealCheck["where"], string])[] = [
  ["page", "The page itself"],
  ["worker", "A worker it made"],
  ["engine", "The SQL engine"],
];

/** What is to be said of a state, in one or two sentences; numbers come from the evidence where there is any. */
export function stateSentence(state: SealState, evidence: SealEvidence | null, requests: number): string {
  if (state === "booting")
    return "Not sealed yet: the page is still fetching its own parts. It seals itself before it takes a file.";
  if (state === "unsealed") return "This is a development server: the page is not sealed. The published one is.";
  if (evidence === null) return "The workbench could not start, so this page takes no file.";
  const { checks } = evidence;
  const through = checks.filter(({ refused }) => !refused).length;
  if (through > 0)
    return `This page could not be sealed, so it takes no file: ${through} of ${counted(checks.length, "way")} out ${through === 1 ? "was" : "were"} not refused.`;
  if (requests > 0)
    return `The page was sealed, and yet it has asked for ${counted(requests, "address", "es")} since. Please report this.`;
  return `No. The page was sealed ${seconds(evidence.sealedAt)} after it was opened, tried ${counted(checks.length, "way")} out, was refused every time, and has asked for nothing since.`;
}

/** A moment as a clock shows it, to the second. */
export function clock(at: Date): string {
  return at.toLocaleTimeString("en-GB");
}

/** Milliseconds in words: "1.4 seconds". */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} seconds`;
}

function counted(count: number, word: string, plural = "s"): string {
  return `${count} ${word}${count === 1 ? "" : plural}`;
}
