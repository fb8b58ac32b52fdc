/** Digits behind the point of a second: 0, 3, 6 or 9. */
export type SecondDigits = 0 | 3 | 6 | 9;

const DAY = 86_400;

/** Days since 1970-01-01 as “2024-02-29”, years before the first as “0044-03-15 (BC)”. The calendar is the Gregorian one. */
export function dateText(days: number): string {
  const { date, before } = civil(days);
  return before ? `${date} (BC)` : date;
}

/** Counts of a unit since midnight as “23:59:59.5”; no trailing zeros. */
export function timeText(count: bigint, digits: SecondDigits): string {
  const unit = 10n ** BigInt(digits);
  const seconds = Number(count / unit);
  const fraction = String(count % unit)
    .padStart(digits, "0")
    .replace(/0{1,9}$/u, "");
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part))).join(":");
  return digits === 0 || fraction === "" ? clock : `${clock}.${fraction}`;
}

/** Counts of a unit since 1970 UTC as “2024-02-29 12:00:00.5”, exact to the last digit. */
export function timestampText(count: bigint, digits: SecondDigits): string {
  const day = BigInt(DAY) * 10n ** BigInt(digits);
  const days = (count - (((count % day) + day) % day)) / day;
  const { date, before } = civil(Number(days));
  return `${date} ${timeText(count - days * day, digits)}${before ? " (BC)" : ""}`;
}

/** An unscaled decimal with its point put in. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const sign = unscaled < 0n ? "-" : "";
  return scale <= 0
    ? `${sign}${digits}${"0".repeat(-scale)}`
    : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The date of a day by eras of 400 years counted from 0000-03-01, so that leap days come last. */
function civil(days: number): { readonly date: string; readonly before: boolean } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + Number(month >= 10);
  const before = year <= 0;
  const shown = String(before ? 1 - year : year).padStart(4, "0");
  return { date: `${shown}-${two(month < 10 ? month + 3 : month - 9)}-${two(day)}`, before };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
