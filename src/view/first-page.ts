import { readSampleName } from "./sample-name";

/**
 * Where an opened file leads: one's own (no `sample`) to what was found in it, a generated one to its first answers, which
 * for a shop's events are the journeys where there is a page for them.
 */
export function firstPage(sample: string | null, pages: readonly { readonly id: string }[]): string {
  const made = readSampleName(sample ?? "");
  if (made === null) return "data";
  return made.kind === "shop" && pages.some(({ id }) => id === "journeys") ? "journeys" : "overview";
}
