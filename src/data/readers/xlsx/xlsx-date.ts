/** What a number format makes of a number. */
export type NumberKind = "number" | "date" | "datetime" | "time" | "duration";

const BUILT_IN = new Map<number, NumberKind>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 55, 56].map((id) => [id, "time"] as const),
  [22, "datetime"],
  ...[45, 46, 47].map((id) => [id, "duration"] as const),
]);

/** The kind of a number format: one of the numbered ones, or a format code such as `dd/mm/yyyy hh:mm`. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN.get(id) ?? "number";
  const bare = code.replace(/"[^"]*"|\\.|[_*]./gu, "").split(";")[0] ?? "";
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return "duration";
  const letters = bare.replace(/\[[^[\]]*\]|general|standard/giu, "").toLowerCase();
  const time = /[hs]|am\/pm|a\/p/u.test(letters);
  const day = /[yd]/u.test(letters) || (/m/u.test(letters) && !time);
  if (day) return time ? "datetime" : "date";
  return time ? "time" : "number";
}

const DAY = 86_400_000;
const UNIX_EPOCH = 25_569;
/** 31 December 9999. */
const LAST = 2_958_466;

/**
 * A spreadsheet's number of days as text: “2019-04-04”, “2019-04-04 12:01:18.5”, “12:01:18”, “26:30:00” for a duration;
 * null where it is no date there is. Nothing that the number says is left out: a date with a time of day shows it, whatever
 * the format. To the millisecond.
 */
export function momentText(serial: number, kind: Exclude<NumberKind, "number">, since1904: boolean): string | null {
  if (kind === "duration") return serial < 0 ? null : clock(Math.round(serial * DAY));
  const days = since1904 ? serial + 1462 : serial;
  if (!(days >= 0 && days < LAST)) return null;
  if (kind === "time" && serial < 1) return clock(Math.round(serial * DAY));
  const milliseconds = Math.round(days * DAY);
  const ofDay = milliseconds % DAY;
  const day = dayText((milliseconds - ofDay) / DAY);
  return kind === "date" && ofDay === 0 ? day : `${day} ${clock(ofDay)}`;
}

/** Spreadsheets count a 29 February 1900 that never was, as day 60. */
function dayText(day: number): string {
  if (day === 60) return "1900-02-29";
  const real = day < 60 ? day + 1 : day;
  return new Date((real - UNIX_EPOCH) * DAY).toISOString().slice(0, 10);
}

function clock(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const rest = milliseconds % 1000;
  const fraction =
    rest === 0
      ? ""
      : `.${String(rest)
          .padStart(3, "0")
          .replace(/0{1,2}$/u, "")}`;
  const minutes = Math.floor(milliseconds / 60_000);
  return `${two(minutes / 60)}:${two(minutes % 60)}:${two((milliseconds % 60_000) / 1000)}${fraction}`;
}
