import type { Parsed } from "./parsed";
import { LAST_SEGMENT } from "./view";

/** Whether a filter can name this segment: a whole number from 0 to `LAST_SEGMENT`. */
export function isSegment(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= LAST_SEGMENT;
}

/** The number of a segment in a link: digits alone, within bounds. */
export function readSegment(text: string): Parsed<number> {
  if (!/^\d{1,9}$/u.test(text)) return { problem: "is not the number of a segment" };
  const number = Number(text);
  return isSegment(number) ? { value: number } : { problem: `is outside 0 to ${LAST_SEGMENT}` };
}
