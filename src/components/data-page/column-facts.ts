import { format } from "../../charts/format";
import type { ValueFormat } from "../../charts/figure";
import type { ColumnProfile, MissingMarker, NumberProfile } from "../../data/profile";
import type { RoleAssignment } from "../../data/role";
import { certainty } from "./confidence";

/** What the values of a column are, for people. */
export function kindWord(kind: ColumnProfile["kind"]): string {
  const words: Readonly<Record<ColumnProfile["kind"], string>> = {
    number: "numbers",
    integer: "whole numbers",
    text: "text",
    time: "dates and times",
    boolean: "yes or no",
    id: "identifiers",
    empty: "nothing at all",
  };
  return words[kind];
}

/** How the numbers of a column are written: moments as dates, everything else as a plain number. */
export function numberFormat(kind: ColumnProfile["kind"]): ValueFormat {
  return kind === "time" ? "date" : "number";
}

/** A number that fits beside four others: "249", "57,500", "4.29 bn". */
export function compact(value: number): string {
  return Math.abs(value) < 1e5 ? format(value, "number") : format(value, "count");
}

/**
 * A number in full: in its own digits where they are known, and marked where it is a whole number so large that a double
 * may have rounded it.
 */
export function fullNumber(value: number, as: ValueFormat, exact: string | null): string {
  if (exact !== null) return exact;
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && as !== "date"
    ? `≈ ${format(value, as, "full")}`
    : format(value, as, "full");
}

/** A share that never reads as a row of zeros: "0.675 %", "under 0.01 %". */
export function shareWords(share: number): string {
  return share > 0 && share < 1e-4 ? "under 0.01 %" : format(share, "share");
}

/** "1,066 missing: 1,066 empty", "9,559 missing: 572 empty, 8,987 written “undefined”". */
export function missingSentence(profile: ColumnProfile): string {
  if (profile.missingTotal === 0) return "Nothing missing";
  const total = `${format(profile.missingTotal, "count", "full")} missing`;
  const parts = profile.missing.filter((marker) => marker.count > 0).map(markerWords);
  return parts.length === 0 ? total : `${total}: ${parts.join(", ")}`;
}

function markerWords({ marker, count }: MissingMarker): string {
  const plain = /^\((.*)\)$/u.exec(marker)?.[1];
  return `${format(count, "count", "full")} ${plain ?? `written “${marker}”`}`;
}

/** Share of missing values in 0 … 1; 0 for a column without rows. */
export function missingShare(profile: ColumnProfile): number {
  return profile.rows === 0 ? 0 : profile.missingTotal / profile.rows;
}

/** "≈ 106,856 distinct"; the sign only where the number is an estimate. */
export function distinctWords(profile: ColumnProfile): string {
  const sign = profile.distinctApproximate ? "≈ " : "";
  return `${sign}${format(profile.distinct, "count", "full")} distinct`;
}

/** The histogram for people who cannot see it: where values lie, and where most of them are. */
export function histogramSentence(numbers: NumberProfile, kind: ColumnProfile["kind"]): string {
  const as = numberFormat(kind);
  const show = (value: number): string => format(value, as, "short");
  const tallest = numbers.bins.indexOf(Math.max(...numbers.bins));
  const width = (numbers.binTo - numbers.binFrom) / Math.max(1, numbers.bins.length);
  const from = numbers.binFrom + tallest * width;
  const range = `Values from ${show(numbers.min)} to ${show(numbers.max)}, half of them below ${show(numbers.median)}`;
  return numbers.bins.length === 0 ? range : `${range}; most lie between ${show(from)} and ${show(from + width)}`;
}

/** What a person should look at before trusting this column, as short phrases; empty when nothing is wrong. */
export function columnProblems(profile: ColumnProfile | undefined, role: RoleAssignment): readonly string[] {
  const problems: string[] = [];
  if (role.role !== "none" && certainty(role) === "guess") problems.push("its role is only a guess");
  if (profile === undefined) return problems;
  if (profile.problem !== null) problems.push(profile.problem);
  if (profile.kind === "empty") problems.push("no values at all");
  else if (missingShare(profile) >= 0.2) problems.push(`${format(missingShare(profile), "share", "short")} missing`);
  return problems;
}
