import { uniformAt } from "./random";

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A Monday; the log is planned for twelve weeks from here. */
export const SHOP_START = Date.UTC(2025, 0, 6);
const HOURS = 12 * 7 * 24;

/** The week (from, to; ms) in which paying is broken on mobile: the ninth. */
export const BROKEN_WEEK = [SHOP_START + 56 * DAY_MS, SHOP_START + 63 * DAY_MS] as const;

/** The hour of the log in which the robot comes: 3 o'clock at night on the fifth Wednesday. */
export const ROBOT_HOUR = 30 * 24 + 3;

const WEEKLY_GROWTH = 1.03;
/** From Monday on, and from midnight on. */
const WEEKDAYS = [1, 0.97, 0.95, 0.98, 1.04, 1.22, 1.34];
const DAYTIME = [3, 2, 1, 1, 1, 2, 4, 7, 10, 12, 13, 13, 14, 13, 12, 12, 13, 15, 18, 22, 24, 21, 14, 7];
const NOISE_SALT = 21;

/** Visits that begin in each hour from the log's start on, without end; the planned weeks have about `visits`. */
export function* hourlyVisits(visits: number, seed: number): Generator<number, never, undefined> {
  let planned = 0;
  for (let hour = 0; hour < HOURS; hour++) planned += busyness(hour, seed);
  let owed = 0;
  for (let hour = 0; ; hour++) {
    owed += (visits * busyness(hour, seed)) / planned;
    yield Math.floor(owed);
    owed %= 1;
  }
}

/** Growth, weekday, time of day, and days that are better or worse than others. */
function busyness(hour: number, seed: number): number {
  const day = Math.floor(hour / 24);
  const luck = 0.93 + 0.14 * uniformAt(seed, day, NOISE_SALT);
  return WEEKLY_GROWTH ** (hour / 168) * (WEEKDAYS[day % 7] ?? 1) * (DAYTIME[hour % 24] ?? 1) * luck;
}
