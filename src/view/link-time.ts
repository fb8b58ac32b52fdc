import type { Parsed } from "./parsed";

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{3})?)?Z$/;
const FIRST = Date.UTC(1000, 0, 1);
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * A time (ms since 1970 UTC) as short as it can be exact: `2019-04-24T00:00Z`, with seconds or milliseconds only where
 * they are not zero. Null outside the years 1000 to 9999.
 */
export function writeTime(time: number): string | null {
  if (!Number.isInteger(time) || time < FIRST || time > LAST) return null;
  return new Date(time).toISOString().replace(/(:00)?\.000Z$/, "Z");
}

/** The time that `writeTime` wrote, in ms since 1970 UTC. A day that no calendar has is a problem, not the next one. */
export function readTime(text: string): Parsed<number> {
  const time = FORM.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text.slice(0, -1)))
    return { problem: "is not a time such as 2019-04-24T00:00Z" };
  return { value: time };
}
