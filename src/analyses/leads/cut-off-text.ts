const DAY = 86_400_000;

/** Written instead of a date by who wants none. */
export const NO_CUT_OFF = "none";

const WRITTEN = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/u;

/** “2024-03-31” or “2024-03-31T14:30” as milliseconds since 1970, UTC; null for anything else, also for 31 February. */
export function readCutOff(text: string): number | null {
  if (!WRITTEN.test(text)) return null;
  const at = Date.parse(text.includes("T") ? `${text}:00Z` : `${text}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? null : at;
}

/** The moment as it is written in the settings; a day where it is the start of one. */
export const cutOffText = (at: number): string => new Date(at).toISOString().slice(0, at % DAY === 0 ? 10 : 16);
