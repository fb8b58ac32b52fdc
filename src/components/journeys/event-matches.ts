import type { FunnelOffer } from "../../analyses/analysis";

type Event = FunnelOffer["events"][number];

/** As many as are listed at once. */
export const MOST_LISTED = 60;

/** Events whose names hold the letters, those that begin with them first, else by falling count; all for no letters. */
export function eventMatches(events: readonly Event[], typed: string): readonly Event[] {
  const letters = typed.trim().toLowerCase();
  const found = events.filter(({ label }) => label.toLowerCase().includes(letters));
  const begins = ({ label }: Event): boolean => label.toLowerCase().startsWith(letters);
  return [...found.filter(begins), ...found.filter((event) => !begins(event))].slice(0, MOST_LISTED);
}
