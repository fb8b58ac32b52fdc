/** Scales that people write as words, from low to high, in lower case. */
const SCALES: readonly (readonly string[])[] = [
  ["none", "very low", "low", "below average", "medium", "average", "above average", "high", "very high", "extreme"],
  ["extra small", "small", "medium", "large", "extra large"],
  ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"],
  [
    "never",
    "almost never",
    "rarely",
    "seldom",
    "sometimes",
    "occasionally",
    "often",
    "usually",
    "almost always",
    "always",
  ],
  ["never", "yearly", "annually", "quarterly", "monthly", "biweekly", "weekly", "daily", "hourly"],
  ["month-to-month", "one month", "one year", "two year", "two years", "three years"],
  [
    "strongly disagree",
    "disagree",
    "somewhat disagree",
    "neutral",
    "undecided",
    "somewhat agree",
    "agree",
    "strongly agree",
  ],
  ["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"],
  ["very unlikely", "unlikely", "neutral", "likely", "very likely"],
  ["very negative", "negative", "neutral", "positive", "very positive"],
  ["very poor", "poor", "fair", "average", "good", "very good", "excellent"],
  ["basic", "standard", "plus", "premium", "enterprise"],
  ["bronze", "silver", "gold", "platinum", "diamond"],
  ["beginner", "intermediate", "advanced", "expert"],
  ["primary", "secondary", "tertiary"],
  ["high school", "college", "bachelor", "master", "phd"],
  ["no", "maybe", "yes"],
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ],
  ["jan", "feb", "mar", "apr", "may", "jun", "june", "jul", "july", "aug", "sep", "sept", "oct", "nov", "dec"],
];

const LEADING = /^[^\d+-]*([+-]?\d+(?:\.\d+)?)/u;

/**
 * The levels in their natural order: of a scale that holds them all (low, medium, high; months; weekdays), else by the first
 * number that each begins with ("18-24", "65+", "< 5"), else alphabetically.
 */
export function levelOrder(levels: readonly string[]): readonly string[] {
  const plain = (level: string): string => level.trim().toLowerCase();
  const scale = SCALES.find((one) => levels.every((level) => one.includes(plain(level))));
  const rank = scale === undefined ? numberAt(levels) : (level: string): number => scale.indexOf(plain(level));
  return [...levels].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Zero for all, so that the alphabet decides, unless every level tells a number. */
function numberAt(levels: readonly string[]): (level: string) => number {
  const found = new Map(levels.map((level) => [level, Number(LEADING.exec(level)?.[1] ?? NaN)]));
  if ([...found.values()].some(Number.isNaN)) return () => 0;
  return (level) => found.get(level) ?? 0;
}
