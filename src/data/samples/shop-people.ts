import { uniformAt } from "./random";
import { weighted } from "./weighted";

const SALTS = { loyal: 11, country: 12, age: 13, platform: 14 } as const;
const LOYAL_SHARE = 0.05;

export type Platform = "web" | "mobile" | "app";

const COUNTRY = weighted(
  ["Germany", "France", "United Kingdom", "Spain", "Italy", "Netherlands", "Poland", "Sweden"],
  [30, 18, 16, 10, 9, 8, 5, 4],
);
const AGE = weighted([null, "18-24", "25-34", "35-44", "45-54", "55-64", "65+"], [6, 14, 25, 22, 16, 11, 6]);
const PLATFORM = weighted<Platform>(["web", "mobile", "app"], [44, 40, 16]);
const CHANNEL = weighted(["direct", "search", "email", "social", "ads"], [34, 28, 14, 13, 11]);

/** Whether a customer is of the loyal group. No column says it. */
export const isLoyal = (seed: number, customer: number): boolean =>
  uniformAt(seed, customer, SALTS.loyal) < LOYAL_SHARE;

export const countryOf = (seed: number, customer: number): string => COUNTRY(uniformAt(seed, customer, SALTS.country));

/** Null for those who never said. */
export const ageOf = (seed: number, customer: number): string | null => AGE(uniformAt(seed, customer, SALTS.age));

/** Where a customer usually shops. */
export const platformOf = (seed: number, customer: number): Platform =>
  PLATFORM(uniformAt(seed, customer, SALTS.platform));

/** What a visit came by. */
export const channelDrawn = CHANNEL;

/** A platform for once; `u` is uniform in [0, 1). */
export const platformDrawn = PLATFORM;

/**
 * A customer's id as 32-bit words, low and high: beyond 2^53, and so near to the next customer's that a double cannot tell
 * some of them apart.
 */
export function customerWords(customer: number): readonly [number, number] {
  return [10_000_019 + 37 * customer, 0x0d3c0000];
}

/** The same as its digits. */
export function customerText(customer: number): string {
  const [low, high] = customerWords(customer);
  return ((BigInt(high) << 32n) | BigInt(low)).toString();
}
